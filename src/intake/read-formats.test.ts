// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { articleText } from '../domain/article-text.ts'
import { anArchive } from '../testing/documents.ts'
import type { ArticleDraft } from './article-draft.ts'
import { readFile } from './read-file.ts'

const CAPTURED = '2026-11-23T00:00:00.000Z'
const PAGE = '<!doctype html><html lang=de><h1>Brücke</h1><p>Die Brücke ist offen.</p>'
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, unit => unit.charCodeAt(0)).buffer)
const latin = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))

describe('readFile', () => {
  it.each<[why: string, bytes: Uint8Array]>([
    ['as UTF-8 without being told', new TextEncoder().encode(PAGE)],
    ['in the encoding that it declares', latin(PAGE.replace('<h1>', '<meta charset="iso-8859-1"><h1>'))],
    [
      'as UTF-8 when it is that and declares an encoding of one byte each, as a server that knew better made it',
      new TextEncoder().encode(PAGE.replace('<h1>', '<meta charset=windows-1252><h1>')),
    ],
    [
      'as UTF-8 when it wrongly declares UTF-16',
      new TextEncoder().encode(PAGE.replace('<h1>', '<meta charset=utf-16><h1>')),
    ],
    ['in UTF-16 with its mark', utf16(`\ufeff${PAGE}`)],
  ])('I27 reads a page %s', async (_, bytes) => {
    const draft = await drafted('page.html', bytes)
    expect(articleText(draft.content)).toBe('Brücke\nDie Brücke ist offen.')
    expect(draft.about.language).toBe('de')
  })

  it('I27 refuses a page that is not in the encoding it declares', async () => {
    const outcome = await readFile(fileOf('a.html', latin('<!doctype html><p>Br\xfccke')), { captured: CAPTURED })
    expect(outcome).toEqual({ ok: false, problem: { kind: 'not-utf8' } })
  })

  it('I28 reads Markdown with its front matter; what it holds of HTML is sanitised', async () => {
    const text =
      '---\ntitle: "The bridge"\ndate: 2026-11-19\nlang: en\n---\n## The bridge\n\n- a **b**\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n> q\n\n<script>alert(1)</script>\n\n[l](javascript:x)'
    const draft = await drafted('a.md', new TextEncoder().encode(text))
    expect(draft).toMatchObject({
      format: 'markdown',
      about: { title: 'The bridge', published: '2026-11-19' },
      original: { text },
    })
    expect(draft.content.content.map(node => node.type)).toEqual([
      'heading',
      'bulletList',
      'table',
      'blockquote',
      'paragraph',
    ])
    expect(articleText(draft.content)).toBe('The bridge\na b\nx\ny\n1\n2\nq\nl')
    expect(JSON.stringify(draft.content)).not.toMatch(/javascript|alert/)
  })

  it('I28 reads a list of authors', async () => {
    const draft = await drafted(
      'a.md',
      new TextEncoder().encode('---\nauthors: ["Ada Reyes", Tom Ellis]\n---\n# A\n\nb'),
    )
    expect(draft.about.author).toBe('Ada Reyes, Tom Ellis')
  })

  it('I97 reads a page by its name however much its first tag says', async () => {
    const draft = await drafted(
      'a.html',
      new TextEncoder().encode(`<p class="${'x '.repeat(5000)}">Open.</p><p>Again.</p>`),
    )
    expect(draft).toMatchObject({ format: 'html' })
    expect(articleText(draft.content)).toBe('Open.\nAgain.')
  })

  it('I98 reads the page of an archive, not what it shows in a frame', async () => {
    const frame = 'Content-Type: text/html\r\nContent-Location: https://ads.example/\r\n\r\n<p>Buy now.</p>\r\n'
    const page = `Content-Type: text/html\r\nContent-Location: https://a.example/b\r\n\r\n<p>Open.</p><p>Again.</p>\r\n`
    const head =
      'Snapshot-Content-Location: https://a.example/b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n'
    const draft = await drafted('a.mhtml', new TextEncoder().encode(`${head}--B\r\n${frame}--B\r\n${page}--B--\r\n`))
    expect(articleText(draft.content)).toBe('Open.\nAgain.')
    expect(draft.about.sourceUrl).toBe('https://a.example/b')
  })

  it.each<[why: string, bytes: Uint8Array]>([
    ['in quoted-printable', anArchive(PAGE)],
    ['in base64', anArchive(PAGE, { encoding: 'base64' })],
    ['in the encoding that its envelope declares', anArchive(PAGE, { charset: 'iso-8859-1' })],
    [
      'with line feeds alone',
      new TextEncoder().encode(new TextDecoder().decode(anArchive(PAGE)).replaceAll('\r\n', '\n')),
    ],
  ])('I29 reads the page of a web archive %s, and not what is framed in it', async (_, bytes) => {
    const draft = await drafted('a.mhtml', bytes)
    expect(draft).toMatchObject({ format: 'mhtml', about: { sourceUrl: 'https://news.example.com/a', language: 'de' } })
    expect(articleText(draft.content)).toBe('Brücke\nDie Brücke ist offen.')
  })

  it('I29 refuses a web archive that is cut off', async () => {
    const outcome = await readFile(fileOf('a.mhtml', anArchive(PAGE).slice(0, 400)), { captured: CAPTURED })
    expect(outcome).toEqual({ ok: false, problem: { kind: 'broken', format: 'mhtml' } })
  })
})

async function drafted(name: string, bytes: Uint8Array): Promise<ArticleDraft> {
  const outcome = await readFile(fileOf(name, bytes), { captured: CAPTURED })
  if (!outcome.ok || outcome.value.kind !== 'article') throw new Error(JSON.stringify(outcome))
  return outcome.value.draft
}

function fileOf(name: string, bytes: Uint8Array): File {
  const file = new File([], name)
  file.arrayBuffer = () => Promise.resolve(bytes.slice().buffer)
  return file
}
