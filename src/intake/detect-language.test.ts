import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detect-language.ts'

const WRITTEN: Readonly<Record<string, string>> = {
  en: 'The bridge was closed for ten days, and the mayor said that it is safe.',
  es: 'El puente estuvo cerrado diez días, y la alcaldesa dice que es seguro para los peatones.',
  fr: 'Le pont est resté fermé dix jours, et la maire dit qu’il est sûr pour les piétons.',
  de: 'Die Brücke war zehn Tage gesperrt, und der Bürgermeister sagt, sie sei nicht mehr in Gefahr.',
  it: 'Il ponte è rimasto chiuso per dieci giorni, e la sindaca dice che non è più in pericolo.',
  pt: 'A ponte ficou fechada por dez dias, e a prefeita diz que não há perigo para os pedestres.',
  ar: 'كان الجسر مغلقاً لمدة عشرة أيام، وقال رئيس البلدية إنه آمن.',
  fa: 'پل ده روز بسته بود و شهردار می‌گوید که دیگر خطری ندارد.',
  ur: 'پل دس دن بند رہا، اور میئر کہتے ہیں کہ یہ محفوظ ہے۔ لڑکے نے ٹکٹ لیا۔',
  he: 'הגשר היה סגור עשרה ימים, וראש העיר אומר שהוא בטוח.',
  ru: 'Мост был закрыт десять дней, и мэр говорит, что он безопасен.',
  uk: 'Міст був зачинений десять днів, і мер каже, що він безпечний.',
  el: 'Η γέφυρα ήταν κλειστή για δέκα ημέρες.',
  hi: 'पुल दस दिनों तक बंद रहा।',
  ko: '다리는 열흘 동안 폐쇄되었다.',
  ja: '橋は十日間閉鎖された。市長は安全だと言う。',
  zh: '大桥关闭了十天，市长说它是安全的。',
}

describe('detectLanguage', () => {
  it.each(Object.entries(WRITTEN))('I9 suggests %s for %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it.each([
    ['nothing', ''],
    ['numbers', '12 345'],
    ['a few names', 'Lodz Kraków Wien'],
    ['foreign names in an English text', `${WRITTEN.en} ${WRITTEN.en} 北京 Москва شهر`],
  ])('I9 suggests English for %s', (_, text) => {
    expect(detectLanguage(text)).toBe('en')
  })

  it('I9 suggests Arabic for an Arabic text with a Persian name', () => {
    expect(detectLanguage(`${WRITTEN.ar} ${WRITTEN.ar} ${WRITTEN.ar} پرویز`)).toBe('ar')
  })
})
