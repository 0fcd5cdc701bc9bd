import { describe, expect, it } from 'vitest'
import { NO_CHANGES } from '../domain/statement.ts'
import { anAnnotationSet } from '../testing/builders.ts'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { EXPORT_FORMATS } from './formats.ts'

describe('EXPORT_FORMATS', () => {
  it('X23 are called by the names that people and tests rely on', () => {
    expect(EXPORT_FORMATS.map(({ id }) => FORMAT_NAMES[id].name)).toEqual(['Annotation set (W3C)', 'CSV', 'Markdown'])
  })

  it('X23 are all explained, and no name is left without a format', () => {
    for (const { id } of EXPORT_FORMATS) expect(FORMAT_NAMES[id].explanation).toMatch(/\.$/)
    expect(EXPORT_FORMATS.map(({ id }) => id).sort()).toEqual(Object.keys(FORMAT_NAMES).sort())
  })

  const kinds = [
    { id: 'w3c', extension: '.json', mediaType: 'application/ld+json', begins: '{' },
    { id: 'csv', extension: '.csv', mediaType: 'text/csv', begins: '\uFEFFarticle,' },
    { id: 'markdown', extension: '.md', mediaType: 'text/markdown', begins: '# Fact check' },
  ]
  for (const { begins, ...kind } of kinds) {
    it(`X23 write what they say: ${kind.id}`, () => {
      const format = EXPORT_FORMATS.find(({ id }) => id === kind.id)!
      expect(format).toMatchObject(kind)
      expect(format.encode(anAnnotationSet(), NO_CHANGES).startsWith(begins)).toBe(true)
    })
  }
})
