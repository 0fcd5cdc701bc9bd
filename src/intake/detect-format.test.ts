import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { detectFormat, MAX_BYTES } from './detect-format.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))
const utf16 = (text: string) =>
  new Uint8Array(new Uint16Array([...`\ufeff${text}`].map(unit => unit.charCodeAt(0))).buffer)
const packed = (...parts: readonly string[]) => zipSync(Object.fromEntries(parts.map(part => [part, bytesOf('x')])))

const KNOWN: readonly (readonly [kind: string, name: string, bytes: Uint8Array])[] = [
  ['text', 'a.txt', bytesOf('Title\nBody')],
  ['text', 'a.html', bytesOf('Title without any tag')],
  ['text', 'notes.txt', bytesOf('# no Markdown by name')],
  ['text', 'a.pdf', bytesOf('Title\nThe article says that 3 < 5.')],
  ['markdown', 'a.md', bytesOf('Title')],
  ['markdown', 'a', bytesOf('# Title\nBody')],
  ['markdown', 'a', bytesOf('Title\nSee [this](https://a.example/).')],
  ['html', 'a.txt', bytesOf('<!DOCTYPE html><p>a')],
  ['html', 'a', bytesOf('\ufeff \n<!-- saved --><html lang=en>')],
  ['html', 'a.xhtml', bytesOf('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "">')],
  ['html', 'a.htm', bytesOf('<p>a</p>')],
  ['html', 'a.htm', utf16('<html><p>a')],
  [
    'mhtml',
    'a.html',
    bytesOf(
      'From: <Saved by Blink>\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"',
    ),
  ],
  ['docx', 'a.zip', packed('[Content_Types].xml', 'word/document.xml')],
  ['pdf', 'a.docx', latin('%PDF-1.7\n\x00')],
  ['pdf', 'a', latin('\r\n\x00x%PDF-1.4')],
  ['annotation-set', 'a.txt', bytesOf(' {"a": 1}')],
  ['annotation-set', 'set.json', bytesOf('{"@context": "http://www.w3.org/ns/anno.jsonld", "fac')],
  ['backup', 'a.json', bytesOf('{"format":"factmark-backup","formatVersion":1')],
  ['backup', 'a', latin('\x1f\x8b\x08')],
]

const REFUSED: readonly (readonly [kind: string, bytes: Uint8Array])[] = [
  ['old-word', latin('\xd0\xcf\x11\xe0\xa1')],
  ['rich-text', bytesOf('{\\rtf1\\ansi')],
  ['open-document', latin('PK\x03\x04\x14\x00\x00\x08mimetypeapplication/vnd.oasis.opendocument.text')],
  ['spreadsheet', packed('[Content_Types].xml', 'xl/workbook.xml')],
  ['presentation', packed('ppt/presentation.xml')],
  ['zip', packed('readme')],
]

describe('detectFormat', () => {
  it.each(KNOWN)('I26 knows %s in %s by what it holds', (kind, name, bytes) => {
    expect(detectFormat({ name, bytes })).toEqual({ ok: true, value: kind })
  })

  it.each(REFUSED)('I26 names %s, which it cannot read', (format, bytes) => {
    expect(detectFormat({ name: 'a.docx', bytes })).toEqual({ ok: false, problem: { kind: 'unread-format', format } })
  })

  it.each<[string, Uint8Array]>([
    ['binary', latin('\x89PNG\r\n\x1a\n\x00\x00')],
    ['empty', bytesOf(' \n')],
    ['empty', new Uint8Array()],
    ['not-utf8', latin('Caf\xe9')],
    ['too-large', new Uint8Array(MAX_BYTES + 1)],
  ])('I26 refuses as %s what is no text at all', (kind, bytes) => {
    expect(detectFormat({ name: 'a.txt', bytes })).toMatchObject({ ok: false, problem: { kind } })
  })
})
