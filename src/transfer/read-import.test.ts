import { describe, expect, it } from 'vitest'
import { encodeAnnotationSet, MAX_SET_LENGTH } from '../exchange/w3c-set.ts'
import { anAnnotationSet, aReviewer, aUuid, REVIEWER_ID, someRecords } from '../testing/builders.ts'
import { describeImportProblem, probableReviewer, readImport } from './read-import.ts'

const bytes = (...values: number[]) => fileOf(new Uint8Array(values))
const fileOf = (...parts: BlobPart[]) => new File(parts, 'set.json')

describe('readImport', () => {
  // "é" as Latin-1 has it: read leniently, the reviewer would have another name.
  const otherEncoding = encodeAnnotationSet(anAnnotationSet())
    .split('R. Okafor')
    .flatMap((part, index) => (index > 0 ? [new Uint8Array([0xe9]), part] : [part]))
  const refused = [
    { name: 'a set in another encoding', file: fileOf(...otherEncoding), kind: 'not-utf-8' },
    { name: 'a picture', file: bytes(0x89, 0x50, 0x4e, 0x47), kind: 'unknown-format' },
    { name: 'a cut file', file: fileOf('{"@context":'), kind: 'not-json' },
    { name: 'other JSON', file: fileOf('{"name":"x"}'), kind: 'not-annotation-set' },
    { name: 'prose', file: fileOf('Just words.'), kind: 'unknown-format' },
    { name: 'nothing', file: fileOf(''), kind: 'unknown-format' },
  ]
  it.each(refused)('T5 refuses $name', async ({ file, kind }) => {
    expect(await readImport([file])).toMatchObject({ ok: false, problem: { kind: 'refused', problem: { kind } } })
  })

  it('T6 refuses files that are too large before they are read', async () => {
    const outcome = await readImport([unreadable(MAX_SET_LENGTH * 2), unreadable(MAX_SET_LENGTH * 2)])
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'refused', problem: { kind: 'too-large' } } })
  })

  it('T6 says when the file cannot be read, and when reading was stopped', async () => {
    expect(await readImport([unreadable(1)])).toEqual({ ok: false, problem: { kind: 'unreadable' } })
    const stopped = await readImport([fileOf('{}')], { signal: AbortSignal.abort() })
    expect(!stopped.ok && describeImportProblem(stopped.problem)).toContain('stopped')
  })

  it('T7 gives exactly what the file holds', async () => {
    const outcome = await readImport([fileOf(encodeAnnotationSet(anAnnotationSet()))])
    expect(outcome).toMatchObject({ ok: true, value: { kind: 'set', format: 'w3c' } })
    const set = outcome.ok && outcome.value.kind === 'set' ? outcome.value.set : null
    expect(set && encodeAnnotationSet(set)).toBe(encodeAnnotationSet(anAnnotationSet()))
  })
})

describe('probableReviewer', () => {
  const two = [aReviewer(), aReviewer({ id: aUuid(2), name: 'M. Lind' })]
  const cases = [
    {
      name: 'the only one, on a device without a reviewer',
      reviewers: [aReviewer()],
      local: null,
      probable: REVIEWER_ID,
    },
    { name: 'nobody of several', reviewers: two, local: null, probable: null },
    { name: 'nobody where there is a reviewer', reviewers: [aReviewer()], local: aUuid(3), probable: null },
    { name: 'nobody of none', reviewers: [], local: null, probable: null },
  ]
  it.each(cases)('T8 proposes $name', ({ reviewers, local, probable }) => {
    expect(probableReviewer(someRecords({ reviewers }), local)).toBe(probable)
  })
})

function unreadable(size: number): File {
  const file = fileOf()
  Object.defineProperty(file, 'size', { value: size })
  file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  return file
}
