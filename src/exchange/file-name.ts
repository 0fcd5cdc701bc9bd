import type { Timestamp } from '../domain/identifiers.ts'

interface ExportedFile {
  readonly title: string
  readonly reviewer: string
  /** A day (`2026-11-23`) or a moment of it. */
  readonly date: Timestamp
  /** With the dot. */
  readonly extension: string
}

/**
 * A file name that says article, reviewer and date, such as `harbour-tunnel-reopens_r-okafor_2026-11-23.json`: letters of
 * any script, digits and `-` only, so that Windows, macOS and Linux take it; at most 140 bytes of UTF-8.
 */
export function exportFileName({ title, reviewer, date, extension }: ExportedFile): string {
  const article = slug(title, MAX_TITLE_BYTES) || 'article'
  const person = slug(reviewer, MAX_REVIEWER_BYTES) || 'reviewer'
  return `${article}_${person}_${date.slice(0, 'yyyy-mm-dd'.length)}${extension}`
}

// File systems take 255 bytes a name, some encrypted ones 143; browsers add " (1)" and ".crdownload".
const MAX_TITLE_BYTES = 80
const MAX_REVIEWER_BYTES = 32

/** A text as part of a file name: letters of any script, digits and `-`, at most so many bytes of UTF-8; may be empty. */
export function slug(text: string, maxBytes: number): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
  return shortened(words.join('-'), maxBytes).replace(/-+$/, '')
}

function shortened(text: string, maxBytes: number): string {
  let kept = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    bytes += utf8Length(segment)
    if (bytes > maxBytes) break
    kept += segment
  }
  return kept
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length
}
