import type { ReanchorRequest } from '../../src/anchoring/reanchor.ts'
import type { Span } from '../../src/domain/selector.ts'
import {
  generateArticle,
  generateSentence,
  generateWord,
  type TrackedParagraph,
  type TrackedSentence,
} from './generated-article.ts'
import { seededChance, type Chance } from './seeded-chance.ts'

/** How much of an article an edit touches, each from 0 to 1. */
export interface EditMix {
  readonly wordsChanged: number
  readonly paragraphsMoved: number
  readonly sentencesDeleted: number
  readonly sentencesAdded: number
}

/** An article with statements, the same article after an edit, and where each statement is then: `null` when it is gone. */
export interface GeneratedEdit extends ReanchorRequest {
  readonly places: readonly (Span | null)[]
}

/** The edit mix of the comparison in the performance notes: words, paragraphs, sentences. */
export const USUAL_MIX: EditMix = {
  wordsChanged: 0.02,
  paragraphsMoved: 0.02,
  sentencesDeleted: 0.012,
  sentencesAdded: 0,
}

/** The same article and edit for the same seed. */
export function generateEdit(
  { seed, wordCount, spanCount }: { readonly seed: number; readonly wordCount: number; readonly spanCount: number },
  mix: EditMix,
): GeneratedEdit {
  const chance = seededChance(seed)
  const before = generateArticle(chance, wordCount)
  const sentences = before.flat()
  const from = layOut(before.map(paragraph => paragraph.map(words => ({ origin: words, words }))))
  const to = layOut(editArticle(chance, before, mix))
  const chosen = Array.from({ length: spanCount }, () => chooseWords(chance, sentences))
  return {
    from: { text: from.text, blocks: from.blocks, language: 'en' },
    to: { text: to.text, blocks: to.blocks, language: 'en' },
    spans: chosen.map(choice => from.placeOf(choice)!),
    places: chosen.map(choice => to.placeOf(choice)),
  }
}

/** A sentence after an edit, which knows the one that it was. */
interface EditedSentence {
  readonly origin: TrackedSentence | null
  readonly words: TrackedSentence
}

function editArticle(
  chance: Chance,
  article: readonly TrackedParagraph[],
  mix: EditMix,
): readonly (readonly EditedSentence[])[] {
  const edited = article.map(paragraph =>
    paragraph.flatMap(sentence => {
      const kept = chance.happens(mix.sentencesDeleted)
        ? []
        : [{ origin: sentence, words: editWords(chance, sentence, mix) }]
      const added = chance.happens(mix.sentencesAdded) ? [{ origin: null, words: generateSentence(chance) }] : []
      return [...kept, ...added]
    }),
  )
  for (let count = Math.round(mix.paragraphsMoved * edited.length); count > 0; count -= 1) {
    const [moved = []] = edited.splice(chance.below(edited.length), 1)
    edited.splice(chance.below(edited.length + 1), 0, moved)
  }
  return edited.filter(paragraph => paragraph.length > 0)
}

function editWords(chance: Chance, sentence: TrackedSentence, { wordsChanged }: EditMix): TrackedSentence {
  // Words of the pattern stay: the share of the others is raised so that the share of all is as wished.
  const open = sentence.filter(({ kind }) => kind !== 'fixed').length
  const likelihood = (wordsChanged * sentence.length) / Math.max(1, open)
  return sentence.map(word =>
    word.kind !== 'fixed' && chance.happens(likelihood) ? generateWord(chance, word.kind) : word,
  )
}

interface ChosenWords {
  readonly sentence: TrackedSentence
  readonly first: number
  readonly last: number
}

/** A statement: a whole sentence, or at least five words of one. */
function chooseWords(chance: Chance, sentences: readonly TrackedSentence[]): ChosenWords {
  const sentence = chance.pick(sentences)
  if (chance.happens(0.5)) return { sentence, first: 0, last: sentence.length - 1 }
  const first = chance.below(sentence.length - 5)
  return { sentence, first, last: first + 4 + chance.below(sentence.length - first - 4) }
}

interface LaidOut {
  readonly text: string
  readonly blocks: ReanchorRequest['from']['blocks']
  placeOf(words: ChosenWords): Span | null
}

function layOut(paragraphs: readonly (readonly EditedSentence[])[]): LaidOut {
  const places = new Map<TrackedSentence, readonly Span[]>()
  const blocks: ReanchorRequest['from']['blocks'][number][] = []
  let from = 0
  for (const paragraph of paragraphs) {
    let text = ''
    for (const { origin, words } of paragraph) {
      if (text !== '') text += ' '
      const written = words.map(word => word.text)
      written[0] = written[0]!.charAt(0).toUpperCase() + written[0]!.slice(1)
      if (origin) places.set(origin, spansOf(written, from + text.length))
      text += `${written.join(' ')}.`
    }
    blocks.push({ kind: 'paragraph', text, from })
    from += text.length + 1
  }
  return {
    text: blocks.map(({ text }) => text).join('\n'),
    blocks,
    placeOf({ sentence, first, last }) {
      const spans = places.get(sentence)
      return spans ? { from: spans[first]!.from, to: spans[last]!.to } : null
    },
  }
}

function spansOf(written: readonly string[], start: number): readonly Span[] {
  let from = start
  return written.map(({ length }) => {
    const span = { from, to: from + length }
    from += length + 1
    return span
  })
}
