import type { Alignment } from './align/alignment.ts'
import { findEvidence } from './facts/capital-names.ts'
import type { FactReader } from './facts/fact-reader.ts'
import { lexiconOf } from './facts/lexicon.ts'

/** Both revisions of an alignment, each as it is read for facts in its language. */
export function readersOf({ from, to, vocabulary }: Alignment): { readonly old: FactReader; readonly new: FactReader } {
  const texts = [
    { side: from, vocabulary },
    { side: to, vocabulary },
  ] as const
  const lexicons = [lexiconOf(from.language), lexiconOf(to.language)] as const
  const evidence = findEvidence(texts, lexicons[1].language)
  return {
    old: { ...texts[0], lexicon: lexicons[0], evidence, known: new Map() },
    new: { ...texts[1], lexicon: lexicons[1], evidence, known: new Map() },
  }
}
