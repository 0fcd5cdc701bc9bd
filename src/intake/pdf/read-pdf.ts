import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { IntakeProblem } from '../../domain/intake-problem.ts'
import { articleText } from '../../domain/article-text.ts'
import { fail, succeed } from '../../domain/result.ts'
import { languageTagIn, lineIn } from '../html/detail-values.ts'
import type { DraftDetails, IntakeNote } from '../article-draft.ts'
import type { Reader, ReadingPace } from '../reader.ts'
import { openPdf, type OpenPdf } from './open-pdf.ts'
import { linesOfPage } from './page-lines.ts'
import type { PlacedText } from './placed-text.ts'
import { blocksOfPages } from './pdf-blocks.ts'
import { withoutRunningLines, type PdfPage } from './running-lines.ts'

/** The longest document that is read. */
const MAX_PAGES = 3_000

/** Reads the words of a PDF. One that only shows pictures of words, as a scan does, is refused and says so. */
export const readPdf: Reader = async (file, pace) => {
  const opened = await openPdf(file.bytes, pace.signal).catch((fault: unknown) => problemOf(fault, pace))
  if ('kind' in opened) return fail(opened)
  try {
    return await readOpened(opened, pace)
  } finally {
    opened.close()
  }
}

async function readOpened({ document }: OpenPdf, pace: ReadingPace): ReturnType<Reader> {
  const pages = await pagesOf(document, pace)
  const written = pages.filter(page => page.lines.length > 0)
  if (written.length === 0) return fail({ kind: 'no-text', format: 'pdf' })
  const content = blocksOfPages(withoutRunningLines(pages))
  if (content.length === 0) return fail({ kind: 'no-text', format: 'pdf' })
  return succeed({
    content: { type: 'doc', content },
    about: await detailsOf(document),
    original: articleText({ type: 'doc', content: blocksOfPages(pages) }),
    notes: notesOn(pages.length - written.length),
  })
}

async function pagesOf(document: PDFDocumentProxy, pace: ReadingPace): Promise<readonly PdfPage[]> {
  const pages: PdfPage[] = []
  const count = Math.min(document.numPages, MAX_PAGES)
  for (let number = 1; number <= count; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const [, bottom = 0, , top = 0] = page.view
    const placed = items.filter(item => 'str' in item) as readonly PlacedText[]
    pages.push({ height: top - bottom, lines: linesOfPage(placed) })
    page.cleanup()
    await pace.pause(0.1 + (0.8 * number) / count)
  }
  return pages
}

async function detailsOf(document: PDFDocumentProxy): Promise<Partial<DraftDetails>> {
  const { info } = await document.getMetadata()
  const said = info as Readonly<Record<string, unknown>>
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : '')
  // Its title is often the name of a file, and its dates are those of the file.
  return {
    author: lineIn([text('Author')]),
    language: languageTagIn([text('Language')]),
  }
}

function notesOn(blankPages: number): readonly IntakeNote[] {
  return blankPages > 0 ? [{ kind: 'pages-without-text', count: blankPages }] : []
}

function problemOf(fault: unknown, { signal }: ReadingPace): IntakeProblem {
  if (signal.aborted) return { kind: 'cancelled' }
  const isLocked = fault instanceof Error && fault.name === 'PasswordException'
  return { kind: isLocked ? 'locked' : 'broken', format: 'pdf' }
}
