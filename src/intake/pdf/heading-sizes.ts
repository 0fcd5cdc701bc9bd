import type { PageLine } from './page-lines.ts'

const LARGER = 1.14 // times the commonest size: smaller differences are between fonts
const DEEPEST = 4 // levels of headings that are told apart by size

/** The level of heading that letters of each size make, 1 for the largest; none for the size of most of the text or less. */
export function headingLevels(lines: readonly PageLine[]): ReadonlyMap<number, number> {
  const body = commonest(lines.map(line => [line.size, line.text.length]))
  const sizes = [...new Set(lines.map(line => line.size))].filter(size => size >= body * LARGER).sort((a, b) => b - a)
  return new Map(sizes.map((size, index) => [size, Math.min(index + 1, DEEPEST)]))
}

/** The value with the greatest weight in all. Throws on an empty list. */
export function commonest(weighed: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>()
  for (const [value, weight] of weighed) weights.set(value, (weights.get(value) ?? 0) + weight)
  const [value] = [...weights].reduce((a, b) => (b[1] > a[1] ? b : a))
  return value
}
