import { describe, expect, it } from 'vitest'
import { countWords } from './count-words.ts'

describe('countWords', () => {
  it.each([
    ['', 0],
    ['The bridge’s cost: 3.75 million.', 5],
    ['الميناء مفتوح', 2],
    ['पुल खुला है।', 3],
    ['桥开了。', 3],
    ['ポート A 1', 5],
  ])('I76 counts the words of %j', (text, count) => {
    expect(countWords(text)).toBe(count)
  })
})
