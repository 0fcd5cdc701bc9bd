import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryText } from '../testing/arbitrary-content.ts'
import { describeSelector } from './describe-selector.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { resolveSelector } from './resolve-selector.ts'
import { exactSpan } from './snap-span.ts'

const TEXT = '🚧 Repairs are over. The tunnel was closed for ten days, the minister said.'

describe('describeSelector', () => {
  it('A1 keeps the words, what stands around them and their UTF-16 position', () => {
    expect(describeSelector(TEXT, { from: 21, to: 55 })).toEqual({
      quote: {
        exact: 'The tunnel was closed for ten days',
        prefix: '🚧 Repairs are over. ',
        suffix: ', the minister said.',
      },
      position: { start: 21, end: 55 },
    })
  })

  it('A1 takes 32 units of context, fewer where that would cut a character', () => {
    const fitting = describeSelector(`${'a'.repeat(40)}X${'b'.repeat(40)}`, { from: 40, to: 41 })
    expect([fitting.quote.prefix.length, fitting.quote.suffix.length]).toEqual([32, 32])
    const family = '👨‍👩‍👧‍👦' // 11 units
    const cut = describeSelector(family.repeat(4) + 'X' + family.repeat(4), { from: 44, to: 45 })
    expect([cut.quote.prefix, cut.quote.suffix]).toEqual([family.repeat(2), family.repeat(2)])
  })

  it('A1 never cuts a grapheme of the context', () => {
    everySpan((text, span) => {
      const { prefix, suffix } = describeSelector(text, span).quote
      expect(isGraphemeBoundary(text, span.from - prefix.length)).toBe(true)
      expect(isGraphemeBoundary(text, span.to + suffix.length)).toBe(true)
      expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32)
    })
  })

  it.each([
    { from: 3, to: 3 },
    { from: 5, to: 4 },
    { from: -1, to: 4 },
    { from: 0, to: TEXT.length + 1 },
  ])('A1 throws on $from to $to, which holds no words of the text', span => {
    expect(() => describeSelector(TEXT, span)).toThrow(RangeError)
  })

  it('A2 resolves, in the text that it was described in, to the very same place', () => {
    everySpan((text, span) => {
      expect(resolveSelector(text, describeSelector(text, span))).toEqual({ kind: 'anchored', ...span })
    })
  })
})

function everySpan(holds: (text: string, span: { from: number; to: number }) => void): void {
  const texts = fc.array(arbitraryText(1), { minLength: 1, maxLength: 12 }).map(parts => parts.join('\n'))
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const span = exactSpan(text, { from: a % (text.length + 1), to: b % (text.length + 1) })
      if (span) holds(text, span)
    }),
  )
}
