import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../testing/arbitraries.ts'
import { codePointsOf } from './code-points.ts'

describe('codePointsOf', () => {
  it('X8 counts like walking the text character by character', () => {
    fc.assert(
      fc.property(hostileTexts(), text => {
        const codePoints = codePointsOf(text)
        let offset = 0
        for (const [index, character] of [...text].entries()) {
          expect(codePoints(offset)).toBe(index)
          offset += character.length
        }
        expect(codePoints(text.length)).toBe([...text].length)
      }),
    )
  })

  it('X8 counts a character whole from its middle on', () => expect(codePointsOf('🚧')(1)).toBe(1))

  it('X11 takes an offset beyond the text for its end', () => expect(codePointsOf('a🚧')(99)).toBe(2))
})
