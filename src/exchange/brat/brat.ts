import { strToU8, zipSync } from 'fflate'
import type { AnnotationSet } from '../../domain/annotation-set.ts'
import { articleText } from '../../domain/article-text.ts'
import { newestRevision } from '../../domain/article.ts'
import type { Span } from '../../domain/selector.ts'
import type { ChangeStates } from '../../domain/statement.ts'
import { VERDICTS } from '../../domain/verdict.ts'
import type { Codec } from '../codec.ts'
import { codePointsOf } from '../code-points.ts'
import { slug } from '../file-name.ts'
import { placedAnnotations, type PlacedAnnotation } from '../shown-annotations.ts'
import { LINE_BREAKS, NOTES, noteText } from './brat-lines.ts'
import { readBrat, recognisesBrat } from './read-brat.ts'

/** brat's standoff files: a text, its annotations, and what labels there are, packed as one. */
export const bratCodec: Codec = {
  id: 'brat',
  writer: {
    extension: '.zip',
    mediaType: 'application/zip',
    fates: {
      rationales: 'becomes-note',
      tags: 'becomes-note',
      reviewers: 'becomes-note',
      claims: 'left-out',
      evidence: 'left-out',
      times: 'left-out',
      states: 'left-out',
      'not-in-text': 'left-out',
      'earlier-versions': 'left-out',
      marks: 'left-out',
      sessions: 'left-out',
      'earlier-texts': 'left-out',
    },
    encode: (set, { changes }) => encodeBrat(set, changes),
  },
  reader: { recognises: recognisesBrat, read: readBrat },
}

function encodeBrat(set: AnnotationSet, changes: ChangeStates): Uint8Array<ArrayBuffer> {
  const text = articleText(newestRevision(set.revisions).content)
  const name = slug(set.article.title, MAX_NAME_BYTES) || 'article'
  const files = {
    'annotation.conf': strToU8(CONFIGURATION),
    [`${name}.ann`]: strToU8(standoff(placedAnnotations(set, changes), text)),
    [`${name}.txt`]: strToU8(text),
  }
  // A time that is the same for everybody, so that equal sets give equal bytes.
  return zipSync(files, { mtime: new Date(1980, 0, 1) })
}

const MAX_NAME_BYTES = 80
const CONFIGURATION = ['[entities]', ...VERDICTS, '[relations]', '[events]', '[attributes]', ''].join('\n')

/** The lines of an `.ann` file: a label at each statement, in the order of the text, and its notes. */
function standoff(placed: readonly PlacedAnnotation[], text: string): string {
  const codePoints = codePointsOf(text)
  const lines: string[] = []
  let labels = 0
  let notes = 0
  for (const { place, content, reviewerName } of placed) {
    const fragments = fragmentsOf(text, place)
    if (fragments.length === 0) continue // A statement without words: nothing but line breaks.
    labels += 1
    const spans = fragments.map(({ from, to }) => `${codePoints(from)} ${codePoints(to)}`).join(';')
    const words = fragments.map(({ from, to }) => text.slice(from, to)).join(' ')
    lines.push(`T${labels}\t${content.verdict} ${spans}\t${words}`)
    const said = {
      [NOTES.rationale]: content.rationale,
      [NOTES.tags]: onePerLine(content.tags),
      [NOTES.reviewer]: reviewerName,
    }
    for (const [type, note] of Object.entries(said)) {
      if (note === '') continue
      notes += 1
      lines.push(`#${notes}\t${type} T${labels}\t${noteText(note)}`)
    }
  }
  return lines.map(line => `${line}\n`).join('')
}

/** The parts of a statement between line breaks: brat knows no span that goes over one. */
function fragmentsOf(text: string, { from, to }: Span): readonly Span[] {
  const fragments: Span[] = []
  let start = from
  for (const { index, 0: breaks } of text.slice(from, to).matchAll(LINE_BREAKS)) {
    fragments.push({ from: start, to: from + index })
    start = from + index + breaks.length
  }
  return [...fragments, { from: start, to }].filter(fragment => fragment.from < fragment.to)
}

function onePerLine(tags: readonly string[]): string {
  return tags
    .map(tag => tag.replace(/\s+/gu, ' ').trim())
    .filter(tag => tag !== '')
    .join('\n')
}
