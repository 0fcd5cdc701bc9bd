import { asciiFigures, isFigure } from './figures.ts'
import { foldAt, isJoined, keyAt, type Readable } from './readable.ts'

/** A number and the token after it. */
export interface CharacterNumber {
  readonly value: string
  readonly to: number
}

/** A number in Chinese characters, or in figures with such (3万5000); `null` when a token begins none. */
export function readCharacterNumber(text: Readable, from: number, end: number): CharacterNumber | null {
  if (!UNSPACED.test(foldAt(text, from)) && !UNSPACED.test(foldAt(text, from + 1))) return null
  if (CHARACTER_VALUES[keyAt(text, from)] === undefined && !followedByCharacter(text, from)) return null
  let sum: Sum = { total: 0, section: 0, open: null }
  let to = from
  for (; to < end; to += 1) {
    const grown = add(sum, text, to)
    if (!grown) break
    sum = grown
  }
  if (to === from + 1 && isPartOfWord(text, from)) return null
  return { value: String(sum.total + sum.section + (sum.open ?? 0)), to }
}

/** `open` waits for 十, 百 or 千; `section` for 万 or 億. */
interface Sum {
  readonly total: number
  readonly section: number
  readonly open: number | null
}

function add({ total, section, open }: Sum, text: Readable, token: number): Sum | null {
  const key = keyAt(text, token)
  if (isFigure(text, token)) {
    const value = Number(asciiFigures(key).replaceAll(',', ''))
    return Number.isNaN(value) ? null : { total, section, open: value }
  }
  const value = CHARACTER_VALUES[key]
  if (value === undefined) return null
  if (value >= MYRIAD) {
    const times = section + (open ?? (section === 0 ? 1 : 0))
    return { total: total + times * value, section: 0, open: null }
  }
  if (value >= 10) return { total, section: section + (open ?? 1) * value, open: null }
  return { total, section, open: open === null ? value : open * 10 + value }
}

function isPartOfWord(text: Readable, token: number): boolean {
  return keyAt(text, token) === '一' && !COUNTERS.has(keyAt(text, token + 1)) && keyAt(text, token - 1) !== '第'
}

const CHARACTER_VALUES: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
}
const MYRIAD = 1e4

const UNSPACED = /[\u3000-\u9fff]/

// 一 is a part of many words; before these it counts.
const COUNTERS = new Set(
  Array.from('个個名人位天日年月周週次家所座条條辆輛艘元块塊件起只隻台本棟回歳岁度度倍分秒点點时時小万百千十亿億'),
)

function followedByCharacter(text: Readable, token: number): boolean {
  return isFigure(text, token) && isJoined(text, token) && (CHARACTER_VALUES[keyAt(text, token + 1)] ?? 0) >= 100
}
