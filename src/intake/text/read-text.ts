import { succeed } from '../../domain/result.ts'
import { parsePlainText } from '../parse-plain-text.ts'
import { decodeTextFile } from '../read-text-file.ts'
import type { Reader } from '../reader.ts'

/** Reads a plain text: a title in the first line, points, paragraphs. */
export const readText: Reader = file => {
  const decoded = decodeTextFile(file.bytes)
  if (!decoded.ok) return Promise.resolve(decoded)
  const parsed = parsePlainText(decoded.value)
  if (!parsed.ok) return Promise.resolve(parsed)
  return Promise.resolve(succeed({ content: parsed.value, about: {}, original: decoded.value, notes: [] }))
}
