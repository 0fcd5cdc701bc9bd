// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as v from 'valibot'
import { ArticleContentSchema } from '../domain/article-content.ts'
import { aDocx, aDocxOf, anArchive } from '../testing/documents.ts'
import { convertDocx } from './docx/convert-docx.ts'
import { runs } from '../testing/effort.ts'
import { readFile } from './read-file.ts'

const PAGE =
  '<!doctype html><html lang=en><title>T</title><h1>A bridge</h1><ul><li>One</ul><table><tr><td>1<td>2</tr></table><p>It is <b>open</b> again.</p>'
const COUNT = runs(250) // of each of four kinds

describe('malformed files', { timeout: 120_000 }, () => {
  beforeEach(() => vi.stubGlobal('Worker', InProcessWorker))
  afterEach(() => vi.unstubAllGlobals())

  it('I41 reads or refuses by name pages and archives that were cut, mixed up or altered', async () => {
    await allNamed([encode(PAGE), encode(PAGE.repeat(20)), anArchive(PAGE), anArchive(PAGE, { encoding: 'base64' })])
  })

  it('I41 reads or refuses by name documents of Word that were cut, mixed up or altered', async () => {
    await allNamed([await aDocx(), aDocxOf('<w:p><w:r><w:t>a</w:t></w:r></w:p>')])
  })

  it('I41 reads or refuses by name what only begins like a file of some kind', async () => {
    const begins = [
      'PK\x03\x04',
      '{\\rtf',
      '<!doctype html>',
      '\xff\xfe',
      '\xfe\xff',
      '{"a":',
      '---\n',
      '# ',
      'Content-Type: multipart/related\r\n',
    ]
    await allNamed(
      begins.map(begin => Uint8Array.from(`${begin}${'The text. <p '.repeat(9)}`, unit => unit.charCodeAt(0))),
    )
  })

  it('I41 reads or refuses by name documents of Word whose parts are not what they should be', async () => {
    const parts = fc.array(
      fc.constantFrom(
        '<w:p>',
        '</w:p>',
        '<w:tbl>',
        '<w:tr>',
        '<w:tc>',
        '<w:r>',
        '<w:t>a</w:t>',
        '</w:r>',
        '<',
        '&x;',
        '<w:br/>',
        '<w:hyperlink r:id="x">',
        ']]>',
      ),
    )
    await fc.assert(
      fc.asyncProperty(parts, async units => isNamed(await outcomeOf(aDocxOf(units.join(''))))),
      { numRuns: COUNT },
    )
  })

  it.each<[why: string, bytes: Uint8Array, kind: string]>([
    ['elements nested without end', encode(`<!doctype html>${'<blockquote>'.repeat(600)}a`), 'too-deep'],
    [
      'Word elements nested without end',
      aDocxOf(`${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`),
      'broken',
    ],
    ['Markdown nested without end', encode(`# T\n${'> '.repeat(5_000)}a`), 'too-deep'],
    [
      'an archive within itself',
      encode('Content-Type: multipart/related; boundary=""\r\n\r\n--\r\n--\r\n----\r\n'),
      'broken',
    ],
  ])('I41 refuses %s', async (_, bytes, kind) => {
    const outcome = await outcomeOf(bytes)
    expect(['broken', kind]).toContain(outcome.ok ? 'read' : outcome.problem.kind)
  })
})

async function allNamed(originals: readonly Uint8Array[]): Promise<void> {
  await fc.assert(
    fc.asyncProperty(mutation(originals), async bytes => isNamed(await outcomeOf(bytes))),
    { numRuns: COUNT },
  )
}

/** One of the originals, cut, with bytes altered, a part repeated, or a part of another put in. */
function mutation(originals: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const any = fc.constantFrom(...originals)
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const edits = fc.array(fc.tuple(share, fc.nat(255)), { minLength: 1, maxLength: 12 })
  return fc
    .tuple(any, any, fc.constantFrom('cut', 'alter', 'repeat', 'mix'), share, share, edits)
    .map(([bytes, other, kind, a, b, list]) => {
      const [from, to] = [Math.floor(a * bytes.length), Math.floor(b * other.length)]
      if (kind === 'cut') return bytes.slice(0, from)
      if (kind === 'repeat') return joined(bytes.slice(0, from), bytes.slice(from >> 1, from), bytes.slice(from))
      if (kind === 'mix') return joined(bytes.slice(0, from), other.slice(to))
      const altered = bytes.slice()
      for (const [place, byte] of list) altered[Math.floor(place * (bytes.length - 1))] = byte
      return altered
    })
}

type Outcome = Awaited<ReturnType<typeof readFile>>

function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
  const file = new File([], 'file')
  file.arrayBuffer = () => Promise.resolve(bytes.slice().buffer)
  return readFile(file, { captured: '2026-11-23T00:00:00.000Z' })
}

/** Refused with a reason, or an article that its schema allows, or for another part of the program. */
function isNamed(outcome: Outcome): boolean {
  if (!outcome.ok) return outcome.problem.kind !== 'cancelled'
  return outcome.value.kind !== 'article' || v.is(ArticleContentSchema, outcome.value.draft.content)
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap(part => [...part]))
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Converts where it is called: Node has no workers of the kind that pages have. */
class InProcessWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null = null

  postMessage(bytes: Uint8Array): void {
    void convertDocx(bytes).then(data => this.onmessage?.({ data }))
  }

  terminate(): void {
    this.onmessage = null
  }
}
