import { describe, expect, it } from 'vitest'
import { emphasisOf, movedEmphasis, NO_EMPHASIS, type Emphasised } from './emphasis.ts'

describe('what stands out among highlights', () => {
  it.each<[string, Emphasised, Emphasised, readonly string[]]>([
    ['nothing where nothing changed', of('a', 'b'), of('a', 'b'), []],
    ['the one that was selected', NO_EMPHASIS, of('a'), ['a']],
    ['the one before it too', of('a'), of('b'), ['a', 'b']],
    ['the one that was let go', of('a'), NO_EMPHASIS, ['a']],
    ['those whose cards came or went', of(null, 'b', 'c'), of(null, 'c', 'd'), ['b', 'd']],
    ['one whose card came as it was selected once', of(null), of('a', 'a'), ['a']],
  ])('H4 draws anew %s', (_case, before, after, drawn) => {
    expect([...movedEmphasis(before, after)].sort()).toEqual(drawn)
  })

  it('P1 points to a card only while it is in the document', () => {
    expect(emphasisOf('a', of(null, 'a')).card).toBe('card-a')
    expect(emphasisOf('b', of('b', 'a'))).toEqual({ isSelected: true, card: null })
  })
})

function of(selected: string | null, ...cards: readonly string[]): Emphasised {
  return { selected, cards: new Set(cards) }
}
