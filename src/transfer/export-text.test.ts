import { strFromU8, unzipSync } from 'fflate'
import * as v from 'valibot'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SettingsSchema } from '../domain/library-schemas.ts'
import { NO_PUBLISHER } from '../exchange/codec.ts'
import { WRITABLE_CODECS } from '../exchange/codecs.ts'
import { anAnnotationVersion, someRecords, theNextVersion } from '../testing/builders.ts'
import { NO_CHANGES } from '../domain/statement.ts'
import { exportedFile, lossesIn, textPreview, withoutByteOrderMark } from './export-text.ts'

/** A file's text; of an archive that of all its entries. */
function allText(file: string | Uint8Array): string {
  return typeof file === 'string'
    ? file
    : Object.values(unzipSync(file))
        .map(entry => strFromU8(entry))
        .join('\n')
}

afterEach(() => vi.restoreAllMocks())

const NOTHING_WITHHELD = { sources: 0, versions: 0, annotations: 0 }

describe('exportedFile', () => {
  const claim = { text: 'It was closed.', claimant: '', date: '' }
  const first = anAnnotationVersion({ rationale: 'Earlier words', claim })
  const records = {
    ...someRecords({ versions: [first, theNextVersion(first, { rationale: 'Later words' })] }),
    changes: NO_CHANGES,
    withheld: NOTHING_WITHHELD,
  }

  // Of those that write reasons, all whose files are not packed.
  const withReasons = WRITABLE_CODECS.filter(
    ({ writer }) => writer.fates.rationales !== 'left-out' && writer.mediaType !== 'application/zip',
  )
  it.each(withReasons)('T1 writes what is shown as $id', ({ writer }) => {
    const file = exportedFile(writer, records, { history: false })
    const text = file.ok ? allText(file.value) : ''
    expect(text).toContain('Later words')
    expect(text).not.toContain('Earlier words')
  })

  it('X97 names the publisher whom the person has named, and none before', () => {
    const { writer } = WRITABLE_CODECS.find(({ id }) => id === 'claim-review')!
    const publisher = { name: 'Example Checks', url: 'https://checks.example.org/' }
    const texts = [
      exportedFile(writer, records, { history: false, publisher }),
      exportedFile(writer, records, { history: false }),
    ]
    expect(texts.map(text => text.ok && text.value.includes('Example Checks' as never))).toEqual([true, false])
  })

  it('X97 finds settings without a publisher in what an earlier program kept', () => {
    expect(v.parse(SettingsSchema, {}).publisher).toEqual(NO_PUBLISHER)
  })

  it('T1 writes earlier words only with the history', () => {
    const text = exportedFile(WRITABLE_CODECS[0]!.writer, records, { history: true })
    expect(text.ok && text.value).toContain('Earlier words')
  })

  it('T2 tells that a format cannot write the records', () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const writer = {
      ...WRITABLE_CODECS[0]!.writer,
      encode: () => {
        throw new Error('cannot')
      },
    }
    expect(exportedFile(writer, records, { history: false })).toEqual({ ok: false, problem: 'not-encoded' })
    expect(logged).toHaveBeenCalledOnce()
  })
})

describe('lossesIn', () => {
  it('X64 counts what the format leaves out of these records, with and without their history', () => {
    const first = anAnnotationVersion({ rationale: 'Earlier words' })
    const versions = [first, theNextVersion(first, { rationale: 'Later words' })]
    const records = { ...someRecords({ versions }), changes: NO_CHANGES, withheld: NOTHING_WITHHELD }
    const writer = {
      ...WRITABLE_CODECS[0]!.writer,
      fates: { rationales: 'becomes-note', 'earlier-versions': 'left-out' },
    } as const
    const rationale = { part: 'rationales', fate: 'becomes-note', count: 1 }
    expect(lossesIn(writer, records, { history: false })).toEqual([rationale])
    expect(lossesIn(writer, records, { history: true })).toEqual([
      rationale,
      { part: 'earlier-versions', fate: 'left-out', count: 1 },
    ])
  })
})

describe('textPreview', () => {
  const lines = (count: number, line = 'line') => Array.from({ length: count }, () => line).join('\n')
  const cases = [
    { name: 'a short text', text: 'a\nb\n', shown: 'a\nb\n', isWhole: true, lines: 2 },
    { name: '200 lines', text: lines(200), shown: lines(200), isWhole: true, lines: 200 },
    { name: '201 lines', text: lines(201), shown: lines(200), isWhole: false, lines: 201 },
    {
      name: 'long lines',
      text: lines(3, 'x'.repeat(9_000)),
      shown: lines(2, 'x'.repeat(9_000)),
      isWhole: false,
      lines: 3,
    },
    { name: 'one long line', text: 'x'.repeat(20_001), shown: 'x'.repeat(20_000), isWhole: false, lines: 1 },
    { name: 'a cut pair', text: 'x'.repeat(19_999) + '🌉', shown: 'x'.repeat(19_999), isWhole: false, lines: 1 },
  ]
  it.each(cases)('T3 shows $name', ({ text, shown, isWhole, lines }) => {
    expect(textPreview(text)).toEqual({ text: shown, isWhole, lines })
  })

  it('T4 shows no byte order mark', () => {
    expect(textPreview('\uFEFFa,b').text).toBe('a,b')
  })
})

describe('withoutByteOrderMark', () => {
  it('T4 takes away the first one only', () => {
    expect(withoutByteOrderMark('\uFEFFa\uFEFF')).toBe('a\uFEFF')
  })
})
