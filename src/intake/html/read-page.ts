import { articleText } from '../../domain/article-text.ts'
import type { IntakeProblem } from '../../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import type { IntakeNote } from '../article-draft.ts'
import type { FoundArticle, ReadingPace } from '../reader.ts'
import { contentOfMarkup } from './content-of-markup.ts'
import { lineIn } from './detail-values.ts'
import { findMainText, placeLinks } from './main-text.ts'
import { describePictures, noteOnPictures } from './pictures.ts'
import { isTooDeep } from './nesting.ts'
import { readPageDetails } from './page-details.ts'
import { parsePage } from './raw-page.ts'
import { removeHidden } from './tidy-markup.ts'
import { sanitisePage } from './sanitise-html.ts'

/** Reads a web page: what it says of itself, its main text, and all its words. `savedFrom` is its address, where known. */
export async function readPage(
  markup: string,
  savedFrom: string,
  pace: ReadingPace,
): Promise<Result<FoundArticle, IntakeProblem>> {
  if (isTooDeep(markup)) return fail({ kind: 'broken', format: 'html' })
  const about = readPageDetails(parsePage(markup), savedFrom)
  await pace.pause(0.2)
  const root = sanitisePage(markup)
  placeLinks(root, about.sourceUrl)
  removeHidden(root)
  describePictures(root)
  await pace.pause(0.4)
  const whole = contentOfMarkup(copyOfBody(root))
  if (!whole.ok) return whole
  await pace.pause(0.6)
  const main = findMainText(root)
  await pace.pause(0.8)
  const content = main === null ? null : contentOfMarkup(main.element)
  const notes: readonly IntakeNote[] = content?.ok ? [] : [{ kind: 'whole-page' }]
  const chosen = content?.ok ? content.value : whole.value
  return succeed({
    content: chosen,
    about: { ...about, author: lineIn([about.author, main?.byline]) },
    original: articleText(whole.value),
    notes: [...notes, ...noteOnPictures(articleText(chosen))],
  })
}

/** All that a page shows, in a box of its own: what looks for the main text takes the page apart. */
function copyOfBody(root: HTMLElement): HTMLElement {
  const { body } = root.ownerDocument
  const box = root.ownerDocument.createElement('div')
  box.append(...body.cloneNode(true).childNodes)
  return box
}
