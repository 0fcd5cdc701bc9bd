import type { Claim, Evidence } from '../domain/annotation.ts'
import type { Timestamp } from '../domain/identifiers.ts'

/** What another tool's file says, before it is known which articles it is about. */
export interface ForeignFile {
  readonly documents: readonly ForeignDocument[]
  /** What of the file was not read, and why. */
  readonly skipped: readonly SkippedItem[]
}

/** What a file says of one text. Empty strings stand for what it does not say. */
export interface ForeignDocument {
  /** The whole text, line feeds as in the file; `null` when the file has only quotes from it. */
  readonly text: string | null
  readonly title: string
  readonly sourceUrl: string
  /** BCP 47. */
  readonly language: string
  /** A hash of Factmark's that names the text, where the file has one. */
  readonly textHash: string
  readonly annotations: readonly ForeignAnnotation[]
}

/** One annotation of another tool. Empty strings stand for what it does not say. */
export interface ForeignAnnotation {
  /** Names it for good: in another export of the same work it has the same key. */
  readonly key: string
  /** Where it stands in the file, such as `rows[3]` or `line 12`. */
  readonly place: string
  readonly author: ForeignAuthor
  /** The words it is about with what stands around them; `null` where only a position is known. */
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null
  /** Where they may stand, the likeliest first: peers disagree on the unit. `end` is exclusive. */
  readonly positions: readonly ForeignPosition[]
  /** What may stand for a verdict: a person decides with `LabelMapping`. */
  readonly labels: readonly string[]
  readonly tags: readonly string[]
  readonly rationale: string
  readonly claim: Claim
  readonly evidence: readonly Evidence[]
  readonly created: Timestamp
  readonly modified: Timestamp
}

/** Who made an annotation: an identifier in the other tool, and a name for people. */
export interface ForeignAuthor {
  readonly id: string
  readonly name: string
}

/** A stretch of the document's text as it stands in the file. */
export interface ForeignPosition {
  readonly unit: 'utf-16' | 'code-points'
  readonly start: number
  readonly end: number
}

/** Something in a file that was left out. */
export interface SkippedItem {
  /** Such as `rows[3].target` or `line 12`. */
  readonly place: string
  readonly reason: SkipReason
}

/** Why something was left out; the wording has a sentence for each. */
export type SkipReason =
  /** It is not built as the format says: `expected` says what should be there, as the end of "this …". */
  | { readonly kind: 'malformed'; readonly expected: string }
  /** It says neither words nor a place, such as a note on a whole page. */
  | { readonly kind: 'no-statement' }
  /** Its place is not within the text. */
  | { readonly kind: 'outside-text' }
  /** What its place says is not what it quotes. */
  | { readonly kind: 'wrong-quote' }
  /** The same was said before in this file. */
  | { readonly kind: 'repeated' }
  /** It is of a kind that says nothing of a statement, such as a relation; `what` names it as the file does. */
  | { readonly kind: 'other-kind'; readonly what: string }
