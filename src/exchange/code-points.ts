/**
 * Converts UTF-16 offsets of one text into Unicode code points. Reads the text once, then answers in O(log n). An offset
 * beyond the text counts as its end.
 */
export function codePointsOf(text: string): (offset: number) => number {
  const secondHalves = Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), match => match.index + 1)
  return offset => {
    const within = Math.min(offset, text.length)
    return within - countBelow(secondHalves, within)
  }
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}
