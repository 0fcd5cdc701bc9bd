import type { ArticleContent } from '../domain/article-content.ts'
import { textBlocks, textHashInSteps, textOfBlocks, type TextBlock } from '../domain/article-text.ts'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import { succeed, type Result } from '../domain/result.ts'
import { parsePlainText } from '../intake/parse-plain-text.ts'
import { segmentCount } from '../intake/segment-count.ts'

/** How a text will appear as an article. */
export interface RecognisedText {
  readonly content: ArticleContent
  readonly text: string
  readonly points: number
  readonly paragraphs: number
  /** Headings besides the title. */
  readonly headings: number
  readonly segments: number
  /** The article's id, which follows from its text. */
  readonly id: string
}

/** Reads a text as an article in this language, or says why it is none. */
export function recogniseText(text: string, language: string): Result<RecognisedText, IntakeProblem> {
  const parsed = parsePlainText(text)
  return parsed.ok ? succeed(finished(recogniseInSteps(parsed.value, language))) : parsed
}

/** Takes all steps at once. */
export function finished<Found>(steps: Generator<void, Found>): Found {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** How a content will appear as an article in this language, in steps of a few milliseconds also for a long one. */
export function* recogniseInSteps(content: ArticleContent, language: string): Generator<void, RecognisedText> {
  const blocks = textBlocks(content)
  yield
  const text = textOfBlocks(blocks)
  const id = yield* textHashInSteps(text)
  let segments = 0
  for (let from = 0; from < blocks.length; from += BLOCKS_AT_ONCE) {
    yield
    segments += segmentCount(blocks.slice(from, from + BLOCKS_AT_ONCE), language)
  }
  return {
    content,
    text,
    points: countOf(blocks, 'list-item'),
    paragraphs: countOf(blocks, 'paragraph'),
    headings: Math.max(0, countOf(blocks, 'heading') - 1),
    segments,
    id,
  }
}

const BLOCKS_AT_ONCE = 60 // a few thousand words

function countOf(blocks: readonly TextBlock[], kind: TextBlock['kind']): number {
  return blocks.filter(block => block.kind === kind && block.text !== '').length
}
