import { fail, succeed } from '../../domain/result.ts'
import { convertDocxAside } from '../../workers/docx-client.ts'
import { readFragment } from '../html/read-fragment.ts'
import type { Reader } from '../reader.ts'
import { readProperties } from './document-properties.ts'

/** Reads a document of Word (`.docx`): headings, lists, quotations, tables, notes and links; pictures by their descriptions. */
export const readDocx: Reader = async (file, pace) => {
  await pace.pause(0.1)
  const converted = await convertDocxAside(file.bytes, pace.signal)
  if (!converted.ok) return converted
  await pace.pause(0.6)
  const read = readFragment(converted.value.markup)
  if (!read.ok) return read.problem.kind === 'empty' ? fail({ kind: 'no-text', format: 'docx' }) : read
  return succeed({ ...read.value, about: readProperties(converted.value.properties) })
}
