import type { Changes } from '../domain/review-storage.ts'
import { subjectOf } from '../domain/withheld.ts'
import type { TabChannel } from './tab-channel.ts'

/** Calls back when the page is about to go. */
export type OnLeaving = (leaving: () => void) => void

/** Tells the other tabs what a write touches. */
export interface Teller {
  /** These changes are being written: they are told when the answer is called with `true`, or when the page goes before that. */
  begin(changes: Changes): (isWritten: boolean) => void
}

/** Tells through a channel. */
export function createTeller(channel: TabChannel, onLeaving: OnLeaving): Teller {
  const underWay = new Set<Changes>()
  let isLeaving = false
  onLeaving(() => {
    isLeaving = true
    for (const changes of underWay) tell(channel, changes)
  })
  return {
    begin(changes) {
      // What the others read then waits for this transaction, however it ends: the browser may finish it without the page.
      if (isLeaving) tell(channel, changes)
      underWay.add(changes)
      return isWritten => {
        underWay.delete(changes)
        if (isWritten) tell(channel, changes)
      }
    },
  }
}

// Settings and view states are each tab's own affair.
function tell(channel: TabChannel, changes: Changes): void {
  const { articles: described = [], revisions = [], originals = [], shelf = [], tallies = [], reviewers = [] } = changes
  const { withheld = [] } = changes
  const versions = [...(changes.versions ?? []), ...(changes.droppedVersions ?? []), ...(changes.erasures ?? [])]
  const within = [...revisions, ...originals, ...shelf, ...tallies, ...versions, ...withheld].map(
    ({ article }) => article,
  )
  const gone = changes.droppedArticles ?? []
  const articles = [...new Set([...described.map(({ id }) => id), ...within, ...gone])]
  const records = [...new Set([...versions, ...withheld].map(subjectOf))]
  if (articles.length + reviewers.length > 0) channel.post({ kind: 'changed', articles, records })
}
