import { chosenRevision, laterArticle, type Article, type Revision } from '../domain/article.ts'
import type { ArticleId, DeviceId } from '../domain/identifiers.ts'
import {
  DEFAULT_SETTINGS,
  type OutsideChange,
  type Settings,
  type ShelfEntry,
  type Tally,
  type ViewState,
} from '../domain/library.ts'
import type { DamagedRow, LibraryFacts, LibraryState } from '../domain/library-damage.ts'
import { byRecord, mergeVersions } from '../domain/merge.ts'
import { earlierOriginal, originalKey, type Original } from '../domain/original.ts'
import { fail, succeed } from '../domain/result.ts'
import type { Changes, ReviewStorage, StorageProblem } from '../domain/review-storage.ts'
import { laterReviewer, type Reviewer } from '../domain/reviewer.ts'
import { removedAnnotationOf } from '../domain/shown-annotation.ts'
import { supersedes, versionHash, type Version } from '../domain/version.ts'
import { latestWithheld, subjectOf, type WithheldVersion } from '../domain/withheld.ts'
import { aUuid } from './builders.ts'

/** What the tabs of one browser share: rows in memory, as durable as the test. */
export interface MemoryDevice {
  /** Opens a tab under a name of its own, or under that of a tab that has ended. */
  openTab(ended?: MemoryStorage): MemoryStorage
  /** Every version that is stored. */
  versions(): readonly Version[]
  /** What is stored of evidence that never leaves. */
  withheld(): readonly WithheldVersion[]
  /** From now on reads say that these rows are damaged. */
  reportDamage(damaged: readonly DamagedRow[]): void
  /** Every text is gone. */
  loseRevisions(): void
}

/** The storage of one tab, with faults on demand. */
export interface MemoryStorage extends ReviewStorage {
  /** What this tab has durably written, in order. */
  readonly committed: readonly Changes[]
  /** Until told otherwise (`null`) commits fail with this problem and write nothing. */
  failCommits(problem: StorageProblem | null): void
  /** Only the next commit fails. */
  failNextCommit(problem: StorageProblem): void
  /** From now on commits wait, in order, and then do what they would have done; returns how to let them go. */
  holdCommits(): () => void
  /** From now on reads take in what is stored when they are asked, and answer only when they are let go. */
  holdReads(): () => void
  /** Reads that are asked from now on are answered at once, before those that are held. */
  passReads(): void
  failReads(problem: StorageProblem | null): void
}

/** A browser with an empty library. */
export function aMemoryDevice(): MemoryDevice {
  const rows = emptyRows()
  const tabs: Tab[] = []
  return {
    versions: () => rows.versions,
    withheld: () => rows.withheld,
    reportDamage: damaged => void (rows.damaged = damaged),
    loseRevisions: () => rows.revisions.clear(),
    openTab(ended) {
      const name = ended ? tabs.findIndex(tab => tab === ended) : tabs.length
      tabs[name] = aTab(rows, name, (from, change) => {
        for (const tab of tabs) if (tab !== from) tab.hear(change)
      })
      return tabs[name]
    },
  }
}

const SAVED_AT = '2026-11-20T12:00:00.000Z'

interface Rows {
  articles: Map<ArticleId, Article>
  revisions: Map<string, Revision>
  originals: Map<string, Original>
  shelf: Map<ArticleId, ShelfEntry>
  tallies: Map<ArticleId, Tally>
  viewStates: Map<ArticleId, ViewState>
  reviewers: Map<string, Reviewer>
  versions: readonly Version[]
  withheld: readonly WithheldVersion[]
  /** How many versions each device has written, also those that are gone. */
  counts: Map<DeviceId, number>
  settings: Settings | undefined
  state: LibraryState | null
  damaged: readonly DamagedRow[]
}

function emptyRows(): Rows {
  return {
    articles: new Map(),
    revisions: new Map(),
    originals: new Map(),
    shelf: new Map(),
    tallies: new Map(),
    viewStates: new Map(),
    reviewers: new Map(),
    versions: [],
    withheld: [],
    counts: new Map(),
    settings: undefined,
    state: null,
    damaged: [],
  }
}

interface Tab extends MemoryStorage {
  hear(change: OutsideChange): void
}

function aTab(rows: Rows, name: number, tell: (from: Tab, change: OutsideChange) => void): Tab {
  const device = aUuid(0xd001 + name)
  const listeners = new Set<(change: OutsideChange) => void>()
  const committed: Changes[] = []
  const commits = aGate({ inOrder: true })
  const reads = aGate({ inOrder: false })
  let problem: StorageProblem | null = null
  let nextProblem: StorageProblem | null = null
  let readProblem: StorageProblem | null = null

  async function read<T>(answer: () => T) {
    const outcome = readProblem ? fail(readProblem) : succeed(structuredClone(answer()))
    await reads.pass()
    return outcome
  }

  const tab: Tab = {
    committed,
    readLibrary: () =>
      read(() => ({
        isNew: rows.shelf.size === 0 && rows.settings === undefined,
        articles: [...rows.articles.values()],
        shelf: [...rows.shelf.values()],
        tallies: [...rows.tallies.values()],
        reviewers: [...rows.reviewers.values()],
        settings: rows.settings ?? DEFAULT_SETTINGS,
        damaged: rows.damaged,
      })),
    readArticle: id =>
      read(() => {
        const article = rows.articles.get(id)
        const versions = rows.versions.filter(version => version.article === id)
        const authors = new Set(versions.map(({ reviewer }) => reviewer))
        if (!article) return null
        return {
          article,
          revisions: [...rows.revisions.values()].filter(revision => revision.article === id),
          versions,
          withheld: rows.withheld.filter(version => version.article === id),
          reviewers: [...rows.reviewers.values()].filter(reviewer => authors.has(reviewer.id)),
          damaged: rows.damaged,
        }
      }),
    readOriginals: id =>
      read(() => ({ originals: [...rows.originals.values()].filter(({ article }) => article === id), damaged: [] })),
    readRemoved: () =>
      read(() => {
        const annotations = rows.versions.filter(version => version.record === 'annotation')
        return [...byRecord(annotations).values()].filter(record => removedAnnotationOf(record) !== null).flat()
      }),
    readViewState: id => read(() => rows.viewStates.get(id) ?? null),
    leaseDevice: () =>
      read(() => ({
        device,
        count: rows.counts.get(device) ?? 0,
      })),
    async commit(changes) {
      const copy = structuredClone(changes)
      await commits.pass()
      const stopped = nextProblem ?? problem
      nextProblem = null
      if (stopped) return fail(stopped)
      write(rows, copy)
      committed.push(copy)
      const change = outsideChange(copy)
      if (change.articles.length + (copy.reviewers?.length ?? 0) > 0) tell(tab, change)
      return succeed(undefined)
    },
    readFacts: () => read(() => factsOf(rows)),
    exportRaw: () => new Blob([JSON.stringify([...rows.articles.values()])]).stream(),
    async startAnew() {
      await commits.pass()
      Object.assign(rows, emptyRows())
      return succeed(undefined)
    },
    async acceptAsIs() {
      await commits.pass()
      return problem ? fail(problem) : succeed(undefined)
    },
    async eraseEverything() {
      await commits.pass()
      if (problem) return fail(problem)
      Object.assign(rows, emptyRows())
      return succeed(undefined)
    },
    onOutsideChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hear: change => listeners.forEach(listener => listener(change)),
    failCommits: reason => void (problem = reason),
    failNextCommit: reason => void (nextProblem = reason),
    failReads: reason => void (readProblem = reason),
    holdCommits: commits.close,
    holdReads: reads.close,
    passReads: reads.open,
  }
  return tab
}

/** Lets through what comes to it while it is open; in order, so that nothing overtakes what waits, or not. */
function aGate({ inOrder }: { readonly inOrder: boolean }) {
  let opened: Promise<void> = Promise.resolve()
  let last: Promise<void> = Promise.resolve()
  const open = () => {
    opened = Promise.resolve()
  }
  return {
    open,
    async pass(): Promise<void> {
      const mine = opened
      last = inOrder ? last.then(() => mine) : mine
      await last
    },
    close: (): (() => void) => {
      let letGo = () => {}
      opened = new Promise<void>(resolve => {
        letGo = resolve
      })
      return () => {
        open()
        letGo()
      }
    },
  }
}

function factsOf({ state, articles, revisions, versions, withheld, originals, shelf, tallies }: Rows): LibraryFacts {
  const shown = [...shelf.values()].filter(({ binned }) => !binned)
  const counts = shown.flatMap(({ article }) => Object.values(tallies.get(article)?.verdicts ?? {}))
  return {
    state,
    backup: null,
    rows: {
      articles: articles.size,
      revisions: revisions.size,
      versions: versions.length,
      originals: originals.size,
      withheld: withheld.length,
    },
    removals: 0,
    articles: shown.length,
    annotations: counts.reduce((sum, count) => sum + count, 0),
  }
}

function write(rows: Rows, changes: Changes): void {
  rows.state = { database: aUuid(0xdb), sequence: (rows.state?.sequence ?? 0) + 1, savedAt: SAVED_AT }
  const { articles = [], revisions = [], originals = [], shelf = [], tallies = [], reviewers = [] } = changes
  for (const original of originals) put(rows.originals, originalKey(original), original, earlierOriginal)
  for (const article of articles) put(rows.articles, article.id, article, laterArticle)
  for (const revision of revisions)
    put(rows.revisions, `${revision.article} ${revision.hash}`, revision, chosenRevision)
  for (const reviewer of reviewers) put(rows.reviewers, reviewer.id, reviewer, laterReviewer)
  for (const entry of shelf) rows.shelf.set(entry.article, entry)
  for (const tally of tallies) rows.tallies.set(tally.article, tally)
  if (changes.viewState) rows.viewStates.set(changes.viewState.article, changes.viewState)
  if (changes.settings) rows.settings = { ...DEFAULT_SETTINGS, ...rows.settings, ...changes.settings }
  const dropped = new Set(changes.droppedVersions?.map(versionHash))
  const kept = rows.versions.filter(version => !dropped.has(versionHash(version)))
  rows.versions = mergeVersions(kept, changes.versions ?? [])
  for (const erasure of changes.erasures ?? []) {
    const known = rows.versions.filter(({ id }) => id === erasure.id)
    const hasSeenAll = known.length > 0 && known.every(version => supersedes(erasure, version))
    if (hasSeenAll) rows.versions = mergeVersions(rows.versions, [erasure])
  }
  const erased = new Set(rows.versions.filter(({ kind }) => kind === 'erased').map(({ id }) => id))
  const withheld = latestWithheld(mergeVersions(rows.withheld, changes.withheld ?? []))
  rows.withheld = withheld.filter(({ annotation }) => !erased.has(annotation))
  for (const {
    dot: [device, count],
  } of [...(changes.versions ?? []), ...(changes.withheld ?? []), ...(changes.erasures ?? [])]) {
    rows.counts.set(device, Math.max(rows.counts.get(device) ?? 0, count))
  }
  for (const article of changes.droppedArticles ?? []) dropArticle(rows, article)
}

function dropArticle(rows: Rows, id: ArticleId): void {
  const entry = rows.shelf.get(id)
  if (entry ? !entry.binned : rows.articles.has(id)) return
  rows.articles.delete(id)
  rows.shelf.delete(id)
  rows.tallies.delete(id)
  rows.viewStates.delete(id)
  for (const [key, revision] of rows.revisions) if (revision.article === id) rows.revisions.delete(key)
  for (const [key, original] of rows.originals) if (original.article === id) rows.originals.delete(key)
  rows.versions = rows.versions.filter(({ article }) => article !== id)
  rows.withheld = rows.withheld.filter(({ article }) => article !== id)
}

function put<Row>(rows: Map<string, Row>, key: string, row: Row, choose: (a: Row, b: Row) => Row): void {
  const known = rows.get(key)
  rows.set(key, known === undefined ? row : choose(known, row))
}

function outsideChange({ articles = [], shelf = [], tallies = [], ...changes }: Changes): OutsideChange {
  const versions = [...(changes.versions ?? []), ...(changes.droppedVersions ?? []), ...(changes.erasures ?? [])]
  const withheld = changes.withheld ?? []
  const named = [...shelf, ...tallies, ...versions, ...withheld].map(({ article }) => article)
  return {
    articles: [...new Set([...articles.map(({ id }) => id), ...named, ...(changes.droppedArticles ?? [])])],
    records: [...new Set([...versions, ...withheld].map(subjectOf))],
  }
}
