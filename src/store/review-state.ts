import type { StateCreator } from 'zustand/vanilla'
import type { AnnotationContent, Evidence } from '../domain/annotation.ts'
import type { ArticleContent } from '../domain/article-content.ts'
import type { Article, ArticleDetails, Revision } from '../domain/article.ts'
import type { ChangeState } from '../domain/change-state.ts'
import type { ArticleId, RecordId, ReviewerId, TextHash } from '../domain/identifiers.ts'
import type { Filter, OutsideChange, Settings, ShelfEntry, Tally, ViewState } from '../domain/library.ts'
import type { LibraryFacts } from '../domain/library-damage.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import type { CapturedText } from '../domain/original.ts'
import type { Result } from '../domain/result.ts'
import type { Changes, DeviceLease, StorageProblem, StoredOriginals } from '../domain/review-storage.ts'
import type { Reviewer } from '../domain/reviewer.ts'
import type { Span } from '../domain/selector.ts'
import type { ChangeStates, Statement } from '../domain/statement.ts'
import type { TextEdit } from '../domain/text-edits.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { RemovedAnnotation } from '../domain/shown-annotation.ts'
import type { AnnotationVersion, Version } from '../domain/version.ts'
import type { BackupSlice } from './backup-state.ts'
import type { SigningSlice } from './signing-state.ts'
import type { SearchOptions } from '../anchoring/change-states.ts'
import type { OpenArticle, PlacedAnnotation } from './open-article.ts'
import type { RecordChange } from './record-change.ts'
import type { SessionClock } from './session-clock.ts'
import type { Step, StepEntry, UndoStacks } from './undo.ts'

/** All that the interface shows: a projection of what is stored, plus view state. */
export interface ReviewState
  extends
    LibrarySlice,
    DetailsSlice,
    ArticleSlice,
    WritingSlice,
    CommandsSlice,
    WithholdingSlice,
    HistorySlice,
    BinSlice,
    ImportSlice,
    UpdateSlice,
    SavingSlice,
    BackupSlice,
    SigningSlice,
    ViewSlice {}

/** A part of the store that may read and call every other part. */
export type Slice<Part> = StateCreator<ReviewState, [], [], Part>

/** An article as it comes in: what it is, its first text, and what to call it here. */
export interface IncomingArticle {
  readonly article: Article
  readonly revision: Revision
  /** What the text was made of. */
  readonly original?: CapturedText
}

/** A change of the library that can be taken back: of an article's place in it, or of what is known of the article. */
export type ShelfStep =
  | { readonly kind: 'shelf'; readonly article: ArticleId; readonly before: ShelfEntry; readonly after: ShelfEntry }
  | {
      readonly kind: 'details'
      readonly article: ArticleId
      readonly before: ArticleDetails
      readonly after: ArticleDetails
    }

/** The library of this device: its articles, their names and tallies, who reviews, and what the person wishes. */
export interface LibrarySlice {
  readonly started: 'no' | 'yes' | { readonly problem: StorageProblem }
  /** Whether this device had no library before this start. */
  readonly isFirstStart: boolean
  readonly articles: Readonly<Record<ArticleId, Article>>
  readonly shelf: Readonly<Record<ArticleId, ShelfEntry>>
  readonly tallies: Readonly<Record<ArticleId, Tally>>
  readonly reviewers: Readonly<Record<ReviewerId, Reviewer>>
  readonly settings: Settings
  readonly shelfUndo: readonly ShelfStep[]
  readonly shelfRedo: readonly ShelfStep[]
  /** Reads what is stored; puts the supplied articles on the shelf of a device that has no library yet. */
  start(supplied: () => Promise<readonly IncomingArticle[]>): Promise<void>
  /** Puts an article on the shelf and returns its id; one that is there already is only taken out of the bin. What it was made of is kept in any case. */
  addArticle(incoming: IncomingArticle): ArticleId
  renameArticle(id: ArticleId, name: string): void
  /** Puts an article in the bin. Nothing of it is removed. */
  deleteArticle(id: ArticleId): void
  /** Takes an article out of the bin. */
  restoreArticle(id: ArticleId): void
  /** Makes a change of the library that was made elsewhere one that can be taken back. */
  pushShelfStep(step: ShelfStep): void
  undoShelf(): void
  redoShelf(): void
  changeSettings(wishes: Partial<Settings>): void
  /** The local reviewer, made on the spot when there is none. */
  ensureReviewer(): Reviewer
  /** Changes the local reviewer's name or colour. */
  changeReviewer(about: Partial<Pick<Reviewer, 'name' | 'colour'>>): void
  /** Reads again what another tab may have changed. */
  refreshLibrary(): Promise<void>
  eraseEverything(): Promise<StorageProblem | null>
  /** What the database says of itself. */
  readFacts(): Promise<Result<LibraryFacts, StorageProblem>>
}

/** What is known of articles beside their texts: who wrote them, where they are from, what they were made of. */
export interface DetailsSlice {
  /**
   * Corrects what is known of an article, as its next edition; the library can take it back. Another language divides the
   * text into other segments; what was written about it stays where it is.
   */
  changeDetails(id: ArticleId, details: ArticleDetails): void
  /** The same without a step that could be taken back. */
  writeDetails(id: ArticleId, details: Partial<ArticleDetails>): void
  /** Shows the open article as it is described by now; of another article nothing is shown. */
  showDescription(article: Article): void
  /** Counts anew how far an article is that was opened before. */
  recount(id: ArticleId): Promise<void>
  /** What the texts of an article were made of, those included that are not saved yet. */
  readOriginals(id: ArticleId): Promise<Result<StoredOriginals, StorageProblem>>
}

/** Why an article cannot be shown. */
export type OpenProblem =
  | { readonly kind: 'no-such-article' }
  /** It was open here when another tab erased it from this device. */
  | { readonly kind: 'erased-elsewhere' }
  | { readonly kind: 'storage'; readonly problem: StorageProblem }

/** The records of an article that may leave this device, and how its statements fared up to its newest text. */
export interface ExportedRecords extends ArticleRecords {
  readonly changes: ChangeStates
  readonly withheld: WithheldCounts
}

/** What stays on this device when an article is exported. */
export interface WithheldCounts {
  readonly sources: number
  /** Versions that hold, or may hold, what is withheld. */
  readonly versions: number
  /** Annotations of which nothing is exported, because what they say now still holds it. */
  readonly annotations: number
}

/** The article under review. */
export interface ArticleSlice {
  readonly open: OpenArticle | null
  readonly openProblem: OpenProblem | null
  /** Where the reviewer stopped last time, until they go on or begin something else. */
  readonly resumable: ViewState | null
  /**
   * Opens an article of the library, settling what is still being typed in the one before. Of several calls the last
   * one counts, and closing calls all of them off.
   */
  openArticle(id: ArticleId): Promise<void>
  closeArticle(): void
  /** Opens the open article again, in the revision that the library names by now. */
  reopen(): Promise<void>
  /** Takes in what another tab has written. */
  takeOutsideChange(change: OutsideChange): Promise<void>
  /** All that an export of the open article takes: what is stored, and what is still waiting to be saved. */
  recordsForExport(): Promise<Result<ExportedRecords, StorageProblem>>
}

/** Writing versions: every change of a record goes through here, with its session and its undo step. */
export interface WritingSlice {
  /** The name this tab writes under, and how many versions it wrote; `null` until the start. */
  readonly lease: DeviceLease | null
  /** What can be undone in each article. In memory: it outlives leaving an article, not the tab. */
  readonly stacks: Readonly<Record<ArticleId, UndoStacks>>
  readonly session: SessionClock | null
  /** Makes one command of these changes: shown at once, one transaction, one undo step. Returns what it did to each record. */
  perform(label: string, changes: readonly RecordChange[]): readonly StepEntry[]
  /** Makes a step that was written elsewhere (an import) undoable in its article. */
  pushStep(article: ArticleId, step: Step): void
  undo(): void
  redo(): void
  /** A key, a pointer or a scroll; `wasVisible` says whether the page could be seen since the last one. */
  noteActivity(wasVisible: boolean): void
  /** Keeps the active time so far, for when the page is hidden or the article closed. */
  pauseSession(): void
}

/** What a reviewer can do to statements. Each command is one transaction and one undo step. */
export interface CommandsSlice {
  /**
   * Gives a statement a verdict: the given span, else the selected text, else the segments under the cursor. Where the local
   * reviewer has already annotated it, that annotation's verdict changes. Returns the annotation, or `null` when
   * there is nothing under the cursor.
   */
  tag(verdict: Verdict, span?: Span): RecordId | null
  /** The local reviewer's annotation of the statement, tagged `unverified` first where there is none, with the focus in its rationale. */
  addNote(span?: Span): void
  /** The same with the focus in a new piece of evidence. */
  addEvidence(span?: Span): void
  /** Marks the segments under the cursor as "nothing to check", or takes the marks away where all have one. */
  toggleNothingToCheck(): void
  /**
   * Changes one of the local reviewer's annotations. Of a conflict it changes the reading that its open card shows, and
   * leaves the others standing beside it.
   */
  edit(id: RecordId, change: Partial<Omit<AnnotationContent, 'created' | 'selector' | 'revision'>>): void
  /** Deletes annotations of the local reviewer. Undoable. */
  remove(ids: readonly RecordId[]): void
  /** Deletes the selected annotation, or the one under the cursor. */
  removeAtCursor(): void
  /** Gives many annotations of the local reviewer the same verdict. */
  tagAll(ids: readonly RecordId[], verdict: Verdict): void
  /** Adds a tag to many annotations of the local reviewer. */
  labelAll(ids: readonly RecordId[], tag: string): void
}

/** Evidence of the local reviewer's annotations that never leaves this device but in backups. Each command is undoable. */
export interface WithholdingSlice {
  /** Takes a piece of evidence, by its place in an annotation, out of what may leave. */
  withhold(id: RecordId, index: number): void
  /** Puts withheld evidence back among the rest of its annotation. */
  release(id: RecordId, record: RecordId): void
  editWithheld(id: RecordId, record: RecordId, change: Partial<Evidence>): void
  /** Deletes withheld evidence. What it said stays in no record, and comes back by undo alone. */
  removeWithheld(id: RecordId, record: RecordId): void
}

/** A statement of the open article, and how it would fare in another text. */
export interface UpdatedStatement {
  readonly annotation: PlacedAnnotation
  /** `null` where it could not be found out. */
  readonly change: ChangeState | null
}

/** What another text of the open article would change. */
export interface UpdatePreview {
  readonly content: ArticleContent
  readonly text: string
  /** In the order of the text that is open. */
  readonly statements: readonly UpdatedStatement[]
}

/** Why a text cannot be the next one of the open article. */
export type UpdateProblem =
  | { readonly kind: 'same-text' }
  | { readonly kind: 'storage'; readonly problem: StorageProblem }

/** Why there is no preview of another text: it is the same, the search was stopped, or it failed. */
export type PreviewProblem = { readonly kind: 'same-text' | 'cancelled' | 'not-compared' }

/** What another text was made of: a file or a paste, or the open text by these edits. */
export interface UpdateSource {
  readonly original?: CapturedText | undefined
  readonly edits?: readonly TextEdit[] | undefined
}

/** How to look for statements in another text, and by which edits it was made of the open one, if it was. */
export interface PreviewOptions extends SearchOptions {
  readonly edits?: readonly TextEdit[] | undefined
}

/** The revisions of the open article, and what becomes of its statements from one to the next. */
export interface UpdateSlice {
  /** How every annotation of the open article would fare in another text. Writes nothing; takes long for a long text. */
  previewUpdate(content: ArticleContent, options?: PreviewOptions): Promise<Result<UpdatePreview, PreviewProblem>>
  /** Stores another text, with what it was made of, as the article's next revision, and opens it. One transaction; the library can take it back. */
  acceptUpdate(content: ArticleContent, source?: UpdateSource): Promise<UpdateProblem | null>
  /** Opens a stored revision of the open article. */
  showRevision(revision: TextHash): Promise<StorageProblem | null>
  /** The local reviewer's statements stand where they were found in the open text, and their verdicts hold for it. */
  confirm(ids: readonly RecordId[]): void
  /** One of the local reviewer's statements stands at this place of the open text. */
  attach(id: RecordId, span: Span): void
}

/** What annotations said before, and what becomes of readings that stand beside each other. */
export interface HistorySlice {
  /** The annotation whose history is shown. */
  readonly history: RecordId | null
  showHistory(id: RecordId | null): void
  /**
   * Makes an annotation of the local reviewer say again what one of its versions (by its hash) said, also a deleted one.
   * The new version has seen all others, so of a conflict this keeps one reading. Undoable; nothing where nothing changes.
   */
  restoreVersion(id: RecordId, hash: string): void
}

/** An annotation in the bin, with all its versions. */
export interface BinnedAnnotation extends RemovedAnnotation {
  readonly versions: readonly AnnotationVersion[]
}

/** What is chosen to be erased for good. */
export interface Erasure {
  readonly articles: readonly ArticleId[]
  readonly annotations: readonly RecordId[]
}

/** What was deleted in the whole library, and is kept until the bin is emptied. */
export interface BinSlice {
  /** The local reviewer's deleted annotations of all articles; `null` unless the bin is open. */
  readonly bin: readonly BinnedAnnotation[] | null
  readonly binProblem: StorageProblem | null
  /** Reads what was deleted; from then on what other tabs delete and restore is shown too. */
  openBin(): Promise<void>
  closeBin(): void
  /**
   * Brings a deleted annotation back into its article, where that can be undone. Answers with the problem, or with `null`,
   * also where another tab has brought it back already.
   */
  restoreAnnotation(annotation: RemovedAnnotation): Promise<StorageProblem | null>
  /**
   * Erases for good, in one transaction: of the annotations all versions, here and in every merge; of the articles everything
   * that is on this device. What another tab has brought back meanwhile is left: the answer counts it. Cannot be undone.
   */
  erase(chosen: Erasure): Promise<Result<{ readonly left: number }, StorageProblem>>
}

/** What an import would do. Counts are of annotations unless they say otherwise. */
export interface ImportPreview extends ImportComparison {
  /** How the annotations of the file stand in the text that is shown here; of a new article, in its newest. */
  readonly states: ReadonlyMap<RecordId, ChangeState['kind']>
}

/** What the versions of a file would change in one article. */
export interface ImportComparison {
  readonly article: ArticleId
  readonly title: string
  readonly isNewArticle: boolean
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly unchanged: number
  /** Annotations that will show several versions which do not know each other, and do not now. */
  readonly conflicting: number
  readonly sessions: number
  /** How many annotations of the local reviewer are among those that are changed, removed or newly in conflict. */
  readonly ownTouched: number
  /** Records that are left out: the set signs them with another name than the one who wrote them here. */
  readonly skipped: readonly SkippedRecord[]
  /** The reviewers in the set who are not the local one. */
  readonly reviewers: readonly {
    readonly id: string
    readonly name: string
    readonly annotations: number
  }[]
  /** The annotations of the file, each with what would become of it here, in the order of the text. */
  readonly annotations: readonly ImportedAnnotation[]
  /** The versions that are not here yet. */
  readonly newVersions: readonly Version[]
}

/** An annotation of a file beside what is here. */
export interface ImportedAnnotation {
  readonly id: RecordId
  readonly fate: 'added' | 'changed' | 'unchanged' | 'conflicting'
  readonly statement: Statement
  readonly verdict: Verdict
  readonly reviewer: ReviewerId
}

/** A record of a set that is not taken in, because only its reviewer writes a record's versions. */
export interface SkippedRecord {
  readonly id: RecordId
  readonly record: Version['record']
  /** The words that it is about; `null` for a session and a removal. */
  readonly quote: string | null
  /** Who wrote it here, and who signs it in the set; the name may be empty. */
  readonly writtenBy: string
  readonly signedBy: string
}

/** Taking in annotations that were read from a file. */
export interface ImportSlice {
  /** Merges in memory and says what would change in one article. Nothing is written. */
  previewImport(theirs: ArticleRecords): Promise<Result<ImportPreview, StorageProblem>>
  /** Writes the merge in one transaction, undoable. `me` declares a reviewer of the file to be the local one. */
  acceptImport(theirs: ArticleRecords, me: string | null): Promise<Result<ImportComparison, StorageProblem>>
  /** The same for different articles, all in one transaction, and undoable in each. `onProgress` hears the share that is written. */
  acceptImports(
    theirs: readonly ArticleRecords[],
    me: string | null,
    onProgress?: (share: number) => void,
  ): Promise<Result<readonly ImportComparison[], StorageProblem>>
  /** What is here of an article of the library, to tell whether a file is about it. Saved work only. */
  readForImport(id: ArticleId): Promise<Result<ArticleRecords | null, StorageProblem>>
}

/** What the header says: it is true only after the last transaction has completed. */
export type SavingStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly problem: StorageProblem }

/** Writing to disk: what is on its way, what failed, and what is still being typed. */
export interface SavingSlice {
  readonly saving: SavingStatus
  /** Hands changes to storage in the same event; failed ones stay here and are tried again. */
  save(changes: Changes): Promise<void>
  /** The same without a word in the status: for view state and tallies, without which nothing of the work is lost. */
  saveQuietly(changes: Changes): void
  /** Tries again what could not be saved. */
  retrySaving(): Promise<void>
  /** Gives up what is not saved, and what is being typed. */
  dropUnsaved(): void
  /** Announces that a field differs from what is stored; `settle` stores it after a pause, or earlier when asked. */
  draft(field: string, settle: () => void): void
  /** Stores what was typed into one field now. */
  settleDraft(field: string): void
  /** Stores what was typed anywhere now. */
  settleDrafts(): void
  /** Writes what cannot be taken back, after all that is on its way; it is not tried again when it fails. */
  commitNow(changes: Changes): Promise<Result<void, StorageProblem>>
  /** Resolves when nothing is on its way any more, saved or not, quiet or not. */
  whenSettled(): Promise<void>
  /**
   * What is stored, and beside it the changes that it may lack, in the order in which they were made: those that were
   * not saved when the reading began, and those made meanwhile.
   */
  readStored<T>(read: () => Promise<T>): Promise<readonly [stored: T, unsaved: readonly Changes[]]>
}

/** The segments under the cursor: `head` is where it is, `anchor` where Shift began. Indices of segments. */
export interface Cursor {
  readonly anchor: number
  readonly head: number
}

/** Where the focus shall go next, and in which card. */
export interface FocusRequest {
  readonly target: 'card' | 'rationale' | 'evidence' | 'withhold' | 'release' | 'claim' | 'article' | 'search'
  readonly id: RecordId | null
}

/** What the polite live region says. */
export type Announcement =
  | {
      readonly kind: 'segment'
      readonly text: string
      readonly verdict: Verdict | 'nothing-to-check' | null
    }
  | {
      readonly kind: 'tagged'
      readonly verdict: Verdict
      readonly at: number
      readonly of: number
    }
  | {
      readonly kind:
        | 'marked'
        | 'unmarked'
        | 'deleted'
        | 'restored'
        | 'settled'
        | 'withheld'
        | 'released'
        | 'nothing-here'
        | 'all-reviewed'
        | 'link-copied'
    }
  | { readonly kind: 'changed' | 'conflict'; readonly count: number }
  | { readonly kind: 'undone' | 'redone'; readonly label: string }

/** What stands in a dismissible line until it is read. */
export type Notice =
  | { readonly kind: 'left-alone'; readonly records: readonly RecordId[] }
  | { readonly kind: 'article-deleted'; readonly article: ArticleId; readonly name: string }
  | { readonly kind: 'article-known'; readonly name: string }
  | { readonly kind: 'articles-added'; readonly added: number; readonly known: number }
  /** Files that the program was opened with and that could not be read. */
  | { readonly kind: 'files-unreadable'; readonly names: readonly string[] }
  | { readonly kind: 'imported'; readonly annotations: number }
  | { readonly kind: 'no-such-statement' }
  /** Rows of the library or of the open article that cannot be read and are left out. */
  | { readonly kind: 'damaged-rows'; readonly count: number }
  /** What was stored by another tab or an import could not be read: an older state is shown. */
  | { readonly kind: 'out-of-date' }

/** Cursor, selection, filters: local, in no exported record. */
export interface ViewSlice {
  readonly cursor: Cursor | null
  /** The statement that is selected in the article, grown to whole words unless the person asked for the exact characters. */
  readonly selection: Span | null
  /** The annotation whose card is open. */
  readonly selected: RecordId | null
  /** The cards chosen for a change of many at once. */
  readonly chosen: ReadonlySet<RecordId>
  readonly filter: Filter
  /** UTF-16 offset at the top of the view. */
  readonly topOffset: number
  readonly focusRequest: FocusRequest | null
  readonly announcement: Announcement | null
  readonly notice: Notice | null
  readonly helpShown: boolean
  placeCursor(cursor: Cursor | null): void
  selectText(selection: Span | null): void
  select(id: RecordId | null): void
  choose(id: RecordId, isChosen: boolean): void
  chooseOnly(ids: readonly RecordId[]): void
  changeFilter(filter: Partial<Filter>): void
  scrolledTo(topOffset: number): void
  requestFocus(request: FocusRequest | null): void
  showHelp(shown: boolean): void
  announce(announcement: Announcement): void
  notify(notice: Notice | null): void
  /** Goes back to where the reviewer stopped last time. */
  resume(): void
  dismissResume(): void
  /** Keeps cursor, filter and scroll place now. */
  rememberView(): void
}
