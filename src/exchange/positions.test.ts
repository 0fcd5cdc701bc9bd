import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../testing/arbitraries.ts'
import { codePointsOf, utf16OffsetsOf } from './code-points.ts'
import { positionsIn, wordsAt } from './positions.ts'
import { runs } from '../testing/effort.ts'

describe('positionsIn', () => {
  it('X114 gives the words back in either unit, whatever the text', () => {
    fc.assert(
      fc.property(hostileTexts(), fc.nat(40), fc.nat(40), (text, start, end) => {
        const [...characters] = text
        const words = wordsAt(text)
        for (const position of positionsIn(text)({ start, end })) {
          const { unit } = position
          const expected = unit === 'utf-16' ? text.slice(start, end) : characters.slice(start, end).join('')
          expect(words(position)).toBe(expected)
          expect(expected).not.toBe('')
          expect(expected.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: runs(1000) },
    )
  })

  it('X114 converts code points to UTF-16 as the reverse of the way there', () => {
    fc.assert(
      fc.property(hostileTexts(), text => {
        const there = codePointsOf(text)
        const back = utf16OffsetsOf(text)
        let offset = 0
        for (const character of text) {
          expect(back(there(offset))).toBe(offset)
          offset += character.length
        }
        expect(back([...text].length)).toBe(text.length)
      }),
      { numRuns: runs(1000) },
    )
  })
})
