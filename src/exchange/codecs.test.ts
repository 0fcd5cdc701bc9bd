import { describe, expect, it } from 'vitest'
import { NO_CHANGES } from '../domain/statement.ts'
import { anAnnotationSet, anAnnotationVersion } from '../testing/builders.ts'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { NO_PUBLISHER, type Writer } from './codec.ts'
import { CODECS, WRITABLE_CODECS } from './codecs.ts'
import { incomingFile } from './incoming.ts'

describe('CODECS', () => {
  it('X23 are called by the names that people and tests rely on', () => {
    const names = WRITABLE_CODECS.map(({ id }) => FORMAT_NAMES[id].name)
    expect(names).toEqual([
      'Annotation set (W3C)',
      'Report (HTML)',
      'Bundle (ZIP)',
      'Markdown',
      'CSV',
      'Hypothesis',
      'ClaimReview (JSON-LD)',
      'doccano (JSONL)',
      'Label Studio (JSON)',
      'brat (ZIP)',
    ])
  })

  it('X23 are all explained, and no name is left without a format', () => {
    for (const { id } of CODECS) expect(FORMAT_NAMES[id].explanation).toMatch(/\.$/)
    expect(CODECS.map(({ id }) => id).sort()).toEqual(Object.keys(FORMAT_NAMES).sort())
  })

  // With a claim, which some formats write alone.
  const set = anAnnotationSet({
    versions: [anAnnotationVersion({ claim: { text: 'It was closed.', claimant: '', date: '' } })],
  })
  const written = (writer: Writer) => writer.encode(set, { changes: NO_CHANGES, publisher: NO_PUBLISHER })

  it.each(WRITABLE_CODECS)('X65 tell their own files from those of all others: $id', ({ id, writer }) => {
    const file = written(writer)
    const incoming = {
      files: [incomingFile('any name', typeof file === 'string' ? new TextEncoder().encode(file) : file)],
    }
    const takers = CODECS.filter(({ reader }) => reader?.recognises(incoming)).map(codec => codec.id)
    expect(takers).toEqual(CODECS.find(codec => codec.id === id)?.reader ? [id] : [])
  })

  const kinds = [
    { id: 'w3c', extension: '.json', mediaType: 'application/ld+json', begins: '{' },
    { id: 'hypothesis', extension: '.json', mediaType: 'application/json', begins: '{\n "annotations"' },
    { id: 'report', extension: '.html', mediaType: 'text/html', begins: '<!doctype html>' },
    { id: 'claim-review', extension: '.json', mediaType: 'application/ld+json', begins: '[\n {\n  "@context"' },
    { id: 'bundle', extension: '.zip', mediaType: 'application/zip', begins: 'PK' },
    { id: 'csv', extension: '.csv', mediaType: 'text/csv', begins: '\uFEFFarticle,' },
    { id: 'doccano', extension: '.jsonl', mediaType: 'application/jsonl', begins: '{"id":1,"text":' },
    { id: 'label-studio', extension: '.json', mediaType: 'application/json', begins: '[' },
    { id: 'brat', extension: '.zip', mediaType: 'application/zip', begins: 'PK' },
    { id: 'markdown', extension: '.md', mediaType: 'text/markdown', begins: '# Fact check' },
  ]
  for (const { id, begins, ...kind } of kinds) {
    it(`X23 write what they say: ${id}`, () => {
      const { writer } = WRITABLE_CODECS.find(codec => codec.id === id)!
      expect(writer).toMatchObject(kind)
      const file = written(writer)
      expect((typeof file === 'string' ? file : new TextDecoder('latin1').decode(file)).startsWith(begins)).toBe(true)
    })
  }
})
