import type { Side } from './side.ts'
import type { TokenRange } from './token-range.ts'

/** Whether words stand exactly once in a revision, in their order and in a row. */
export function standsOnce(side: Side, words: Int32Array): boolean {
  const first = nextPlace(side, words, 0)
  return first >= 0 && nextPlace(side, words, first + 1) < 0
}

/** Whether two ranges have the same words, whatever their typography. */
export function haveEqualWords(from: Side, old: TokenRange, to: Side, new_: TokenRange): boolean {
  if (old.to - old.from !== new_.to - new_.from) return false
  for (let step = 0; step < old.to - old.from; step += 1) {
    if (from.words[old.from + step] !== to.words[new_.from + step]) return false
  }
  return true
}

function nextPlace(side: Side, words: Int32Array, start: number): number {
  for (let place = side.words.indexOf(words[0]!, start); place >= 0; place = side.words.indexOf(words[0]!, place + 1)) {
    if (words.every((word, step) => side.words[place + step] === word)) return place
  }
  return -1
}
