import type { AnnotationSet } from '../domain/annotation-set.ts'
import type { DecodeProblem } from '../domain/decode-problem.ts'
import type { Result } from '../domain/result.ts'
import type { Signature } from '../domain/signature.ts'
import type { ChangeStates } from '../domain/statement.ts'
import type { FormatId } from '../wording/format-names.ts'
import type { Fates } from './fates.ts'
import type { ForeignFile } from './foreign.ts'
import type { Incoming } from './incoming.ts'
import type { ReadSet } from './read-set.ts'

/** One format: how sets are written in it and how its files are read. Its name and explanation are in the wording, by `id`. */
export interface Codec {
  readonly id: FormatId
  /** Absent where Factmark only reads the format. */
  readonly writer?: Writer
  /** Absent where Factmark only writes the format. */
  readonly reader?: Reader
}

/** How a set is written in a format. */
export interface Writer {
  /** With the dot. */
  readonly extension: `.${string}`
  /** Without parameters: file pickers refuse them. */
  readonly mediaType: `${string}/${string}`
  /** What becomes of the parts of a set that the format cannot express; what is not named is kept. */
  readonly fates: Fates
  /** Whether the format names who publishes the checks, so that a person is asked. */
  readonly usesPublisher?: true
  /** Whether its files hold the set with its signatures. */
  readonly signs?: true
  /** A text is to be written as UTF-8. Equal sets with equal options give equal files. */
  encode(set: AnnotationSet, options: WriteOptions): string | Uint8Array<ArrayBuffer>
}

/** What a writer is told besides the set. */
export interface WriteOptions {
  /** How statements fared up to the set's newest text. */
  readonly changes: ChangeStates
  /** Who publishes the checks, for the formats that name them; empty strings where nobody said. */
  readonly publisher: Publisher
  /** Signatures of this very set, for the formats that hold them. */
  readonly signatures?: readonly Signature[]
}

/** An organisation that publishes fact checks. */
export interface Publisher {
  readonly name: string
  /** A web address below which the checks are published, or nothing. */
  readonly url: string
}

export const NO_PUBLISHER: Publisher = { name: '', url: '' }

/** How files of a format are told and read. */
export interface Reader {
  /** Whether this is a file of the format, told by its content and not by its name. Never throws. */
  recognises(incoming: Incoming): boolean
  /**
   * Reads what `recognises` said yes to. Never throws; fails with the first thing that makes the whole useless. What takes long
   * tells the share that is done, from 0 to 1.
   */
  read(incoming: Incoming, tell?: (share: number) => void): Result<Reading, DecodeProblem>
}

/** What a file holds. */
export type Reading =
  /** A set of Factmark's own, whole. */
  | ({ readonly kind: 'set' } & ReadSet)
  /** Annotations that still have to be placed in an article. */
  | { readonly kind: 'foreign'; readonly file: ForeignFile }
