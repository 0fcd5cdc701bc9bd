import type { DecodeProblem } from '../../domain/decode-problem.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import type { Reading } from '../codec.ts'
import type { ForeignDocument, SkippedItem } from '../foreign.ts'
import type { Incoming, IncomingFile } from '../incoming.ts'
import { unpacked } from '../unpacked.ts'
import { MAX_SET_LENGTH } from '../w3c-set.ts'
import { isStandoff, readStandoff } from './read-standoff.ts'

/** Whether these are annotations of brat's, alone, with their texts, or packed. */
export function recognisesBrat(incoming: Incoming): boolean {
  return annotationFiles(filesOf(incoming)).length > 0
}

/** One document for each file of annotations, with the text of the file that is called alike. */
export function readBrat(incoming: Incoming): Result<Reading, DecodeProblem> {
  const files = unpacked(incoming)
  if (!files.ok) return files
  const documents: ForeignDocument[] = []
  const skipped: SkippedItem[] = []
  const found = annotationFiles(files.value.files)
  for (const file of found) {
    const standoff = file.text ?? ''
    if (standoff.length > MAX_SET_LENGTH) return fail({ kind: 'too-large', limit: MAX_SET_LENGTH })
    const text = textBeside(file, files.value.files)
    const prefix = found.length > 1 ? `${file.name}, ` : ''
    const read = readStandoff(standoff, text, prefix)
    const title = stem(file.name).split('/').at(-1) ?? ''
    documents.push({ text, title, sourceUrl: '', language: '', textHash: '', annotations: read.annotations })
    for (const item of read.skipped) skipped.push(item)
  }
  return succeed({ kind: 'foreign', file: { documents, skipped } })
}

function filesOf(incoming: Incoming): readonly IncomingFile[] {
  const files = unpacked(incoming)
  return files.ok ? files.value.files : []
}

/** Told by their lines; a file without any is one when it is called so and stands beside its text. */
function annotationFiles(files: readonly IncomingFile[]): readonly IncomingFile[] {
  return files.filter(file => {
    if (file.text === null) return false
    if (isStandoff(file.text)) return true
    return file.text.trim() === '' && file.name.endsWith('.ann') && textBeside(file, files) !== null
  })
}

function textBeside({ name }: IncomingFile, files: readonly IncomingFile[]): string | null {
  const beside = files.find(other => other.name !== name && other.name === `${stem(name)}.txt`)
  return beside === undefined || beside.text === null ? null : KEEPING_MARK.decode(beside.bytes)
}

// brat counts a byte order mark as a character of the text.
const KEEPING_MARK = new TextDecoder('utf-8', { ignoreBOM: true })

function stem(name: string): string {
  return name.replace(/\.[^./]*$/, '')
}
