import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeTextFile, MAX_FILE_LENGTH } from './read-text-file.ts'

const TEXT = 'Grüße 🚧 شهر'

describe('decodeTextFile', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', utf16(`\ufeff${TEXT}`, true)],
    ['UTF-16, big end first', utf16(`\ufeff${TEXT}`, false)],
  ])('I6 reads %s', (_, bytes) => {
    expect(decodeTextFile(bytes)).toEqual({ ok: true, value: TEXT })
  })

  it('I6 reads back every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        fc.pre(!text.startsWith('\ufeff'))
        expect(decodeTextFile(new TextEncoder().encode(text))).toEqual({ ok: true, value: text })
      }),
    )
  })

  it.each([
    ['Latin-1', Uint8Array.of(0x47, 0x72, 0xfc, 0xdf, 0x65)],
    ['UTF-8 that is cut off', new TextEncoder().encode(TEXT).slice(0, -1)],
    ['UTF-16 that is cut off', utf16(`\ufeff${TEXT}`, true).slice(0, -1)],
    ['half of a surrogate pair', utf16('\ufeffa\ud83d', true)],
  ])('I6 refuses %s', (_, bytes) => {
    expect(decodeTextFile(bytes)).toEqual({ ok: false, problem: { kind: 'not-utf8' } })
  })

  it('I5 refuses what is no text at all', () => {
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)
    expect(decodeTextFile(picture)).toEqual({ ok: false, problem: { kind: 'binary' } })
  })

  it('I6 refuses a file that is too large', () => {
    const problem = { kind: 'too-large', limit: MAX_FILE_LENGTH }
    expect(decodeTextFile(new Uint8Array(MAX_FILE_LENGTH + 1))).toEqual({ ok: false, problem })
    expect(decodeTextFile(new Uint8Array(MAX_FILE_LENGTH)).ok).toBe(true)
  })
})

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), littleEndian)
  return new Uint8Array(view.buffer)
}
