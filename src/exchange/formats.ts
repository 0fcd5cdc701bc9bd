import type { AnnotationSet } from '../domain/annotation-set.ts'
import type { ChangeStates } from '../domain/statement.ts'
import type { FormatId } from '../wording/format-names.ts'
import { encodeCsv } from './csv.ts'
import { encodeMarkdown } from './markdown.ts'
import { encodeAnnotationSet } from './w3c-set.ts'

/** A way to write an annotation set into a file. Names and explanations are in the wording, by `id`. */
export interface ExportFormat {
  readonly id: FormatId
  /** With the dot. */
  readonly extension: `.${string}`
  /** Without parameters: file pickers refuse them. */
  readonly mediaType: `${string}/${string}`
  /** The file's text, to be written as UTF-8; `changes` say how statements fared up to the set's newest text. */
  encode(set: AnnotationSet, changes: ChangeStates): string
}

/** The formats in the order in which they are offered. A new one is a file beside this and a line here. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { id: 'w3c', extension: '.json', mediaType: 'application/ld+json', encode: encodeAnnotationSet },
  { id: 'csv', extension: '.csv', mediaType: 'text/csv', encode: encodeCsv },
  { id: 'markdown', extension: '.md', mediaType: 'text/markdown', encode: encodeMarkdown },
]
