import { describe, expect, it } from 'vitest'
import { aParagraphText } from '../testing/revision-text.ts'
import { findQuote } from './find-quote.ts'

const TEXT = aParagraphText(
  `The harbour of Skarn was closed for ten days, the minister said. Repairs cost $4.2 million.
Linus Marr opened it again in May. In 2019 the road to Tarn was blocked for nine days.
In 2020 the road to Velm was shut by snow. A guard named Linus Orr saw it.`,
)

describe('findQuote', () => {
  it.each([
    ['the very words', 'was closed for ten days', 'unchanged', 'was closed for ten days'],
    ['other typography', 'the minister said.\u00a0Repairs cost', 'typography', 'the minister said. Repairs cost'],
    [
      'a changed number',
      'harbour of Skarn was closed for two days',
      'fact-changed',
      'harbour of Skarn was closed for ten days',
    ],
    [
      'a "not" that went',
      'The harbour of Skarn was not closed for ten days',
      'fact-changed',
      'The harbour of Skarn was closed for ten days',
    ],
    [
      'another word',
      'The port of Skarn was closed for ten days, the minister said',
      'reworded',
      'The harbour of Skarn was closed for ten days, the minister said',
    ],
  ])('A50 finds a quote with %s', (_, exact, kind, words) => {
    const state = findQuote(TEXT, { quote: { exact, prefix: '', suffix: '' } })
    expect([state.kind, 'place' in state && TEXT.text.slice(state.place.from, state.place.to)]).toEqual([kind, words])
  })

  it.each([
    ['is gone while another of its kind stays', 'In 2021 the road to Garth was blocked for six weeks'],
    ['was never there', 'Dogs must be kept on a lead in the castle park'],
    ['is short and stands among other words', 'Linus'],
    ['holds nothing to be seen', '\u200b'],
  ])('A51 finds no place for a quote that %s', (_, exact) => {
    expect(findQuote(TEXT, { quote: { exact, prefix: 'He was ', suffix: ' of all' } }).kind).toBe('orphaned')
  })

  it('A51 finds a short quote by what stands beside it', () => {
    const state = findQuote(TEXT, { quote: { exact: 'Linus', prefix: 'A guard named ', suffix: ' Orr saw it.' } })
    expect(state).toMatchObject({ place: { from: TEXT.text.lastIndexOf('Linus') } })
  })

  it('A52 takes of equal places the one whose surroundings agree, else leaves it open', () => {
    const text = aParagraphText(
      'North. The old road was blocked by snow. South. The old road was blocked by snow. East.',
    )
    const exact = 'The old road was blocked by snow'
    const second = text.text.lastIndexOf(exact)
    expect(findQuote(text, { quote: { exact, prefix: 'South. ', suffix: '. East.' } })).toMatchObject({
      place: { from: second },
    })
    expect(findQuote(text, { quote: { exact, prefix: '', suffix: '' } })).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ from: 7 }, { from: second }],
    })
  })

  it('A52 takes of equal places the one that was named', () => {
    const text = aParagraphText('The old road was blocked by snow. The old road was blocked by snow.')
    const quote = { exact: 'The old road was blocked by snow', prefix: '', suffix: '' }
    expect(findQuote(text, { quote, position: { start: 34, end: 66 } })).toEqual({
      kind: 'unchanged',
      place: { from: 34, to: 66 },
    })
  })

  it('A53 keeps an orphan as it came', () => {
    const quote = { exact: 'Dogs must be kept on a lead', prefix: 'Rules. ', suffix: ' here.' }
    const position = { start: 700, end: 727 }
    expect(findQuote(TEXT, { quote, position })).toEqual({ kind: 'orphaned', was: { quote, position } })
  })

  it('A44 throws on a quote without words', () => {
    expect(() => findQuote(TEXT, { quote: { exact: '', prefix: 'a', suffix: 'b' } })).toThrow(RangeError)
  })
})
