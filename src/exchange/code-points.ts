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

/** The reverse: UTF-16 offsets of the code points of one text, in O(log n). A count beyond the text gives one beyond it. */
export function utf16OffsetsOf(text: string): (codePoints: number) => number {
  // How many code points stand before each character that takes two units.
  const before = Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), (match, pairs) => match.index - pairs)
  return codePoints => codePoints + countBelow(before, codePoints)
}
