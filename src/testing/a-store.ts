import type { BackupStorage } from '../domain/backup-storage.ts'
import type { ArticleId, RecordId } from '../domain/identifiers.ts'
import type { KeyStorage } from '../domain/key-storage.ts'
import type { ReviewStorage } from '../domain/review-storage.ts'
import type { Span } from '../domain/selector.ts'
import type { PlacedAnnotation } from '../store/open-article.ts'
import type { IncomingArticle, ReviewState } from '../store/review-state.ts'
import type { Reanchor } from '../anchoring/change-states.ts'
import { createReviewStore, type ReviewStore } from '../store/review-store.ts'
import { anArticle, aRevision, aUuid, HARBOUR_ID, HARBOUR_TEXT } from './builders.ts'
import { noBackups } from './no-backups.ts'
import { reanchorHere } from './reanchor-here.ts'
import { someKeys } from './some-keys.ts'
import { aMemoryDevice, type MemoryDevice, type MemoryStorage } from './memory-storage.ts'

/** One open tab: a store that has started, on a storage in memory, with a clock that stands still unless it is moved. */
export interface StoreTab {
  readonly store: ReviewStore
  readonly storage: MemoryStorage
  readonly device: MemoryDevice
  state(): ReviewState
  /** Milliseconds pass. */
  pass(milliseconds: number): void
  /** How often the browser was asked to keep the data. */
  asked(): number
}

export interface StoreOptions {
  /** The browser in which the tab opens; a new one unless given. */
  readonly device?: MemoryDevice
  /** What comes with the program; the harbour article unless given. */
  readonly supplied?: readonly IncomingArticle[]
  /** The article that is open; the harbour article unless given. */
  readonly article?: ArticleId | null
  /** Where copies of the library go; nowhere unless given. */
  readonly backups?: BackupStorage
  /** The keys for signing; none unless given. */
  readonly keys?: KeyStorage
  /** What finds statements again in another text. */
  readonly reanchor?: Reanchor
  /** What the browser answers when it is asked to keep the data. */
  readonly isKept?: boolean
  /** When the tab opens; on a forenoon of 2026 unless given. */
  readonly at?: number
}

/** A forenoon of 2026, in ms since 1970. */
export const FORENOON = Date.UTC(2026, 10, 20, 9)

const FIRST_STORE_ID = 0x100000 // above the ids that builders and tests give

let ids = 0

/** Opens a tab with an article in it. */
export async function aStore(options: StoreOptions = {}): Promise<StoreTab> {
  const { device = aMemoryDevice(), supplied = [theHarbourArticle()], article = HARBOUR_ID, at = FORENOON } = options
  const { backups = noBackups(), keys = someKeys(), reanchor = reanchorHere, isKept = true } = options
  const storage = device.openTab()
  let time = at
  let asked = 0
  const store = createReviewStore({
    storage,
    backups,
    keys,
    reanchor,
    now: () => time,
    newId: () => aUuid(FIRST_STORE_ID + (ids += 1)),
    askForPersistence() {
      asked += 1
      return Promise.resolve(isKept)
    },
    isPersisted: () => Promise.resolve(asked > 0 && isKept),
    createBreather: () => () => Promise.resolve(),
  })
  const state = () => store.getState()
  await state().start(() => Promise.resolve(supplied))
  if (article !== null) await state().openArticle(article)
  await state().whenSettled()
  return { store, storage, device, state, pass: milliseconds => void (time += milliseconds), asked: () => asked }
}

/** A store that has not started yet, on whatever storage, in the same forenoon. */
export function aStoreOn(storage: ReviewStorage): ReviewStore {
  return createReviewStore({
    storage,
    backups: noBackups(),
    keys: someKeys(),
    reanchor: reanchorHere,
    now: () => FORENOON,
    newId: () => aUuid(FIRST_STORE_ID + (ids += 1)),
    askForPersistence: () => Promise.resolve(true),
    isPersisted: () => Promise.resolve(true),
    createBreather: () => () => Promise.resolve(),
  })
}

/** The harbour article as it comes in. */
export function theHarbourArticle(): IncomingArticle {
  return { article: anArticle(), revision: aRevision() }
}

/** Where these words stand in a text for the first time, in UTF-16 offsets; throws when they do not. */
export function spanOf(words: string, text: string = HARBOUR_TEXT): Span {
  const from = text.indexOf(words)
  if (from < 0) throw new Error(`The text has no "${words}".`)
  return { from, to: from + words.length }
}

/** An annotation of the open article; throws when there is none. */
export function annotationIn({ state }: StoreTab, id: RecordId): PlacedAnnotation {
  const annotation = state().open?.annotations.get(id)
  if (!annotation) throw new Error(`No annotation ${id}.`)
  return annotation
}

/** Verdict and words of each annotation of the open article, in text order. */
export function statementsIn({ state }: StoreTab): readonly (readonly [verdict: string, words: string])[] {
  return [...(state().open?.annotations.values() ?? [])].map(({ content }) => [
    content.verdict,
    content.selector.quote.exact,
  ])
}

/** Lets everything end that is under way in these tabs, messages between them included. */
export async function everythingSettles(...tabs: readonly StoreTab[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const { state } of tabs) await state().whenSettled()
    for (const { state } of tabs) await state().takeOutsideChange({ articles: [], records: [] })
  }
}
