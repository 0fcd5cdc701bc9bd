import { strToU8, zipSync, type Zippable } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bytesOf, cutFiles } from '../testing/damaged-files.ts'
import { describeDecodeProblem } from '../wording/decode-problems.ts'
import { incomingFile } from './incoming.ts'
import { unpacked } from './unpacked.ts'
import { crc32 } from './zip-sums.ts'

type Bytes = Uint8Array<ArrayBuffer>

function zipped(entries: Zippable): Bytes {
  return zipSync(entries)
}

function unpack(bytes: Bytes) {
  return unpacked({ files: [incomingFile('a.zip', bytes)] })
}

function flawOf(bytes: Bytes): string {
  const outcome = unpack(bytes)
  if (outcome.ok) return 'none'
  return outcome.problem.kind === 'archive' ? outcome.problem.flaw : outcome.problem.kind
}

/** The archive with a name exchanged for another of the same length: nobody's program would write it. */
function renamed(bytes: Bytes, from: string, to: string): Bytes {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to)
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

describe('unpacked', () => {
  it('X126 puts the entries in the place of an archive, packed or not, and leaves out folders and what macOS adds', () => {
    const outcome = unpack(
      zipped({
        'a/b.txt': [strToU8('words '.repeat(1000)), { level: 9 }],
        'c.json': [strToU8('{"d":1}'), { level: 0 }],
        'empty/': new Uint8Array(),
        '__MACOSX/a/._b.txt': strToU8('x'),
        'a/.DS_Store': strToU8('x'),
      }),
    )
    expect(outcome.ok && outcome.value.files.map(({ name }) => name)).toEqual(['a/b.txt', 'c.json'])
    expect(outcome.ok && outcome.value.files[0]!.text).toBe('words '.repeat(1000))
    expect(outcome.ok && outcome.value.files[1]!.json).toEqual({ d: 1 })
  })

  it('X126 leaves what is no archive, or did not come alone, as it came', () => {
    const text = incomingFile('a.txt', bytesOf('PK'))
    const zip = incomingFile('a.zip', zipped({ a: strToU8('a') }))
    for (const files of [[], [text], [zip, text]]) expect(unpacked({ files })).toEqual({ ok: true, value: { files } })
  })

  it('X126 unpacks an archive once', () => {
    const incoming = { files: [incomingFile('a.zip', zipped({ a: strToU8('a') }))] }
    expect(unpacked(incoming)).toBe(unpacked(incoming))
  })

  const archive = zipped({ 'names.txt': strToU8('words'), 'other.txt': strToU8('words '.repeat(100)) })
  const refused = [
    { name: 'a way up', bytes: renamed(archive, 'names.txt', '../.a.txt'), flaw: 'bad-name' },
    { name: 'a way up further in', bytes: renamed(archive, 'names.txt', 'a/../.txt'), flaw: 'bad-name' },
    { name: 'a name from the root', bytes: renamed(archive, 'names.txt', '/ames.txt'), flaw: 'bad-name' },
    { name: 'a drive', bytes: renamed(archive, 'names.txt', 'C:\\es.txt'), flaw: 'bad-name' },
    { name: 'a control character', bytes: renamed(archive, 'names.txt', 'na\u0000es.txt'), flaw: 'bad-name' },
    { name: 'two entries of one name', bytes: renamed(archive, 'names.txt', 'other.txt'), flaw: 'broken' },
    {
      name: 'more than 1,000 entries',
      bytes: zipped(Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}`, new Uint8Array()]))),
      flaw: 'too-many',
    },
    { name: 'a bomb', bytes: zipped({ a: [new Uint8Array(30_000_000), { level: 9 }] }), flaw: 'too-large' },
    { name: 'nothing but a beginning', bytes: bytesOf('PK\u0003\u0004'), flaw: 'broken' },
    { name: 'an end alone', bytes: new Uint8Array([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]), flaw: 'none' },
  ]
  for (const { name, bytes, flaw } of refused) it(`X127 meets ${name}: ${flaw}`, () => expect(flawOf(bytes)).toBe(flaw))

  it('X127 refuses an archive in which a byte is another than the one that was packed', () => {
    const stored = zipped({
      'a.txt': [strToU8('Closed for ten days'), { level: 0 }],
      'b.txt': strToU8('words '.repeat(99)),
    })
    expect(flawOf(stored)).toBe('none')
    expect(flawOf(renamed(stored, 'ten days', 'two days'))).toBe('broken')
    expect(crc32([strToU8('12345'), strToU8('6789')])).toBe(0xcbf43926) // the check value of the standard
  })

  it('X127 refuses an archive wherever it is cut off', () => {
    for (const cut of cutFiles(archive)) if (cut.length > 4) expect(flawOf(cut)).toBe('broken')
  })

  it('X127 says in a sentence what is wrong and what to do', () => {
    for (const flaw of ['broken', 'too-many', 'too-large', 'bad-name'] as const) {
      expect(describeDecodeProblem({ kind: 'archive', flaw })).toMatch(/^This archive .+\. Unpack it .+ imported\.$/)
    }
  })
})
