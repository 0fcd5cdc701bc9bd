import fc from 'fast-check'
import type { RevisionText } from '../anchoring/align/side.ts'
import type { Span } from '../domain/selector.ts'

/** A statement about words that an edit did not touch, before and after. */
export interface EditedArticle {
  readonly from: RevisionText
  readonly to: RevisionText
  readonly span: Span
  /** Where the same words are afterwards. */
  readonly place: Span
  /** The sentence that it is of, the same before and after. */
  readonly sentence: string
}

interface Sentence {
  readonly isTarget: boolean
  readonly words: readonly string[]
}
type Article = readonly (readonly Sentence[])[]

/**
 * Any article, any edit script of words, sentences and paragraphs, and a statement that the script does not touch; with
 * sentences among the others, or without, that differ from another in one word.
 */
export function arbitraryEditedArticle(lookalikes: 'with lookalikes' | 'plain' = 'plain'): fc.Arbitrary<EditedArticle> {
  const most = lookalikes === 'plain' ? 0 : MOST_LOOKALIKES
  const sentence = arbitrarySentence()
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 })
  return fc
    .record({
      article: fc
        .tuple(fc.array(paragraph, { minLength: 1, maxLength: 8 }), fc.array(arbitraryLookalike(), { maxLength: most }))
        .map(([plain, lookalikes]) => lookalikes.reduce(withLookalike, plain)),
      target: fc.nat(),
      words: fc.tuple(fc.nat(), fc.nat()),
      edits: fc.array(arbitraryEdit(most > 0 ? [...EDIT_KINDS, 'insert lookalike'] : EDIT_KINDS), { maxLength: 12 }),
    })
    .map(({ article, target, words, edits }) => {
      const count = article.flat().length
      let number = -1
      const before = article.map(sentences =>
        sentences.map(each => ({ isTarget: (number += 1) === target % count, words: each })),
      )
      const after = edits.reduce<Article>(applyEdit, before)
      return statementIn(before, after, words)
    })
}

/** A sentence that differs from another in one word: which one, where it is put, which word, and what stands for it. */
interface Lookalike {
  readonly of: number
  readonly at: number
  readonly index: number
  readonly word: string
}

function arbitraryLookalike(): fc.Arbitrary<Lookalike> {
  return fc.record({ of: fc.nat(), at: fc.nat(), index: fc.nat(), word: arbitraryWord() })
}

type PlainArticle = readonly (readonly (readonly string[])[])[]

function withLookalike(article: PlainArticle, { of, at, index, word }: Lookalike): PlainArticle {
  const words = wordsLike(article.flat(), { of, index, word })
  const paragraph = at % article.length
  return words ? article.with(paragraph, article[paragraph]!.toSpliced(at % 5, 0, words)) : article
}

function wordsLike(
  sentences: readonly (readonly string[])[],
  { of, index, word }: Omit<Lookalike, 'at'>,
): readonly string[] | null {
  const words = sentences[of % sentences.length]!
  const place = 1 + (index % (words.length - 2))
  return words[place]!.toLowerCase() === word.toLowerCase() ? null : words.with(place, word)
}

const MOST_LOOKALIKES = 5

const EDIT_KINDS = [
  'replace word',
  'insert word',
  'delete word',
  'insert sentence',
  'delete sentence',
  'move sentence',
  'move paragraph',
  'split paragraph',
  'join paragraphs',
] as const

interface Edit {
  readonly kind: (typeof EDIT_KINDS)[number] | 'insert lookalike'
  readonly at: number
  readonly to: number
  readonly words: readonly string[]
}

function arbitraryEdit(kinds: readonly Edit['kind'][]): fc.Arbitrary<Edit> {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat(),
    to: fc.nat(),
    words: arbitrarySentence(),
  })
}

const WORDS =
  `bridge tunnel harbour school ferry mill tower market archive fountain the a of in near under over was were has had
  closed opened painted repaired sold bought old new narrow quiet Marr Voss Orlen Velm Skarn not all some may must said ten two
  42 1,500 3.5 $7 12 % café cafe\u0301 naïve 👩🏽‍🔧 🇨🇭 جسر المدينة اليوم पुल शहर 橋 今日 мост город Straße “so” don't e.g. U.S.`.split(
    /\s+/,
  )

// Where a sentence begins with a sign, or ends with an abbreviation, it is read as one with its neighbour: then what is
// inserted beside it is inserted in it. So its first and last words are plain, and no edit touches them.
function arbitrarySentence(): fc.Arbitrary<readonly string[]> {
  return fc
    .tuple(arbitraryInvented(), fc.array(arbitraryWord(), { minLength: 1, maxLength: 10 }), arbitraryInvented())
    .map(([first, inner, last]) => [first, ...inner, last])
}

function arbitraryWord(): fc.Arbitrary<string> {
  return fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...WORDS) }, { weight: 3, arbitrary: arbitraryInvented() })
}

function arbitraryInvented(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...Array.from('abdeiklmnorstu')), minLength: 3, maxLength: 9 })
}

function applyEdit(article: Article, { kind, at, to, words }: Edit): Article {
  const places = article.flatMap((sentences, paragraph) => sentences.map((_, sentence) => ({ paragraph, sentence })))
  const place = places[at % Math.max(1, places.length)]
  if (!place) return article
  const paragraphs = article.map(sentences => [...sentences])
  const sentences = paragraphs[place.paragraph]!
  const sentence = sentences[place.sentence]!
  const index = 1 + (to % (sentence.words.length - 2))
  const replaced = (changed: readonly string[]) => sentences.splice(place.sentence, 1, { ...sentence, words: changed })
  const isChange = kind.endsWith('word') || kind === 'delete sentence'
  if (isChange && sentence.isTarget) return article
  switch (kind) {
    case 'replace word':
      replaced(sentence.words.with(index, words[0]!))
      break
    case 'insert word':
      replaced(sentence.words.toSpliced(index, 0, words[0]!))
      break
    case 'delete word':
      if (sentence.words.length > 3) replaced(sentence.words.toSpliced(index, 1))
      break
    case 'insert sentence':
      sentences.splice(place.sentence, 0, { isTarget: false, words })
      break
    case 'insert lookalike': {
      const all = paragraphs.flatMap(each => each.map(other => other.words))
      const like = wordsLike(all, { of: to, index: at, word: words[0]! })
      if (like) sentences.splice(place.sentence, 0, { isTarget: false, words: like })
      break
    }
    case 'delete sentence':
      sentences.splice(place.sentence, 1)
      break
    case 'move sentence': {
      sentences.splice(place.sentence, 1)
      const other = paragraphs[to % paragraphs.length]!
      other.splice(at % (other.length + 1), 0, sentence)
      break
    }
    case 'move paragraph':
      paragraphs.splice(place.paragraph, 1)
      paragraphs.splice(to % (paragraphs.length + 1), 0, sentences)
      break
    case 'split paragraph':
      paragraphs.splice(place.paragraph, 1, sentences.slice(0, place.sentence), sentences.slice(place.sentence))
      break
    case 'join paragraphs':
      paragraphs.splice(place.paragraph, 2, [...sentences, ...(paragraphs[place.paragraph + 1] ?? [])])
  }
  return paragraphs.filter(paragraph => paragraph.length > 0)
}

function statementIn(before: Article, after: Article, [a, b]: readonly [number, number]): EditedArticle {
  const [old, new_] = [layOut(before), layOut(after)]
  const count = old.target.length
  const [first, last] = [Math.min(a % count, b % count), Math.max(a % count, b % count)]
  const spanOf = (words: readonly Span[]) => ({ from: words[first]!.from, to: words[last]!.to })
  const sentence = old.revision.text.slice(old.target[0]!.from, old.target.at(-1)!.to)
  return { from: old.revision, to: new_.revision, span: spanOf(old.target), place: spanOf(new_.target), sentence }
}

function layOut(article: Article): { readonly revision: RevisionText; readonly target: readonly Span[] } {
  const blocks: RevisionText['blocks'][number][] = []
  let target: readonly Span[] = []
  let from = 0
  for (const sentences of article) {
    let text = ''
    for (const { isTarget, words } of sentences) {
      if (text !== '') text += ' '
      const written = [`${words[0]!.charAt(0).toUpperCase()}${words[0]!.slice(1)}`, ...words.slice(1)]
      if (isTarget) target = spansOf(written, from + text.length)
      text += `${written.join(' ')}.`
    }
    blocks.push({ kind: 'paragraph', text, from })
    from += text.length + 1
  }
  return { revision: { text: blocks.map(({ text }) => text).join('\n'), blocks, language: 'en' }, target }
}

function spansOf(words: readonly string[], start: number): readonly Span[] {
  let from = start
  return words.map(({ length }) => {
    const span = { from, to: from + length }
    from += length + 1
    return span
  })
}
