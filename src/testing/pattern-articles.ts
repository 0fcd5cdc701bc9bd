import fc from 'fast-check'
import type { RevisionText } from '../anchoring/align/side.ts'
import type { Span } from '../domain/selector.ts'
import { aParagraphText } from './revision-text.ts'

/** An article whose sentences are all of a pattern or two, each about one name with numbers that stand nowhere else. */
export interface PatternArticle {
  readonly from: RevisionText
  readonly to: RevisionText
  /** The statements of the older text by the name that each is about. */
  readonly statements: readonly { readonly name: string; readonly pattern: number; readonly span: Span }[]
  /** What stands where in the newer text. */
  readonly sentences: readonly Sentence[]
}

interface Sentence {
  readonly name: string
  readonly pattern: number
  readonly span: Span
}

/** Sentences of one pattern of which some are deleted, some get other numbers, and some or all change places. */
export function arbitraryPatternArticle(): fc.Arbitrary<PatternArticle> {
  return fc
    .record({
      names: fc.shuffledSubarray(NAMES, { minLength: 3, maxLength: 10 }),
      patterns: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1, maxLength: 2 }),
      fates: fc.array(fc.constantFrom('kept', 'kept', 'edited', 'deleted'), { minLength: 20, maxLength: 20 }),
      order: fc.oneof(fc.constant(null), fc.array(fc.nat(), { minLength: 20, maxLength: 20 })),
      perParagraph: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
      first: fc.integer({ min: 2, max: 4000 }),
    })
    .map(({ names, patterns, fates, order, perParagraph, first }) => {
      let number = first
      const next = () => (number = 2 + ((number * 37 + 1001) % 9973)) // each once in a while
      const old = names.flatMap(name =>
        patterns.map(pattern => ({ name, pattern, numbers: [next(), next()] as const })),
      )
      const kept = old.flatMap((sentence, index) => {
        if (fates[index] === 'deleted') return []
        return [fates[index] === 'edited' ? { ...sentence, numbers: [next(), next()] as const } : sentence]
      })
      const placed = order
        ? kept
            .map((sentence, index) => ({ sentence, place: order[index]! }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ sentence }) => sentence)
        : kept
      const [before, after] = [laidOut(old, perParagraph[0]), laidOut(placed, perParagraph[1])]
      return { from: before.revision, to: after.revision, statements: before.sentences, sentences: after.sentences }
    })
}

const NAMES = 'Abbey Brook Castle Dene Eller Fenn Glane Horst Ivel Kern Lurch Marr Nord Orlen Pell Quay'.split(' ')

type Written = Pick<Sentence, 'name' | 'pattern'> & { readonly numbers: readonly [number, number] }

const PATTERNS: readonly (({ name, numbers }: Written) => string)[] = [
  ({ name, numbers: [a] }) => `In ${name} ward the turnout was ${a} votes.`,
  ({ name, numbers: [a, b] }) => `The ${name} bridge was closed for ${a} days and ${b} nights.`,
  ({ name, numbers: [a, b] }) => `${name} reported ${a} new cases and ${b} deaths.`,
  ({ name, numbers: [a] }) => `The mayor of ${name} said that ${a} houses would be built.`,
]

function laidOut(written: readonly Written[], perParagraph: number) {
  let text = ''
  const sentences = written.map((sentence, index) => {
    if (index > 0) text += index % perParagraph === 0 ? '\n' : ' '
    const from = text.length
    text += PATTERNS[sentence.pattern]!(sentence)
    return { name: sentence.name, pattern: sentence.pattern, span: { from, to: text.length } }
  })
  return { revision: aParagraphText(text), sentences }
}
