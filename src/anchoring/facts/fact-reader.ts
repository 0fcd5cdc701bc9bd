import type { Fact } from '../../domain/change-state.ts'
import type { TokenRange } from '../align/token-range.ts'
import type { Lexicon } from './lexicon.ts'
import type { Readable } from './readable.ts'

/** A fact that a text states, in tokens. Values are equal for facts that are equal. */
export interface FactFound extends TokenRange {
  readonly fact: Fact
  readonly value: string
}

/** What both revisions show about their words, as folds. */
export interface NameEvidence {
  /** Seen with a capital where none was due. */
  readonly capitalised: ReadonlySet<string>
  /** Seen in lower case, in German or Arabic after an article: no names. */
  readonly common: ReadonlySet<string>
}

/** What is needed to read a revision for facts. */
export interface FactReader extends Readable {
  readonly lexicon: Lexicon
  readonly evidence: NameEvidence
  /** What was found already, by sentence: many statements stand in one. */
  readonly known: Map<string, readonly FactFound[]>
}
