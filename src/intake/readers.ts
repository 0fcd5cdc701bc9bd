import type { ArticleFormat } from '../domain/intake-problem.ts'
import type { Reader } from './reader.ts'

/** The reader of each kind of file, loaded when the first such file comes. */
export const READERS: Readonly<Record<ArticleFormat, () => Promise<Reader>>> = {
  text: async () => (await import('./text/read-text.ts')).readText,
  markdown: async () => (await import('./markdown/read-markdown.ts')).readMarkdown,
  html: async () => (await import('./html/read-html.ts')).readHtml,
  mhtml: async () => (await import('./mhtml/read-mhtml.ts')).readMhtml,
  docx: async () => (await import('./docx/read-docx.ts')).readDocx,
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
}
