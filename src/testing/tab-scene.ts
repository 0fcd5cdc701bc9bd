import type { Changes, ReviewStorage } from '../domain/review-storage.ts'
import { fail } from '../domain/result.ts'
import { versionHash, type Version } from '../domain/version.ts'
import { createReviewStore, type ReviewStore } from '../store/review-store.ts'
import type { ReviewState } from '../store/review-state.ts'
import { aDevice, type Tab } from './a-device.ts'
import { aSlowChannel } from './a-slow-channel.ts'
import { FORENOON, theHarbourArticle } from './a-store.ts'
import { aUuid, HARBOUR_ID } from './builders.ts'
import { noBackups } from './no-backups.ts'
import { someKeys } from './some-keys.ts'
import { reanchorHere } from './reanchor-here.ts'

/** Some tabs of one browser on one real database, which hear of each other only when they are told to. */
export interface TabScene {
  readonly tabs: readonly SceneTab[]
  /** Every version but those of sessions that a transaction has completed with, and none has dropped since; by hash. */
  readonly acknowledged: ReadonlyMap<string, Version>
  /** Delivers one of the messages that wait; `false` when none does. */
  deliver(which: number): boolean
  /** Lets the transactions that are under way get some steps further. */
  breathe(steps: number): Promise<void>
  /** Another tab, which sees only what is stored. */
  openAnother(): Promise<SceneTab>
  /** Ends all tabs. */
  end(): void
}

export interface SceneTab {
  readonly store: ReviewStore
  readonly storage: ReviewStorage
  state(): ReviewState
  /** The next commit that the tab asks for fails. */
  failNextCommit(): void
  /** Loads the page again: what was not saved is gone. */
  reload(): Promise<void>
}

let ids = 0x200000

/** Opens so many tabs with the harbour article in them. */
export async function aTabScene(count: number): Promise<TabScene> {
  const device = aDevice()
  const channel = aSlowChannel()
  const acknowledged = new Map<string, Version>()
  const ends = new Set<() => void>()
  const tabs: SceneTab[] = []
  for (let tab = 0; tab < count; tab += 1) tabs.push(await openTab())
  return {
    tabs,
    acknowledged,
    deliver: channel.deliver,
    breathe,
    openAnother: openTab,
    end: () => ends.forEach(end => end()),
  }

  async function openTab(): Promise<SceneTab> {
    let isFailing = false
    let current = await load()
    return {
      get store() {
        return current.store
      },
      get storage() {
        return current.tab.storage
      },
      state: () => current.store.getState(),
      failNextCommit: () => void (isFailing = true),
      async reload() {
        current.end()
        current = await load()
      },
    }

    async function load() {
      const line = channel.open()
      let leave = () => {}
      const tab = device.openTab({ channel: line.port, onLeaving: leaving => void (leave = leaving) })
      let isGone = false
      const end = () => {
        leave()
        isGone = true
        tab.close()
        line.close()
        ends.delete(end)
      }
      ends.add(end)
      const store = createReviewStore({
        storage: watched(tab, () => isGone),
        now: () => FORENOON,
        newId: () => aUuid((ids += 1)),
        backups: noBackups(),
        keys: someKeys(),
        reanchor: reanchorHere,
        askForPersistence: () => Promise.resolve(true),
        isPersisted: () => Promise.resolve(true),
        createBreather: () => () => Promise.resolve(),
      })
      await store.getState().start(() => Promise.resolve([theHarbourArticle()]))
      await store.getState().openArticle(HARBOUR_ID)
      return { store, tab, end }
    }

    function watched({ storage }: Tab, isGone: () => boolean): ReviewStorage {
      return {
        ...storage,
        async commit(changes) {
          // The timers of a page go with it; those of its store here do not.
          if (isGone()) return new Promise(() => {})
          if (isFailing) {
            isFailing = false
            return fail({ kind: 'disk-full' })
          }
          const outcome = await storage.commit(changes)
          if (outcome.ok) acknowledge(changes)
          return outcome
        },
      }
    }
  }

  function acknowledge({ versions = [], droppedVersions = [] }: Changes): void {
    for (const version of droppedVersions) acknowledged.delete(versionHash(version))
    for (const version of versions) {
      if (version.record !== 'session') acknowledged.set(versionHash(version), version)
    }
  }
}

async function breathe(steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) await new Promise(resolve => setImmediate(resolve))
}
