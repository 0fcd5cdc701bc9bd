import { describe, expect, it } from 'vitest'
import { joined, outlinePath, type LineBox } from './outline-path.ts'

const LINE_HEIGHT = 29 // px
const GLYPHS = 22 // px of a line that its letters take

describe('the outline of the cursor', () => {
  it('H1 is a rectangle around one line', () => {
    expect(corners(outlinePath([line(0, 10, 50)]))).toEqual([
      [
        [50, 0],
        [50, 22],
        [10, 22],
        [10, 0],
      ],
    ])
  })

  it('H1 is one shape around lines that touch, without a slit between them', () => {
    const [shape, ...others] = corners(outlinePath([line(0, 40, 100), line(1, 0, 100), line(2, 0, 30)]))
    expect(others).toEqual([])
    const edges = [...new Set(shape!.map(([, y]) => y))].sort((a, b) => a - b)
    expect(edges).toEqual([0, 25.5, 54.5, 80]) // the edges between lines lie in the middle of the gap
  })

  it.each<[string, readonly LineBox[], number]>([
    ['an end of line and a beginning that do not stand above each other', [line(0, 70, 100), line(1, 0, 40)], 2],
    ['a statement that goes on after a picture', [line(0, 0, 100), line(6, 0, 100)], 2],
    ['nothing', [], 0],
  ])('H1 has a shape for each part of %s', (_case, boxes, shapes) => {
    expect(corners(outlinePath(boxes))).toHaveLength(shapes)
  })

  it('H2 has one box for a line that marks and links cut into pieces, whatever their size', () => {
    const higher = { left: 30, right: 50, top: -4, bottom: 24 }
    expect(joined([line(0, 10, 30), higher, line(0, 50, 60), line(1, 0, 20)])).toEqual([
      { left: 10, right: 60, top: -4, bottom: 24 },
      line(1, 0, 20),
    ])
  })

  it('H2 has one box also where the pieces come from right to left', () => {
    expect(joined([line(0, 60, 90), line(0, 20, 60)])).toEqual([line(0, 20, 90)])
  })
})

function line(index: number, left: number, right: number): LineBox {
  return { left, right, top: index * LINE_HEIGHT, bottom: index * LINE_HEIGHT + GLYPHS }
}

/** The corners of each shape of a path, in px. */
function corners(path: string): readonly (readonly (readonly [x: number, y: number])[])[] {
  return [...path.matchAll(/M([^MZ]*)Z/g)].map(([, points]) =>
    points!.split('L').map(point => {
      const [x, y] = point.split(' ').map(Number)
      return [x!, y!] as const
    }),
  )
}
