import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { NO_CHANGES } from '../domain/statement.ts'
import { anAnnotationSet, anAnnotationVersion } from '../testing/builders.ts'
import { NO_PUBLISHER } from './codec.ts'
import { CODECS, WRITABLE_CODECS } from './codecs.ts'
import { incomingFile } from './incoming.ts'
import { readIncoming } from './read-incoming.ts'
import { encodeAnnotationSet } from './w3c-set.ts'

const bytesOf = (file: string | Uint8Array<ArrayBuffer>) => (typeof file === 'string' ? strToU8(file) : file)
const read = (file: string | Uint8Array<ArrayBuffer>) => readIncoming({ files: [incomingFile('file', bytesOf(file))] })

const CLAIM = { text: 'The tunnel was closed for ten days.', claimant: 'The minister', date: '2026-11-19' }
const SET = anAnnotationSet({ versions: [anAnnotationVersion({ claim: CLAIM })] }) // some formats hold claims alone

describe('readIncoming', () => {
  const readable = WRITABLE_CODECS.filter(({ id }) => CODECS.find(codec => codec.id === id)?.reader)
  it.each(readable)('X65 reads what Factmark wrote as $id, by its content', ({ id, writer }) => {
    const file = writer.encode(SET, { changes: NO_CHANGES, publisher: NO_PUBLISHER })
    expect(read(file)).toMatchObject({ ok: true, value: { format: id } })
  })

  it('X65 looks into an archive', () => {
    const packed = zipSync({ 'folder/set.json': strToU8(encodeAnnotationSet(anAnnotationSet())) })
    expect(read(packed)).toMatchObject({ ok: true, value: { kind: 'set', format: 'w3c' } })
  })

  const refused = [
    { name: 'an archive without annotations', file: zipSync({ 'a.txt': strToU8('words') }), kind: 'unknown-format' },
    { name: 'a broken archive', file: zipSync({ 'a.txt': strToU8('words') }).slice(0, 30), kind: 'archive' },
    { name: 'prose', file: 'Just words.', kind: 'unknown-format' },
    { name: 'prose in another encoding', file: new Uint8Array([0x66, 0xfc, 0x72, 0x0a]), kind: 'not-utf-8' },
    { name: 'prose in UTF-16', file: new Uint8Array([0xff, 0xfe, 0x66, 0x00, 0xfc, 0x00]), kind: 'not-utf-8' },
    { name: 'a picture', file: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0]), kind: 'unknown-format' },
    { name: 'nothing', file: '', kind: 'unknown-format' },
    { name: 'half of a JSON file', file: '{"a":', kind: 'not-json' },
    { name: 'other JSON', file: '{"a":1}', kind: 'not-annotation-set' },
    { name: 'other lines of JSON', file: '{"a":1}\n{"a":2}\n', kind: 'not-annotation-set' },
    { name: 'lines of JSON of which the first is cut off', file: '{"a":\n{"a":2}\n', kind: 'not-json' },
  ]
  it.each(refused)('X12 refuses $name', ({ file, kind }) => {
    expect(read(file)).toMatchObject({ ok: false, problem: { kind } })
  })
})
