import { describe, expect, it } from 'vitest'
import { segmentText } from './segment-text.ts'

// Each case is a paragraph; ¦ stands where one segment ends and the next begins, before the white space between them.
const CASES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Lt. Col. Ames (Ret.) spoke at 10 a.m. on Oct. 5.¦ Nobody listened.',
    'The co. was sold to Dray Bros. Ltd. in 1998.¦ It had 40 employees.',
    '"Is it safe?" asked Ada Moss.¦ "I think so," said Orr.',
    'She holds a Ph.D. in biology.¦ He does not.',
    'It happened in St. Orm, i.e. near Velm.¦ See pp. 3-5 and fig. 2.',
    'Approx. 3.5 m people watched vs. 2.1 m last year.¦ That is a record.',
  ],
  de: [
    'Prof. Dr. Anna Weber kam am 12. Mai 2021 nach Bad Orb.¦ Sie blieb.',
    'Das kostet ca. 3,5 Mio. Euro.¦ Die Stadt zahlt.',
    'Er wohnt in der Hauptstr. 5.¦ Sie wohnt nebenan.',
    '„Kommst du?“, fragte sie.¦ „Nein.“¦ Er ging.',
    'Um 17 Uhr (s. o.) begann es.¦ Alle kamen.',
    'Die Firma Krull & Co. KG wurde 1901 gegründet.¦ Sie besteht noch.',
    'König Ludwig XIV. regierte lange.¦ Der 2. Weltkrieg kam später.',
    'Das war 1998.¦ Im Jahr darauf zog er um.',
  ],
  fr: [
    'M. Castan et Mme Aubry sont arrivés à 18 h 30.¦ Ils ont dîné.',
    'Voir p. 12, fig. 3.¦ Le reste suit.',
    '« Vous venez ? » demanda-t-elle.¦ « Non. »¦ Il partit.',
    'Il habite av. des Lilas, n° 5.¦ Elle non.',
    'La société Aubrac S.A. a fermé.¦ Elle employait 40 personnes.',
    'Quoi ?!¦ Rien…¦ Il sourit.',
    'Il a dit : « Partez. »¦ Puis il a ri.',
    'Les prix ont augmenté de 3,5 %.¦ C’est trop.',
  ],
  es: [
    'El Dr. Pérez y la Sra. Gil llegaron a las 9 a. m.¦ Luego se fueron.',
    '¿Vienes? —preguntó Ana.¦ —No.',
    'S. M. el Rey visitó Sta. Clara.¦ Fue el 3 de mayo.',
    'Cuesta 1.500 euros.¦ No es caro.',
    'Trabaja en Aceros S. A. desde 1990.¦ Es jefe.',
    '«No quedó nada.»¦ Así lo dijo.',
    '¡Fuera!¦ ¿Por qué?¦ Nadie lo sabe.',
  ],
  ar: [
    'وصل أ.د. محمد علي إلى القاهرة.¦ ثم غادر.',
    'هل انتهى العمل؟¦ نعم، انتهى أمس.',
    'قال: «لن أعود.»¦ ثم خرج.',
    'بلغت النسبة 4.5%.¦ وهي الأعلى منذ عام.',
    'انظر ص. 12.¦ ثم عد إلى هنا.',
    'الطريق مغلق!¦ لماذا؟¦ لا أحد يعرف.',
  ],
  fa: [
    'دکتر م. ر. نوری آمد.¦ او ماند.',
    'آیا تمام شد؟¦ بله، دیروز.',
    'گفت: «برمی‌گردم.»¦ و رفت.',
    'قیمت ۳٫۵ میلیون است.¦ گران نیست.',
    'در سال ۱۳۹۵ ه.ش. ساخته شد.¦ هنوز هست.',
    'باران می‌بارید…¦ کسی نیامد.',
  ],
  he: [
    'ד"ר כהן וגב\' לוי הגיעו.¦ הם נשארו.',
    'האם זה נגמר?¦ כן, אתמול.',
    'הוא אמר: "לא אחזור."¦ ואז יצא.',
    'המחיר 3.5 מיליון ש"ח.¦ זה יקר.',
    "פרופ' א. ב. יהושע כתב.¦ כולם קראו.",
    'עצור!¦ מי שם?¦ אין איש.',
  ],
  hi: [
    'डॉ. वर्मा और पं. गुप्ता आए।¦ वे रुके।',
    'क्या काम पूरा हुआ?¦ हां, कल।',
    'उसने कहा, "मैं नहीं आऊंगा।"¦ फिर चला गया।',
    'कीमत 3.5 करोड़ है।¦ यह ज्यादा है।',
    'दूरी 5 कि.मी. है।¦ रास्ता कच्चा है।',
    'ए. पी. जे. अब्दुल कलाम आए।¦ सब खुश थे।',
  ],
  zh: [
    '“你来吗？”她问。¦“不。”¦他走了。',
    '价格是3.5元。¦不贵。',
    '他叫J. R. 托尔金。¦是作家。',
    '真的吗？！¦当然……¦好吧。',
    '第一，安全；第二，速度。¦就这样。',
    '（见上文。）¦下一段。',
  ],
  ja: [
    '「行くの？」と彼女は聞いた。¦「いや。」¦彼は去った。',
    '彼は「やめろ。」と言った。¦そして帰った。',
    '価格は3.5円だ。¦安い。',
    '本当？！¦もちろん……¦そうか。',
    'Ａ社は撤退した。¦Ｂ社は残った。',
    '午後3時に始まる（雨天中止）。¦入場は無料。',
  ],
}

describe('segmentText, language by language', () => {
  const cases = Object.entries(CASES).flatMap(([language, paragraphs]) =>
    paragraphs.map(text => [language, text] as const),
  )

  it.each(cases)('A46 splits in %s: %s', (language, marked) => {
    const text = marked.replaceAll('¦', '')
    const segments = segmentText([{ kind: 'paragraph', text, from: 0 }], language)
    expect(segments.map(({ from, to }) => text.slice(from, to))).toEqual(marked.split('¦').map(piece => piece.trim()))
  })

  it('A46 is tried on sixty cases in nine languages and more', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60)
    expect(Object.keys(CASES).length).toBeGreaterThanOrEqual(9)
  })
})
