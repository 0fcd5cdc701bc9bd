import type { TokenRange } from '../align/token-range.ts'
import type { FactReader } from './fact-reader.ts'
import { bareWords, lookUp } from './look-up.ts'
import { foldAt, isSignAt, keyAt, type Readable } from './readable.ts'

/**
 * The words of a range that are likely names though no capital shows it: beside a title, after a preposition without an
 * article, known ones, katakana, Latin letters in another script.
 */
export function* unmarkedNames(reader: FactReader, range: TokenRange): Generator<readonly [number, string]> {
  if (!hasUnmarked(reader, range)) return
  for (let token = range.from; token < range.to; token += 1) {
    const found = lookUp(reader, reader.lexicon, token, range.to)
    for (const place of besideTitle(reader, range, token, found)) yield [place, valueOf(reader, place)]
    if (found?.entries.some(({ kind }) => kind === 'name')) {
      for (let place = token; place < found.to; place += 1) yield [place, valueOf(reader, place)]
    }
    if (isForeign(reader, token) || isAfterPreposition(reader, token)) yield [token, valueOf(reader, token)]
    for (const place of chineseName(reader, range, token)) yield [place, keyAt(reader, place)]
    for (const place of chinesePlace(reader, range, token)) yield [place, keyAt(reader, place)]
  }
}

const UNMARKED =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Deva}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Beng}\p{sc=Taml}\p{sc=Telu}]/u

function hasUnmarked({ side }: Readable, { from, to }: TokenRange): boolean {
  return from < to && UNMARKED.test(side.text.slice(side.starts[from], side.ends[to - 1]))
}

type Found = ReturnType<typeof lookUp>

const NAME_WORDS = 2 // after a title
const NAME_CHARACTERS = 4 // before one

function* besideTitle(reader: FactReader, range: TokenRange, token: number, found: Found): Generator<number> {
  const kinds = new Set(found?.entries.map(({ kind }) => kind))
  if (found && kinds.has('title')) {
    for (let place = found.to; place < Math.min(range.to, found.to + NAME_WORDS); place += 1) {
      if (!isNameWord(reader, range, place)) break
      yield place
    }
  }
  if (!kinds.has('title-after')) return
  const most = isCharacter(reader, token - 1) ? NAME_CHARACTERS : 1
  for (let place = token - 1; place >= Math.max(range.from, token - most); place -= 1) {
    if (isSignAt(reader, place) || GRAMMAR_CHARACTERS.has(keyAt(reader, place))) break
    yield place
  }
}

const GRAMMAR_CHARACTERS = new Set(
  Array.from(
    '的了来來去走和与與及在是由被把对對给給向从從到于於这這那该該个個有为為以は が を に で と の も や へ'.replaceAll(
      ' ',
      '',
    ),
  ),
)

function isNameWord(reader: FactReader, range: TokenRange, token: number): boolean {
  if (isSignAt(reader, token) || GRAMMAR_CHARACTERS.has(keyAt(reader, token))) return false
  if (reader.lexicon.grammar.has(foldAt(reader, token))) return false
  const found = lookUp(reader, reader.lexicon, token, range.to)
  return !found || found.entries.every(({ kind }) => kind === 'name' || kind === 'title')
}

function isCharacter({ side, vocabulary }: Readable, token: number): boolean {
  return vocabulary.words[side.words[token] ?? -1]?.kind === 'character'
}

function isForeign(reader: Readable, token: number): boolean {
  return /^(?:\p{sc=Kana}{2,}|\p{Lu}\p{L}+)/u.test(keyAt(reader, token))
}

/** In Arabic and Persian a noun right after "in" or "from", without an article, and common nowhere else in the text. */
function isAfterPreposition(reader: FactReader, token: number): boolean {
  const { lexicon, evidence } = reader
  if (!lexicon.beforePlaces.has(foldAt(reader, token - 1)) || isSignAt(reader, token)) return false
  const folded = foldAt(reader, token)
  if (folded.startsWith('ال') || evidence.common.has(folded)) return false
  return !lookUp(reader, lexicon, token, token + 1) && folded.length > 2
}

const SURNAMES = new Set(
  Array.from(
    '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛阎閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯',
  ),
)

/** A Chinese surname where a name may begin, with what follows it up to a boundary. */
function* chineseName(reader: FactReader, range: TokenRange, token: number): Generator<number> {
  if (reader.lexicon.language !== 'zh' || !SURNAMES.has(keyAt(reader, token))) return
  const before = keyAt(reader, token - 1)
  const begins =
    token === range.from ||
    isSignAt(reader, token - 1) ||
    GRAMMAR_CHARACTERS.has(before) ||
    endsTitle(reader, token - 1)
  if (!begins) return
  for (let place = token; place < Math.min(range.to, token + 3); place += 1) {
    if (isSignAt(reader, place) || GRAMMAR_CHARACTERS.has(keyAt(reader, place))) return
    if (place > token && lookUp(reader, reader.lexicon, place, range.to)) return
    yield place
  }
}

const BEFORE_PLACES = new Set('来自 來自 运往 運往 位于 位於 前往 抵达 抵達 飞往 飛往 迁往 遷往 毗邻 毗鄰'.split(' '))
const PLACE_CHARACTERS = 4

/** What follows "comes from" or "lies in" up to a boundary: 来自洛阳. */
function* chinesePlace(reader: FactReader, range: TokenRange, token: number): Generator<number> {
  if (reader.lexicon.language !== 'zh') return
  if (!BEFORE_PLACES.has(keyAt(reader, token - 2) + keyAt(reader, token - 1))) return
  for (let place = token; place < Math.min(range.to, token + PLACE_CHARACTERS); place += 1) {
    if (isSignAt(reader, place) || GRAMMAR_CHARACTERS.has(keyAt(reader, place))) return
    yield place
  }
}

function endsTitle(reader: FactReader, token: number): boolean {
  const two = keyAt(reader, token - 1) + keyAt(reader, token)
  return (reader.lexicon.words?.titles ?? '').includes(`-${two}`)
}

function valueOf(reader: FactReader, token: number): string {
  const folded = foldAt(reader, token)
  const known = bareWords(reader.lexicon, folded).find(bare =>
    reader.lexicon.entries.get(bare)?.some(({ kind }) => kind === 'name'),
  )
  return known ?? folded
}
