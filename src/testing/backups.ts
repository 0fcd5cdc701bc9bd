import fc from 'fast-check'
import {
  BACKED_UP_STORES,
  NO_CONTENTS,
  type BackupContents,
  type BackupOrigin,
  type BackupRow,
} from '../domain/backup.ts'
import { DEFAULT_SETTINGS, NO_FILTER, type ShelfEntry, type Tally, type ViewState } from '../domain/library.ts'
import { mergeRecords, type ArticleRecords } from '../domain/merge.ts'
import type { TrustedKey } from '../domain/signing-key.ts'
import { deviceStates, hostileTexts } from './arbitraries.ts'
import {
  anAnnotationVersion,
  anEvidence,
  anOriginal,
  aUuid,
  aWithheldVersion,
  HARBOUR_ID,
  HARBOUR_TITLE,
  REVIEWER_ID,
  someRecords,
} from './builders.ts'

/** A library that was written 42 times. */
export function anOrigin(overrides: Partial<BackupOrigin> = {}): BackupOrigin {
  return { created: '2026-11-20T12:00:00.000Z', database: aUuid(0xdb), sequence: 42, ...overrides }
}

/** The harbour article on the shelf under its title. */
export function aShelfEntry(overrides: Partial<ShelfEntry> = {}): ShelfEntry {
  return {
    article: HARBOUR_ID,
    name: HARBOUR_TITLE,
    added: '2026-11-20T09:14:02.000Z',
    opened: '2026-11-20T09:26:00.000Z',
    binned: false,
    revision: HARBOUR_ID,
    ...overrides,
  }
}

/** One disputed statement and one mark in the harbour article. */
export function aTally(overrides: Partial<Tally> = {}): Tally {
  return {
    article: HARBOUR_ID,
    segments: 5,
    reviewed: 2,
    verdicts: { verified: 0, disputed: 1, unverified: 0 },
    ...overrides,
  }
}

/** The second segment of the harbour article. */
export function aViewState(overrides: Partial<ViewState> = {}): ViewState {
  return {
    article: HARBOUR_ID,
    segment: 1,
    topOffset: 0,
    filter: NO_FILTER,
    left: '2026-11-20T09:26:00.000Z',
    ...overrides,
  }
}

/** The key of the first test of RFC 8032, 7.1, as it is trusted. */
export function aColleaguesKey(overrides: Partial<TrustedKey> = {}): TrustedKey {
  return {
    algorithm: 'Ed25519',
    key: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    fingerprint: '21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9',
    name: 'R. Okafor',
    since: '2026-11-23T17:00:00.000Z',
    ...overrides,
  }
}

/** A library with the harbour article and one reviewer's work on it. */
export function someContents(overrides: Partial<BackupContents> = {}): BackupContents {
  return {
    ...contentsOf(someRecords()),
    withheld: [aWithheldVersion({ since: anAnnotationVersion().dot })],
    originals: [anOriginal()],
    trustedKeys: [aColleaguesKey()],
    shelf: [aShelfEntry()],
    tallies: [aTally()],
    viewStates: [aViewState()],
    settings: [{ ...DEFAULT_SETTINGS, reviewer: REVIEWER_ID, theme: 'dark', lastArticle: HARBOUR_ID }],
    ...overrides,
  }
}

/** Libraries with one article, as several devices with several reviewers made them, under names that strangers gave. */
export function libraryContents(): fc.Arbitrary<BackupContents> {
  return fc.tuple(deviceStates(), hostileTexts(), fc.boolean()).map(([states, name, binned]) => {
    const records = states.reduce(mergeRecords)
    const { id } = records.article
    return someContents({
      ...contentsOf(records),
      withheld: [aWithheldVersion({ article: id, evidence: anEvidence({ title: name, excerpt: name }) })],
      originals: [anOriginal({ article: id, revision: id, text: name })],
      shelf: [aShelfEntry({ article: id, revision: id, name, binned })],
      tallies: [aTally({ article: id })],
      viewStates: [aViewState({ article: id, filter: { ...NO_FILTER, words: name } })],
    })
  })
}

/** The rows of these contents in the order of a backup, all at once. */
export async function* rowsOf(contents: BackupContents): AsyncGenerator<readonly BackupRow[], undefined> {
  for (const store of BACKED_UP_STORES) {
    yield contents[store].map(value => ({ store, value }) as BackupRow)
  }
  await Promise.resolve()
}

function contentsOf({ article, revisions, versions, reviewers }: ArticleRecords): BackupContents {
  return { ...NO_CONTENTS, articles: [article], revisions, versions, reviewers }
}

/** Where a backup goes in a test. */
export interface FakeSink {
  readonly stream: WritableStream<Uint8Array>
  /** What was written, once it was closed. */
  file(): Blob
  isAborted(): boolean
}

/** A sink in memory; it fails at the first piece when it is given a reason. */
export function aSink(failure?: Error): FakeSink {
  const pieces: BlobPart[] = []
  let end: 'open' | 'closed' | 'aborted' = 'open'
  const stream = new WritableStream<Uint8Array>({
    write(piece) {
      if (failure) throw failure
      pieces.push(new Uint8Array(piece))
    },
    close: () => void (end = 'closed'),
    abort: () => void (end = 'aborted'),
  })
  return {
    stream,
    file() {
      if (end !== 'closed') throw new Error('The sink was not closed.')
      return new Blob(pieces)
    },
    isAborted: () => end === 'aborted',
  }
}

/** For work that lets a page answer in between: there is none here. */
export const atOnce = (): Promise<void> => Promise.resolve()
