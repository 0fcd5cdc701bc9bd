import { describe, expect, it } from 'vitest'
import { textHash } from '../../domain/article-text.ts'
import { HARBOUR_TEXT } from '../../testing/builders.ts'
import { aForeignAnnotation, aForeignDocument } from '../../testing/foreign.ts'
import { belongingByName, belongingByText } from './belonging.ts'

const ARTICLE = { sourceUrl: 'https://news.example.com/2026/11/harbour-tunnel', hashes: [textHash(HARBOUR_TEXT)] }

describe('belongingByName', () => {
  it('X71 knows an article by the hash of its text', () => {
    const document = aForeignDocument({ textHash: textHash(HARBOUR_TEXT) })
    expect(belongingByName(document, ARTICLE)).toEqual({ kind: 'same-text' })
  })

  const addresses: readonly (readonly [string, boolean])[] = [
    ['https://news.example.com/2026/11/harbour-tunnel', true],
    ['http://www.news.example.com/2026/11/harbour-tunnel/?utm_source=x#p2', true],
    ['https://news.example.com/2026/11/harbour-tunnel?page=2', false],
    ['https://news.example.com/2026/11/harbour', false],
    ['harbour-tunnel', false],
    ['', false],
  ]
  it.each(addresses)('X71 compares addresses as pages are: %s', (sourceUrl, isSame) => {
    expect(belongingByName(aForeignDocument({ sourceUrl }), ARTICLE)).toEqual(isSame ? { kind: 'same-address' } : null)
  })

  it('X71 does not take two articles without an address for the same', () => {
    expect(belongingByName(aForeignDocument(), { sourceUrl: '', hashes: [] })).toBeNull()
  })
})

describe('belongingByText', () => {
  it('X71 tells how much of a document stands in a text', () => {
    const own = `${HARBOUR_TEXT} Nobody knew what had been paid for the new pumps in the end.`
    const similar = belongingByText(aForeignDocument({ text: own }))(HARBOUR_TEXT)
    expect(similar).toMatchObject({ kind: 'similar' })
    expect(similar?.kind === 'similar' && similar.share).toBeGreaterThan(0.5)
    expect(belongingByText(aForeignDocument({ text: HARBOUR_TEXT }))(HARBOUR_TEXT)).toEqual({ kind: 'same-text' })
    expect(belongingByText(aForeignDocument({ text: own }))('A text about birds that sing at night.')).toBeNull()
  })

  it('X71 goes by the quotes where there is no text', () => {
    const gone = aForeignAnnotation({ quote: { exact: 'never said here', prefix: '', suffix: '' } })
    const document = aForeignDocument({ annotations: [aForeignAnnotation(), gone] })
    expect(belongingByText(document)(HARBOUR_TEXT)).toEqual({ kind: 'similar', share: 0.5 })
    expect(belongingByText(aForeignDocument({ annotations: [gone] }))(HARBOUR_TEXT)).toBeNull()
    expect(belongingByText(aForeignDocument({ annotations: [] }))(HARBOUR_TEXT)).toBeNull()
  })

  it('X71 looks for a sample of a long document, of its text as of its quotes', () => {
    const sentence = (at: number) => `On day ${at} the harbour of place ${at * 7} counted ${at * 13} boats.`
    const sentences = Array.from({ length: 6000 }, (_, at) => sentence(at))
    const half = sentences.filter((_, at) => at % 2 === 0).join(' ')
    const quotes = sentences.map(exact => aForeignAnnotation({ quote: { exact, prefix: '', suffix: '' } }))
    const long = aForeignDocument({ text: sentences.join(' ') })
    for (const document of [long, aForeignDocument({ annotations: quotes })]) {
      const similar = belongingByText(document)(half)
      expect(similar?.kind === 'similar' && similar.share).toBeGreaterThan(0.4)
      expect(similar?.kind === 'similar' && similar.share).toBeLessThan(0.6)
      expect(belongingByText(document)(sentences.slice(0, 600).join(' '))).toBeNull()
    }
    expect(belongingByText(long)(`${sentences.join(' ')} No more.`)).toMatchObject({ kind: 'similar', share: 1 })
  })
})
