/** A stretch of one line, in px. */
export interface LineBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * SVG path data that outlines text running over several lines as one shape; lines that do not touch get shapes of their
 * own. Boxes come from top to bottom, one per line, in px.
 */
export function outlinePath(boxes: readonly LineBox[]): string {
  return touchingGroups(joined(boxes)).map(groupPath).join(' ')
}

/** One box per line: the fragments of a line, which marks and links cut it into, become one. */
export function joined(fragments: readonly LineBox[]): readonly LineBox[] {
  const lines: LineBox[] = []
  for (const box of fragments) {
    const last = lines.at(-1)
    const middle = (box.top + box.bottom) / 2
    if (last && middle > last.top && middle < last.bottom) lines[lines.length - 1] = union(last, box)
    else lines.push(box)
  }
  return lines
}

function union(a: LineBox, b: LineBox): LineBox {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  }
}

function touchingGroups(lines: readonly LineBox[]): readonly (readonly LineBox[])[] {
  const groups: LineBox[][] = []
  for (const line of lines) {
    const above = groups.at(-1)?.at(-1)
    const lineHeight = line.bottom - line.top
    const touches = above && line.top - above.bottom < lineHeight && line.left < above.right && above.left < line.right
    if (touches) groups.at(-1)!.push(line)
    else groups.push([line])
  }
  return groups
}

function groupPath(lines: readonly LineBox[]): string {
  // Between two lines the edge runs in the middle of the gap, so that the shape has no slits.
  const tops = lines.map((line, index) => (index === 0 ? line.top : (lines[index - 1]!.bottom + line.top) / 2))
  const bottoms = lines.map((line, index) => (index === lines.length - 1 ? line.bottom : tops[index + 1]!))
  const down = lines.flatMap((line, index) => [point(line.right, tops[index]!), point(line.right, bottoms[index]!)])
  const up = lines
    .flatMap((line, index) => [point(line.left, tops[index]!), point(line.left, bottoms[index]!)])
    .reverse()
  return `M${[...down, ...up].join('L')}Z`
}

function point(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`
}
