import { afterEach, describe, expect, it, vi } from 'vitest'
import { EXPORT_FORMATS } from '../exchange/formats.ts'
import { anAnnotationVersion, someRecords, theNextVersion } from '../testing/builders.ts'
import { NO_CHANGES } from '../domain/statement.ts'
import { exportText, textPreview, withoutByteOrderMark } from './export-text.ts'

afterEach(() => vi.restoreAllMocks())

describe('exportText', () => {
  const first = anAnnotationVersion({ rationale: 'Earlier words' })
  const records = {
    ...someRecords({ versions: [first, theNextVersion(first, { rationale: 'Later words' })] }),
    changes: NO_CHANGES,
  }

  it.each(EXPORT_FORMATS)('T1 writes what is shown as $id', format => {
    const text = exportText(format, records, { history: false })
    expect(text.ok && text.value).toContain('Later words')
    expect(text.ok && text.value).not.toContain('Earlier words')
  })

  it('T1 writes earlier words only with the history', () => {
    const text = exportText(EXPORT_FORMATS[0]!, records, { history: true })
    expect(text.ok && text.value).toContain('Earlier words')
  })

  it('T2 tells that a format cannot write the records', () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const format = {
      ...EXPORT_FORMATS[0]!,
      encode: () => {
        throw new Error('cannot')
      },
    }
    expect(exportText(format, records, { history: false })).toEqual({ ok: false, problem: 'not-encoded' })
    expect(logged).toHaveBeenCalledOnce()
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
