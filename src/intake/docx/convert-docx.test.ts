import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { convertDocx } from './convert-docx.ts'
import { MAX_UNPACKED, unpackParts } from './unpack-parts.ts'
import { aDocx, aDocxOf } from '../../testing/documents.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('convertDocx', () => {
  it('I30 reads headings, points, tables, notes and links of a document, and what it says of itself', async () => {
    const converted = await convertDocx(await aDocx())
    if (!converted.ok) throw new Error(converted.problem.kind)
    const { markup, properties } = converted.value
    for (const said of [
      '<h1>Title</h1>',
      '<li>Point</li>',
      '<td><p>Cell</p></td>',
      '<a href="https://example.com/a">link</a>',
      '<strong>bold</strong>',
      'Note',
    ]) {
      expect(markup).toContain(said)
    }
    expect(markup).not.toContain('↑')
    expect(properties).toContain('Ada Reyes')
  })

  it('I101 reads changes as accepted, and neither comments nor what is hidden', async () => {
    const run = (words: string, how = '') => `<w:r>${how}<w:t>${words}</w:t></w:r>`
    const converted = await convertDocx(
      aDocxOf(
        `<w:p>${run('Closed for ')}<w:del w:id="1"><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins w:id="2">${run('two')}</w:ins>${run(' days.')}</w:p>
         <w:p>${run('Unseen ', '<w:rPr><w:b/><w:vanish/></w:rPr>')}${run('Seen', '<w:rPr><w:vanish w:val="0"/></w:rPr>')}</w:p>`,
      ),
    )
    expect(converted).toMatchObject({ ok: true, value: { markup: '<p>Closed for two days.</p><p>Seen</p>' } })
  })

  it('I30 looks at no picture and follows no link out of the document', async () => {
    const picture =
      '<w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rId9"/></w:drawing>'
    const converted = await convertDocx(aDocxOf(`<w:p><w:r><w:t>Words</w:t>${picture}</w:r></w:p>`))
    expect(converted).toMatchObject({ ok: true, value: { markup: '<p>Words</p>' } })
  })
})

describe('unpackParts', () => {
  it('I31 stops unpacking at its limit, whatever the archive says of its sizes', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(MAX_UNPACKED + 1) }, { level: 1 })
    expect(bomb.length).toBeLessThan(1_000_000)
    lieAboutSizes(bomb)
    expect(unpackParts(bomb)).toEqual({ ok: false, problem: { kind: 'unpacks-too-large', limit: MAX_UNPACKED } })
  })

  it('I31 counts parts, also those that hold no words', () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, number) => [`a/${number}`, new Uint8Array()]))
    expect(unpackParts(zipSync({ ...parts, 'word/document.xml': bytesOf('<w:document/>') }))).toMatchObject({
      problem: { kind: 'unpacks-too-large' },
    })
  })

  it('I31 leaves packed what holds no words, however large it is', () => {
    const media = { 'word/media/image1.png': new Uint8Array(MAX_UNPACKED + 1) }
    const unpacked = unpackParts(zipSync({ ...media, 'word/document.xml': bytesOf('<w:document/>') }, { level: 1 }))
    expect(unpacked.ok && Object.keys(unpacked.value)).toEqual(['word/document.xml'])
  })

  it.each<[string, Uint8Array]>([
    ['no archive', bytesOf('PK\x03\x04 and then nothing')],
    ['an archive without a document', zipSync({ 'word/styles.xml': bytesOf('<a/>') })],
    ['nothing', new Uint8Array()],
  ])('I31 refuses %s as broken', (_, bytes) => {
    expect(unpackParts(bytes)).toEqual({ ok: false, problem: { kind: 'broken', format: 'docx' } })
  })
})

/** Says in the header of the only part that it unpacks to ten bytes. */
function lieAboutSizes(archive: Uint8Array): void {
  new DataView(archive.buffer).setUint32(22, 10, true)
}
