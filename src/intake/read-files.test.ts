import { describe, expect, it } from 'vitest'
import { MAX_BYTES } from './detect-format.ts'
import { readFile } from './read-file.ts'
import { readFiles, type FilesProgress } from './read-files.ts'

const CAPTURED = '2026-11-23T00:00:00.000Z'

describe('readFiles', () => {
  it('I36 reads files in their order, past those that it cannot read, and tells how far it is', async () => {
    const told: FilesProgress[] = []
    const files = [
      new File(['Title\nBody'], 'a.txt'),
      new File([''], 'b.txt'),
      new File(['{"a":1}'], 'c.json'),
      unreadable(),
    ]
    const outcomes = await readFiles(files, { captured: CAPTURED, onProgress: progress => told.push(progress) })
    expect(
      outcomes.map(({ file, outcome }) => [file.name, outcome.ok ? outcome.value.kind : outcome.problem.kind]),
    ).toEqual([
      ['a.txt', 'article'],
      ['b.txt', 'empty'],
      ['c.json', 'annotation-set'],
      ['d.txt', 'unreadable'],
    ])
    expect(told.map(({ done, count, name }) => `${name} ${done}/${count}`)).toEqual([
      'a.txt 0/4',
      'b.txt 1/4',
      'c.json 2/4',
      'd.txt 3/4',
    ])
    expect(told.map(({ share }) => share)).toEqual([0, 0.25, 0.5, 0.75])
  })

  it('I36 keeps what was read before the person cancelled, and reads no more', async () => {
    const stop = new AbortController()
    const files = ['a.txt', 'b.txt', 'c.txt'].map(name => new File(['Title'], name))
    const onProgress = ({ done }: FilesProgress) => done === 1 && stop.abort()
    const outcomes = await readFiles(files, { captured: CAPTURED, signal: stop.signal, onProgress })
    expect(outcomes.map(({ outcome }) => outcome.ok || outcome.problem.kind)).toEqual([true, 'cancelled', 'cancelled'])
  })
})

describe('readFile', () => {
  it.each([
    ['backup', new Uint8Array([0x1f, 0x8b])],
    ['too-large', new Uint8Array([0x41])],
  ])('I77 says %s of a file that is larger than any article', async (kind, start) => {
    const file = new File([start], 'library.factmark')
    Object.defineProperty(file, 'size', { value: MAX_BYTES + 1 })
    const outcome = await readFile(file, { captured: CAPTURED })
    expect(outcome.ok ? outcome.value.kind : outcome.problem.kind).toBe(kind)
  })

  it('I38 calls a file broken whose reader throws', async () => {
    // This is Node, where no document can be parsed.
    const outcome = await readFile(new File(['<!doctype html><p>a'], 'a.html'), { captured: CAPTURED })
    expect(outcome).toEqual({ ok: false, problem: { kind: 'broken', format: 'html' } })
  })
})

function unreadable(): File {
  const file = new File(['a'], 'd.txt')
  file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  return file
}
