import { strFromU8, unzipSync } from 'fflate'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { SettingsSchema } from '../domain/library-schemas.ts'
import { NO_CHANGES } from '../domain/statement.ts'
import { anAnnotationVersion, someRecords, theNextVersion } from '../testing/builders.ts'
import { NO_PUBLISHER } from './codec.ts'
import { WRITABLE_CODECS, type WritableCodec } from './codecs.ts'
import { hashToSign, preparedFile, type PreparedFile } from './prepared-file.ts'

const [W3C] = WRITABLE_CODECS as readonly [WritableCodec]

/** A file's text; of an archive that of all its entries. */
async function allText({ content, preview }: PreparedFile): Promise<string> {
  if (preview) return content.text()
  const entries = unzipSync(new Uint8Array(await content.arrayBuffer()))
  return Object.values(entries)
    .map(entry => strFromU8(entry))
    .join('\n')
}

describe('preparedFile', () => {
  const claim = { text: 'It was closed.', claimant: '', date: '' }
  const first = anAnnotationVersion({ rationale: 'Earlier words', claim })
  const versions = [first, theNextVersion(first, { rationale: 'Later words' })]
  const records = { ...someRecords({ versions }), changes: NO_CHANGES }

  // Of those that write reasons, all whose files are not packed.
  const withReasons = WRITABLE_CODECS.filter(
    ({ writer }) => writer.fates.rationales !== 'left-out' && writer.mediaType !== 'application/zip',
  )
  it.each(withReasons)('T1 writes what is shown as $id', async codec => {
    const text = await allText(preparedFile(codec, records, { history: false }))
    expect(text).toContain('Later words')
    expect(text).not.toContain('Earlier words')
  })

  it('X97 names the publisher whom the person has named, and none before', async () => {
    const codec = WRITABLE_CODECS.find(({ id }) => id === 'claim-review')!
    const publisher = { name: 'Example Checks', url: 'https://checks.example.org/' }
    const texts = await Promise.all([
      allText(preparedFile(codec, records, { history: false, publisher })),
      allText(preparedFile(codec, records, { history: false })),
    ])
    expect(texts.map(text => text.includes('Example Checks'))).toEqual([true, false])
  })

  it('X97 finds settings without a publisher in what an earlier program kept', () => {
    expect(v.parse(SettingsSchema, {}).publisher).toEqual(NO_PUBLISHER)
  })

  it('T1 writes earlier words only with the history', async () => {
    expect(await allText(preparedFile(W3C, records, { history: true }))).toContain('Earlier words')
  })

  it('T4 begins a table with the byte order mark that spreadsheets need, and its preview without', async () => {
    const codec = WRITABLE_CODECS.find(({ id }) => id === 'csv')!
    const { content, preview } = preparedFile(codec, records, { history: false })
    expect([...new Uint8Array(await content.slice(0, 4).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf, 0x61])
    expect(preview?.text).toMatch(/^article,/)
  })

  it.each(WRITABLE_CODECS)('T3 shows the beginning of each text, and the page of a report: $id', codec => {
    const { content, preview, report } = preparedFile(codec, records, { history: false })
    expect(content.type).toBe(codec.writer.mediaType)
    expect(preview === null).toBe(content.type === 'application/zip')
    expect(report === null).toBe(codec.id !== 'report')
  })

  it('X64 counts what the format leaves out of these records, with and without their history', () => {
    const fates = { rationales: 'becomes-note', 'earlier-versions': 'left-out' } as const
    const codec = { ...W3C, writer: { ...W3C.writer, fates } }
    const rationale = { part: 'rationales', fate: 'becomes-note', count: 1 }
    expect(preparedFile(codec, records, { history: false }).losses).toEqual([rationale])
    expect(preparedFile(codec, records, { history: true }).losses).toEqual([
      rationale,
      { part: 'earlier-versions', fate: 'left-out', count: 1 },
    ])
  })

  it('T14 signs the set with its history or without, as it is written', async () => {
    for (const history of [true, false]) {
      const text = await allText(preparedFile(W3C, records, { history }))
      expect(text).toContain(hashToSign(records, { history }))
    }
    expect(hashToSign(records, { history: true })).not.toBe(hashToSign(records, { history: false }))
  })
})
