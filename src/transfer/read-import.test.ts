import { describe, expect, it, vi } from 'vitest'
import { succeed } from '../domain/result.ts'
import { encodeAnnotationSet, MAX_SET_LENGTH } from '../exchange/w3c-set.ts'
import type { ImportPreview } from '../store/review-state.ts'
import {
  anAnnotationSet,
  aReviewer,
  aUuid,
  HARBOUR_ID,
  HARBOUR_TITLE,
  REVIEWER_ID,
  someRecords,
} from '../testing/builders.ts'
import { describeImportProblem, probableReviewer, readImport } from './read-import.ts'

const PREVIEW: ImportPreview = {
  article: HARBOUR_ID,
  title: HARBOUR_TITLE,
  isNewArticle: true,
  added: 1,
  changed: 0,
  removed: 0,
  unchanged: 0,
  conflicting: 0,
  sessions: 1,
  ownTouched: 0,
  skipped: [],
  reviewers: [],
  annotations: [],
  newVersions: [],
}
const bytes = (...values: number[]) => new Blob([new Uint8Array(values)])

describe('readImport', () => {
  // "é" as Latin-1 has it: read leniently, the reviewer would have another name.
  const otherEncoding = encodeAnnotationSet(anAnnotationSet())
    .split('R. Okafor')
    .flatMap((part, index) => (index > 0 ? [new Uint8Array([0xe9]), part] : [part]))
  const refused = [
    { name: 'a set in another encoding', file: new Blob(otherEncoding), kind: 'not-json' },
    { name: 'a picture', file: bytes(0x89, 0x50, 0x4e, 0x47), kind: 'not-json' },
    { name: 'a cut file', file: new Blob(['{"@context":']), kind: 'not-json' },
    { name: 'other JSON', file: new Blob(['{"rows":[]}']), kind: 'not-annotation-set' },
  ]
  it.each(refused)('T5 refuses $name without comparing anything', async ({ file, kind }) => {
    const previewImport = vi.fn()
    const outcome = await readImport(file, previewImport)
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'refused', problem: { kind } } })
    expect(previewImport).not.toHaveBeenCalled()
  })

  it('T6 refuses a file that is too large before it is read', async () => {
    const outcome = await readImport(unreadable(MAX_SET_LENGTH * 3 + 1), vi.fn())
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'refused', problem: { kind: 'too-large' } } })
  })

  it('T6 says when the file cannot be read', async () => {
    expect(await readImport(unreadable(1), vi.fn())).toEqual({ ok: false, problem: { kind: 'unreadable' } })
  })

  it('T7 compares what the file holds', async () => {
    const previewImport = vi.fn().mockResolvedValue(succeed(PREVIEW))
    const outcome = await readImport(new Blob([encodeAnnotationSet(anAnnotationSet())]), previewImport)
    expect(outcome).toMatchObject({ ok: true, value: { preview: PREVIEW } })
    const records = previewImport.mock.calls[0]?.[0] as ReturnType<typeof someRecords>
    expect(records.article).toEqual(someRecords().article)
    expect(new Set(records.versions)).toEqual(new Set(someRecords().versions))
  })

  it('T7 tells what storage says', async () => {
    const previewImport = vi.fn().mockResolvedValue({ ok: false, problem: { kind: 'blocked' } })
    const outcome = await readImport(new Blob([encodeAnnotationSet(anAnnotationSet())]), previewImport)
    expect(!outcome.ok && describeImportProblem(outcome.problem)).toContain('another Factmark tab')
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

function unreadable(size: number): Blob {
  const blob = new Blob([])
  Object.defineProperty(blob, 'size', { value: size })
  blob.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  return blob
}
