import { parseMhtml } from 'mhtml-stream'
import { fail } from '../../domain/result.ts'
import { decodeHtml } from '../html/decode-html.ts'
import { readPage } from '../html/read-page.ts'
import type { Reader } from '../reader.ts'
import { withNetworkLines } from './network-lines.ts'

/** Reads a web archive (MHTML, RFC 2557), as browsers save a page with all its parts. Only the page itself is looked at. */
export const readMhtml: Reader = async (file, pace) => {
  const page = await findPage(file.bytes)
  if (page === null) return fail({ kind: 'broken', format: 'mhtml' })
  await pace.pause(0.1)
  const markup = decodeHtml(page.content, page.encoding)
  return markup.ok ? readPage(markup.value, page.location, pace) : markup
}

interface ArchivedPage {
  readonly content: Uint8Array
  readonly encoding: string
  readonly location: string
}

async function findPage(bytes: Uint8Array): Promise<ArchivedPage | null> {
  let location = ''
  let first: ArchivedPage | null = null
  for await (const { headers, content } of parseMhtml(oneChunk(withNetworkLines(bytes)))) {
    const type = headers.get('Content-Type') ?? ''
    // The first headers are those of the archive. Chromium names the page there, others with the page.
    location ||= headers.get('Snapshot-Content-Location') ?? ''
    if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type.trim())) continue
    const encoding = /charset\s*=\s*"?([\w:.-]+)/i.exec(type)?.[1] ?? ''
    const own = headers.get('Content-Location') ?? ''
    const page = { content, encoding, location: location || own }
    // What the page shows in a frame may come first.
    if (location === '' || own === location) return page
    first ??= page
  }
  return first
}

// oxlint-disable-next-line typescript/require-await -- the parser takes a stream only
async function* oneChunk(bytes: Uint8Array) {
  yield bytes
}
