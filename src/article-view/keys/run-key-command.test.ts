import { describe, expect, it } from 'vitest'
import type { RecordId } from '../../domain/identifiers.ts'
import { aStore, spanOf, statementsIn, type StoreTab } from '../../testing/a-store.ts'
import {
  anAnnotationVersion,
  ANNOTATION_ID,
  aReviewer,
  HARBOUR_TITLE,
  OTHER_DEVICE_ID,
  OTHER_REVIEWER_ID,
  someRecords,
} from '../../testing/builders.ts'
import type { KeyCommand } from './key-table.ts'
import { goToAnnotation, goToPlace, runKeyCommand } from './run-key-command.ts'

const FERRIES = 'Ferries carried 4,200 passengers a day.'
const MINISTER = 'The tunnel was closed for ten days, the minister said.'
const LAST = 4 // index of the last segment

describe('moving the cursor', () => {
  it('K7 the first press shows it where the reader is, the next ones move it', async () => {
    const tab = await aStore()
    tab.state().scrolledTo(spanOf(FERRIES).from)
    press(tab, 'next-segment')
    expect(tab.state().cursor).toEqual({ anchor: 3, head: 3 })
    press(tab, 'previous-segment')
    expect(tab.state().cursor).toEqual({ anchor: 2, head: 2 })
  })

  it.each<[string, readonly KeyCommand[], number]>([
    ['the first', ['first-segment', 'previous-segment'], 0],
    ['the last', ['last-segment', 'next-segment'], LAST],
  ])('K7 stops at %s segment', async (_case, commands, index) => {
    const tab = await aStore()
    press(tab, ...commands)
    expect(tab.state().cursor).toEqual({ anchor: index, head: index })
  })

  it('K7 lets go of a selection, opens the card of what stands there, and says both', async () => {
    const tab = await aStore()
    const id = tab.state().tag('disputed', spanOf(MINISTER))
    tab.state().selectText(spanOf('Repairs'))
    tab.state().placeCursor({ anchor: 1, head: 1 })
    press(tab, 'next-segment')
    expect(tab.state()).toMatchObject({ selection: null, selected: id })
    expect(tab.state().announcement).toEqual({ kind: 'segment', text: MINISTER, verdict: 'disputed' })
    press(tab, 'next-segment')
    expect(tab.state().selected).toBeNull()
    expect(tab.state().announcement).toEqual({ kind: 'segment', text: FERRIES, verdict: null })
  })

  it('K7 says when there is nothing to check', async () => {
    const tab = await aStore()
    press(tab, 'first-segment', 'nothing-to-check', 'next-segment', 'previous-segment')
    expect(tab.state().announcement).toEqual({ kind: 'segment', text: HARBOUR_TITLE, verdict: 'nothing-to-check' })
  })

  it("K7 opens my card rather than another reviewer's", async () => {
    const tab = await withTheirs()
    press(tab, 'first-segment', 'next-segment', 'next-segment')
    expect(tab.state().selected).toBe(ANNOTATION_ID)
    const id = tab.state().tag('verified', spanOf(MINISTER))
    press(tab, 'previous-segment', 'next-segment')
    expect(tab.state().selected).toBe(id)
  })

  it('K7 opens no card where only a few words are annotated, so that a verdict is given to the segment', async () => {
    const tab = await aStore()
    const part = tab.state().tag('verified', spanOf('ten days'))!
    press(tab, 'first-segment', 'next-segment', 'next-segment')
    expect(tab.state().selected).toBeNull()
    press(tab, 'disputed')
    expect(tab.state().open?.annotations.get(part)?.content.verdict).toBe('verified')
    press(tab, 'first-segment', 'next-annotation', 'next-annotation', 'unverified')
    expect(tab.state().open?.annotations.get(part)?.content.verdict).toBe('unverified')
  })

  it('K8 Shift extends from where it began, and back again', async () => {
    const tab = await aStore()
    press(tab, 'first-segment', 'extend-next', 'extend-next', 'extend-previous')
    expect(tab.state().cursor).toEqual({ anchor: 0, head: 1 })
    press(tab, 'extend-previous', 'extend-previous')
    expect(tab.state().cursor).toEqual({ anchor: 0, head: 0 })
    press(tab, 'last-segment', 'extend-previous', 'extend-next', 'extend-next')
    expect(tab.state().cursor).toEqual({ anchor: LAST, head: LAST })
  })

  it('K8 the first press with Shift shows the cursor too', async () => {
    const tab = await aStore()
    press(tab, 'extend-next')
    expect(tab.state().cursor).toEqual({ anchor: 0, head: 0 })
  })

  it('K8 says all the words that it holds', async () => {
    const tab = await aStore()
    press(tab, 'last-segment', 'extend-previous')
    expect(tab.state().announcement).toMatchObject({ text: `${FERRIES} A second tube is planned.` })
  })
})

describe('tagging', () => {
  it('K9 one key tags what is under the cursor, which stays', async () => {
    const tab = await aStore()
    press(tab, 'first-segment', 'verified', 'disputed')
    expect(statementsIn(tab)).toEqual([['disputed', HARBOUR_TITLE]])
    expect(tab.state().cursor).toEqual({ anchor: 0, head: 0 })
  })

  it('K9 before the first move it tags the top of the view and shows the cursor there', async () => {
    const tab = await aStore()
    press(tab, 'unverified')
    expect(statementsIn(tab)).toEqual([['unverified', HARBOUR_TITLE]])
    expect(tab.state().cursor).toEqual({ anchor: 0, head: 0 })
  })

  it('K9 moves on after a tag where the reviewer wants that: an article takes one key a statement', async () => {
    const tab = await aStore()
    tab.state().changeSettings({ advanceAfterTag: true })
    press(tab, 'verified', 'disputed', 'nothing-to-check', 'unverified', 'verified', 'verified')
    expect(statementsIn(tab).map(([verdict]) => verdict)).toEqual(['verified', 'disputed', 'unverified', 'verified'])
    expect(tab.state().open!.marks.size).toBe(1)
    expect(tab.state().cursor).toEqual({ anchor: LAST, head: LAST })
  })

  it('K9 moves on from the end of several segments, but not after a selection', async () => {
    const tab = await aStore()
    tab.state().changeSettings({ advanceAfterTag: true })
    press(tab, 'first-segment', 'extend-next', 'verified')
    expect(tab.state().cursor).toEqual({ anchor: 2, head: 2 })
    tab.state().selectText(spanOf('Repairs'))
    press(tab, 'disputed')
    expect(tab.state().cursor).toEqual({ anchor: 2, head: 2 })
  })

  it('K9 notes, evidence, marks, deletion, undo and redo act on what is under the cursor', async () => {
    const tab = await aStore()
    press(tab, 'first-segment', 'note')
    expect(tab.state().focusRequest).toMatchObject({ target: 'rationale' })
    press(tab, 'evidence')
    expect(tab.state().focusRequest).toMatchObject({ target: 'evidence' })
    press(tab, 'delete')
    expect(statementsIn(tab)).toEqual([])
    press(tab, 'undo')
    expect(statementsIn(tab)).toEqual([['unverified', HARBOUR_TITLE]])
    press(tab, 'redo', 'nothing-to-check')
    expect(statementsIn(tab)).toEqual([])
    expect(tab.state().open!.marks.size).toBe(1)
  })
})

describe('going to annotations', () => {
  it('K10 Enter enters the card under the cursor, and again goes round those that overlap there', async () => {
    const tab = await aStore()
    const ids = [MINISTER, 'closed for ten days', 'ten days, the minister'].map(words =>
      tab.state().tag('verified', spanOf(words))!,
    )
    tab.state().select(null)
    tab.state().placeCursor({ anchor: 2, head: 2 })
    const entered = [1, 2, 3, 4].map(() => {
      press(tab, 'open')
      const id = tab.state().selected
      expect(tab.state().focusRequest).toEqual({ target: 'card', id })
      tab.state().requestFocus({ target: 'article', id }) // as Escape in a card does
      return id
    })
    expect(entered).toEqual([...ids, ids[0]])
  })

  it('K10 Enter on a selection enters the card of these words; where there is none it says so', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('Ferries'))
    press(tab, 'first-segment', 'open')
    expect(tab.state().announcement).toEqual({ kind: 'nothing-here' })
    tab.state().selectText(spanOf(FERRIES))
    press(tab, 'open')
    expect(tab.state().focusRequest).toEqual({ target: 'card', id })
  })

  it('K11 goes from one annotation to the next, round and round, and says where it is', async () => {
    const { tab, ids } = await withThree()
    press(tab, 'first-segment')
    expect(visited(tab, 'next-annotation', 4)).toEqual([ids[0], ids[1], ids[2], ids[0]])
    expect(visited(tab, 'previous-annotation', 4)).toEqual([ids[2], ids[1], ids[0], ids[2]])
    expect(tab.state().announcement).toMatchObject({ kind: 'segment', text: FERRIES, verdict: 'verified' })
    expect(tab.state().cursor).toEqual({ anchor: 3, head: 3 })
  })

  it.each<[string, number, KeyCommand, number]>([
    ['the next one after the cursor', 2, 'next-annotation', 1],
    ['the previous one before it', 2, 'previous-annotation', 0],
    ['the first after the last', LAST, 'next-annotation', 0],
    ['the last one, when all stand before it', LAST, 'previous-annotation', 2],
    ['the last before the first', 0, 'previous-annotation', 2],
  ])('K11 without an open card begins with %s', async (_case, index, command, expected) => {
    const { tab, ids } = await withThree()
    tab.state().placeCursor({ anchor: index, head: index })
    tab.state().select(null)
    expect(visited(tab, command, 1)).toEqual([ids[expected]])
  })

  it('K11 passes over what the filter hides, and says when nothing is shown', async () => {
    const { tab, ids } = await withThree()
    tab.state().changeFilter({ words: 'Ferries' })
    expect(visited(tab, 'next-annotation', 2)).toEqual([ids[2], ids[2]])
    tab.state().changeFilter({ words: 'elephant' })
    press(tab, 'next-annotation')
    expect(tab.state().announcement).toEqual({ kind: 'nothing-here' })
  })

  it('K11 opens an annotation by its name with the cursor where it begins; an unknown one changes nothing', async () => {
    const { tab, ids } = await withThree()
    tab.state().selectText(spanOf('Repairs'))
    goToAnnotation(tab.store, ids[2]!)
    expect(tab.state()).toMatchObject({ selected: ids[2], selection: null, cursor: { anchor: 3, head: 3 } })
    goToAnnotation(tab.store, 'nobody')
    expect(tab.state().selected).toBe(ids[2])
  })

  it('K11 goes to a place with the cursor where it begins and its words selected', async () => {
    const tab = await aStore()
    goToPlace(tab.store, spanOf('passengers'))
    expect(tab.state()).toMatchObject({ cursor: { anchor: 3, head: 3 }, selection: spanOf('passengers') })
  })

  it('K12 goes to the next segment that is not reviewed, and says when all are', async () => {
    const tab = await aStore()
    press(tab, 'first-segment', 'nothing-to-check', 'next-unreviewed')
    expect(tab.state().cursor).toEqual({ anchor: 1, head: 1 })
    press(tab, 'extend-next', 'extend-next', 'extend-next', 'verified', 'next-unreviewed')
    expect(tab.state().announcement).toEqual({ kind: 'all-reviewed' })
    expect(tab.state().cursor).toEqual({ anchor: 1, head: LAST })
  })
})

describe('the other keys', () => {
  it('K13 one Escape takes back one thing: selection, card, chosen cards, cursor', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    press(tab, 'first-segment')
    tab.state().select(id)
    tab.state().choose(id, true)
    tab.state().selectText(spanOf('Ferries'))
    const left = [1, 2, 3, 4].map(() => {
      press(tab, 'leave')
      const { selection, selected, chosen, cursor } = tab.state()
      return [selection, selected, chosen.size > 0 || null, cursor].filter(value => value !== null).length
    })
    expect(left).toEqual([3, 2, 1, 0])
  })

  it('K14 X chooses the open card and lets it go again; without one it does nothing', async () => {
    const tab = await aStore()
    press(tab, 'choose')
    expect(tab.state().chosen.size).toBe(0)
    const id = tab.state().tag('verified', spanOf('Repairs'))
    press(tab, 'choose')
    expect([...tab.state().chosen]).toEqual([id])
    press(tab, 'choose')
    expect(tab.state().chosen.size).toBe(0)
  })

  it('K14 "/" asks for the search, "?" shows the keys', async () => {
    const tab = await aStore()
    press(tab, 'find', 'help')
    expect(tab.state()).toMatchObject({ focusRequest: { target: 'search', id: null }, helpShown: true })
  })

  it.each<KeyCommand>(['next-segment', 'extend-next', 'verified', 'nothing-to-check', 'open', 'delete', 'undo'])(
    'K14 %s does no harm without an article',
    async command => {
      const tab = await aStore({ article: null })
      press(tab, command)
      expect(tab.device.versions()).toEqual([])
    },
  )
})

function press({ store }: StoreTab, ...commands: readonly KeyCommand[]): void {
  for (const command of commands) runKeyCommand(command, store)
}

function visited(tab: StoreTab, command: KeyCommand, times: number): readonly (RecordId | null)[] {
  return Array.from({ length: times }, () => {
    press(tab, command)
    return tab.state().selected
  })
}

/** Annotations in the second, third and fourth segment. */
async function withThree() {
  const tab = await aStore()
  const ids = ['Repairs', MINISTER, FERRIES].map(words => tab.state().tag('verified', spanOf(words))!)
  tab.state().select(null)
  return { tab, ids }
}

/** A tab in which another reviewer has annotated part of the third segment. */
async function withTheirs(): Promise<StoreTab> {
  const tab = await aStore()
  const version = anAnnotationVersion({ reviewer: OTHER_REVIEWER_ID, dot: [OTHER_DEVICE_ID, 1] })
  await tab
    .state()
    .acceptImport(someRecords({ versions: [version], reviewers: [aReviewer({ id: OTHER_REVIEWER_ID })] }), null)
  return tab
}
