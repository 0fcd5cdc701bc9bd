import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutCards, type CardBox } from './card-layout.ts'

const GAP = 12 // px

describe('the cards beside the text', () => {
  it.each<[string, readonly (readonly [wanted: number, height: number])[], number | null, readonly number[]]>([
    [
      'stand level with their statements where there is room',
      [
        [0, 50],
        [100, 50],
      ],
      null,
      [0, 100],
    ],
    [
      'move down as far as they must',
      [
        [0, 50],
        [10, 50],
        [300, 50],
      ],
      null,
      [0, 62, 300],
    ],
    [
      'make room for the open one',
      [
        [200, 50],
        [210, 50],
        [220, 50],
      ],
      2,
      [96, 158, 220],
    ],
    [
      'make room only as far as there is any',
      [
        [0, 50],
        [10, 50],
      ],
      1,
      [0, 62],
    ],
    [
      'follow the open one when it grew',
      [
        [0, 50],
        [100, 400],
        [120, 50],
      ],
      1,
      [0, 100, 512],
    ],
    [
      'stay where they are when the open one is not among them',
      [
        [0, 50],
        [10, 50],
      ],
      9,
      [0, 62],
    ],
  ])('H5 %s', (_case, boxes, pinned, tops) => {
    const cards = boxes.map(([wanted, height]) => ({ wanted, height }))
    const placed = layoutCards(cards, pinned ?? -1, GAP)
    expect(placed).toEqual(tops)
  })

  it('H5 never overlap and keep their order; the open one is as near to its statement as the others allow', () => {
    fc.assert(
      fc.property(columns(), fc.nat(12), (cards, index) => {
        const pinned = cards[index]
        const tops = layoutCards(cards, index, GAP)
        cards.forEach((card, at) => {
          const next = cards[at + 1]
          if (next) expect(tops[at + 1]! - tops[at]!).toBeGreaterThanOrEqual(card.height + GAP)
          expect(tops[at]).toBeGreaterThanOrEqual(0)
        })
        const roomAbove = cards.slice(0, index).reduce((sum, { height }) => sum + height + GAP, 0)
        if (pinned) expect(tops[index]).toBe(Math.max(pinned.wanted, roomAbove))
      }),
    )
  })
})

/** Cards in text order. */
function columns(): fc.Arbitrary<readonly CardBox[]> {
  return fc
    .array(fc.tuple(fc.nat(2000), fc.integer({ min: 30, max: 600 })), { maxLength: 12 })
    .map(all => all.sort(([a], [b]) => a - b).map(([wanted, height]) => ({ wanted, height })))
}
