import { describe, expect, it } from 'vitest'
import { NO_CHANGES } from '../domain/statement.ts'
import { anAnnotationSet } from '../testing/builders.ts'
import { NO_PUBLISHER } from './codec.ts'
import { CODECS } from './codecs.ts'
import { incomingFile } from './incoming.ts'
import { encodeAnnotationSet, readAnnotationSet } from './w3c-set.ts'

const FILE = encodeAnnotationSet(anAnnotationSet())
const isAltered = (file: string) => {
  const read = readAnnotationSet(file)
  return read.ok ? read.value.isAltered : read.problem
}

describe('readAnnotationSet', () => {
  const files: readonly (readonly [string, string, boolean])[] = [
    ['as it was written', FILE, false],
    ['in another layout', JSON.stringify(JSON.parse(FILE)), false],
    ['with another rationale', FILE.replaceAll('14 days, not 10', '10 days, as said'), true],
    ['with another verdict', FILE.replaceAll('"verdict": "disputed"', '"verdict": "verified"'), true],
    ['with another hash', FILE.replace(/("factmark:setHash": ")./, '$1-'), true],
    ['without the hash, as earlier programs wrote it', FILE.replace(/^ "factmark:setHash".*\n/m, ''), false],
  ]
  it.each(files)('X74 tells whether a file was changed: %s', (name, file, expected) => {
    expect(file === FILE).toBe(name === 'as it was written')
    expect(isAltered(file)).toBe(expected)
  })

  it('X74 tells it of a report too', () => {
    const report = CODECS.find(({ id }) => id === 'report')!
    const file = report.writer!.encode(anAnnotationSet(), { changes: NO_CHANGES, publisher: NO_PUBLISHER }) as string
    const changed = file.replaceAll('14 days, not 10', '10 days, as said')
    const read = (text: string) => report.reader!.read({ files: [incomingFile('a', new TextEncoder().encode(text))] })
    expect(read(file)).toMatchObject({ ok: true, value: { isAltered: false } })
    expect(read(changed)).toMatchObject({ ok: true, value: { isAltered: true } })
  })
})
