import { marked } from 'marked'
import { succeed } from '../../domain/result.ts'
import { readFragment } from '../html/read-fragment.ts'
import { decodeTextFile } from '../read-text-file.ts'
import type { Reader } from '../reader.ts'
import { splitFrontMatter } from './front-matter.ts'

/** Reads Markdown (CommonMark with the tables of GitHub). What it holds of HTML is sanitised like any other. */
export const readMarkdown: Reader = async (file, pace) => {
  const decoded = decodeTextFile(file.bytes)
  if (!decoded.ok) return decoded
  const { about, body } = splitFrontMatter(decoded.value)
  await pace.pause(0.1)
  const markup = await marked.parse(body, { gfm: true })
  await pace.pause(0.4)
  const read = readFragment(markup)
  return read.ok ? succeed({ ...read.value, about, original: decoded.value }) : read
}
