import { describe, expect, it } from 'vitest'
import type { Fact } from '../../domain/change-state.ts'
import { aParagraphText } from '../../testing/revision-text.ts'
import { createAlignment } from '../align/alignment.ts'
import { readSide } from '../align/side.ts'
import { createVocabulary } from '../align/vocabulary.ts'
import { finished } from '../finished.ts'
import { readersOf } from '../readers-of.ts'
import { findFacts } from './find-facts.ts'

// A sentence, and what it says of a kind: values of numbers, words of everything else.
const NUMBERS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  en: [
    ['ten days', '10'],
    ['twenty-two men', '22'],
    ['two hundred and five men', '205'],
    ['1.5 million', '1500000'],
    ['1,500 men', '1500'],
    ['two dozen eggs', '24'],
    ['half of it', '0.5'],
    ['dozens of men', '12s'],
    ['at 10:30', '10:30'],
    ['the third time', '3'],
    ['it is -5 there', '-5'],
    ['a threefold rise', '3'],
  ],
  de: [
    ['zweiundzwanzig Tage', '22'],
    ['fünfhundert Mann', '500'],
    ['1.500 Mann', '1500'],
    ['1,5 Millionen', '1500000'],
    ['4,20 Euro', '4.2'],
    ['das Zweijahresprogramm', '2'],
    ['eine Vierzimmerwohnung', '4'],
  ],
  fr: [
    ['quatre-vingt-dix-sept', '97'],
    ['vingt et un', '21'],
    ['2 500 lettres', '2500'],
    ['3,5 millions', '3500000'],
  ],
  es: [
    ['treinta y dos', '32'],
    ['dos mil quinientos', '2500'],
    ['1.250.000', '1250000'],
  ],
  pt: [['cento e vinte', '120']],
  it: [['ventidue', '22']],
  ru: [
    ['двадцать пять', '25'],
    ['4,2 миллиона', '4200000'],
  ],
  ar: [
    ['خمسة وعشرون', '25'],
    ['٣٥٠ مترا', '350'],
    ['ثلاثة آلاف', '3000'],
    ['٤٫٢ مليون', '4200000'],
  ],
  fa: [
    ['بیست و پنج', '25'],
    ['۴٫۲ میلیارد', '4200000000'],
  ],
  he: [
    ['עשרים וחמש', '25'],
    ['שלוש מאות', '300'],
  ],
  hi: [
    ['पच्चीस', '25'],
    ['४.२ करोड़', '42000000'],
    ['1,50,000', '150000'],
  ],
  zh: [
    ['三万五千人', '35000'],
    ['420万元', '4200000'],
    ['十二', '12'],
  ],
  ja: [
    ['4億2000万円', '420000000'],
    ['八百円', '800'],
  ],
  nl: [
    ['1.500 mensen', '1500'],
    ['3,5 miljoen', '3.5'],
  ],
}

const FACTS: readonly (readonly [language: string, fact: Fact, sentence: string, words: string])[] = [
  ['en', 'negation', 'It was never closed.', 'never'],
  ['en', 'negation', "They can't swim.", "can't"],
  ['en', 'modal', "They can't swim.", "can't"],
  ['en', 'quantifier', 'At least ten came.', 'At least'],
  ['en', 'date', 'It opens in May.', 'May'],
  ['en', 'modal', 'It may open.', 'may'],
  ['en', 'unit', 'It is 5 km long.', 'km'],
  ['en', 'currency', 'It cost $5 then.', '$'],
  ['en', 'name', 'Then Linus Marr left Orlen.', 'Linus|Marr|Orlen'],
  ['en', 'attribution', 'The dam is safe, the minister said.', 'minister|said'],
  ['en', 'attribution', 'According to Ada Moss, it is safe.', 'According to|Ada|Moss'],
  ['de', 'negation', 'Es gab keinen Grund.', 'keinen'],
  ['de', 'date', 'Es beginnt am Montag.', 'Montag'],
  ['de', 'name', 'Die Brücke nach Hagenau gehört Klaus Voss.', 'Hagenau|Klaus|Voss'],
  ['de', 'modal', 'Das soll sich ändern.', 'soll'],
  ['fr', 'negation', 'Il n’a pas plu.', 'n’|pas'],
  ['fr', 'date', 'La fête a lieu en juillet.', 'juillet'],
  ['fr', 'quantifier', 'Tous les camions passent.', 'Tous'],
  ['es', 'modal', 'La obra debe terminar.', 'debe'],
  ['es', 'attribution', 'Según la policía, es cierto.', 'Según|policía'],
  ['it', 'negation', 'Il sindaco non ha firmato.', 'non'],
  ['pt', 'quantifier', 'Poucos vizinhos assinaram.', 'Poucos'],
  ['ru', 'date', 'Проверка пройдёт в марте.', 'марте'],
  ['ru', 'negation', 'Стена не пострадала.', 'не'],
  ['ar', 'negation', 'لم يوقع المهندس.', 'لم'],
  ['ar', 'date', 'تبدأ في مارس.', 'مارس'],
  ['ar', 'name', 'زار المحافظ سامي الحداد الموقع.', 'سامي|الحداد'],
  ['ar', 'attribution', 'قال الوزير إن الجسر آمن.', 'قال|الوزير'],
  ['fa', 'quantifier', 'همه رفتند.', 'همه'],
  ['fa', 'date', 'روز دوشنبه است.', 'دوشنبه'],
  ['fa', 'attribution', 'شهردار گفت پل ایمن است.', 'شهردار|گفت'],
  ['he', 'negation', 'הקיר לא נפגע.', 'לא'],
  ['he', 'name', 'העוגה נאפתה בחיפה.', 'בחיפה'],
  ['hi', 'negation', 'दीवार नहीं टूटी।', 'नहीं'],
  ['hi', 'modal', 'चालक पैसे दे सकते हैं।', 'सकते'],
  ['zh', 'negation', '墙没有受损。', '没有'],
  ['zh', 'quantifier', '所有卡车都可以通行。', '所有|都'],
  ['zh', 'name', '市长李强来了。', '李|强'],
  ['ja', 'negation', '壁は壊れなかった。', 'なかっ'],
  ['ja', 'date', '来週の月曜日に開通する。', '来週|月曜日'],
  ['ja', 'attribution', '市長は橋は安全だと述べた。', '市|長|述べ'],
  ['nl', 'date', 'De boot kwam op maandag.', 'maandag'],
  ['ja', 'attribution', '「雨は初めてだ」と農家の男は語った。', '農|家|の|男|語っ'],
  ['de', 'attribution', 'Eine Bäuerin nannte es untragbar.', 'Bäuerin|nannte'],
  ['en', 'currency', 'It cost ten pounds.', 'pounds'],
  ['nl', 'name', 'De boot van Piet Kramer.', 'Piet|Kramer'],
  ['pl', 'date', 'Przegląd będzie w marcu albo w poniedziałek.', 'marcu|poniedziałek'],
  ['tr', 'date', 'Açılış cuma günü yapıldı.', 'cuma'],
]

describe('findFacts', () => {
  it.each(
    Object.entries(NUMBERS).flatMap(([language, cases]) =>
      cases.map(([text, value]) => [language, text, value] as const),
    ),
  )('A56 reads in %s “%s” as %s', (language, text, value) => {
    const numbers = factsIn(language, text).filter(({ fact }) => fact === 'number')
    expect(numbers.map(found => found.value)).toEqual([value])
  })

  it.each([
    ['en', 'a scaffold, manifold'],
    ['de', 'Zweifel, ganz einfach'],
  ])('A56 reads in %s no number in “%s”', (language, text) => {
    expect(factsIn(language, text).filter(({ fact }) => fact === 'number')).toEqual([])
  })

  it.each(FACTS)('A57 finds in %s as %s in “%s”: %s', (language, fact, sentence, words) => {
    const found = factsIn(language, sentence).filter(each => each.fact === fact)
    const places = [...new Map(found.map(each => [each.words, each])).values()].sort((a, b) => a.from - b.from)
    expect(places.map(each => each.words).join('|')).toBe(words)
  })

  it('A43 finds in a language without a lexicon numbers, names, months, weekdays and units', () => {
    const kinds = factsIn('nl', 'Piet kocht op maandag 3 kilometer kabel voor 10 euro.').map(({ fact }) => fact)
    expect(new Set(kinds)).toEqual(new Set(['date', 'number', 'unit', 'currency', 'name']))
  })
})

function factsIn(language: string, text: string) {
  const vocabulary = createVocabulary()
  const side = finished(readSide(aParagraphText(text, language), vocabulary))
  const { old } = readersOf(createAlignment(side, side, vocabulary))
  return side.units.flatMap(unit =>
    findFacts(old, unit).map(found => ({
      ...found,
      words: text.slice(side.starts[found.from], side.ends[found.to - 1]),
    })),
  )
}
