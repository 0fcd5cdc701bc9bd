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
    'The U.S. Senate voted 51-49 on Monday.¦ It was close.',
    'Mr. J. R. Ewing Jr. arrived at 5 p.m.¦ He left.',
    'Visit example.com.¦ It is free.',
    'Yahoo! is a company.¦ So is Fever-Tree plc.',
    'He lives in Washington, D.C.¦ She does not.',
    '“Stop!” he said.¦ “Why?”',
    'What?!¦ No way!¦ Really…',
    'She earned $1.5bn.¦ 40 per cent was tax.',
    'Gov. Lee met Sen. Orr vs. the board, et al., on Jan. 6.¦ Nothing came of it.',
    'The film (released in 1999.) won.¦ It did.',
    'It cost 3.5.¦ Then 4.',
    'Version 2.0.1 is out.¦ Update now.',
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
    'Am 3. Oktober feiert das Land.¦ Am 4. nicht.',
    'Dr. h. c. Klaus Meyer, geb. 1950 in St. Pölten, sprach.¦ Er ging um 20.15 Uhr.',
    'Er sagte: „Ich komme.“¦ Dann ging er.',
    'Das sind 10.000 Menschen usw.¦ Alle kamen.',
    'Die Nr. 1 im Land, d. h. die beste, gewann.¦ Sie jubelte.',
    'Das war im 19. Jh. üblich.¦ Heute nicht.',
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
    'Le Dr Martin, né en 1950 av. J.-C., est là.¦ Non ?¦ Si !',
    'Cf. l’art. 12, al. 3 du code.¦ Il est clair.',
    'Elle habite à St-Malo, 12 bd. Voltaire.¦ Lui aussi.',
  ],
  es: [
    'El Dr. Pérez y la Sra. Gil llegaron a las 9 a. m.¦ Luego se fueron.',
    '¿Vienes? —preguntó Ana.¦ —No.',
    'S. M. el Rey visitó Sta. Clara.¦ Fue el 3 de mayo.',
    'Cuesta 1.500 euros.¦ No es caro.',
    'Trabaja en Aceros S. A. desde 1990.¦ Es jefe.',
    '«No quedó nada.»¦ Así lo dijo.',
    '¡Fuera!¦ ¿Por qué?¦ Nadie lo sabe.',
    'El art. 5 dice que no.¦ La pág. 12, sí.',
    'Vive en la Avda. de la Paz, n.º 3.¦ Es viejo.',
    'El Sr. D. Juan, etc., llegó.¦ ¿Cuándo?¦ Ayer.',
    '—¡Vete! —gritó ella.¦ Él se fue.',
  ],
  ar: [
    'وصل أ.د. محمد علي إلى القاهرة.¦ ثم غادر.',
    'هل انتهى العمل؟¦ نعم، انتهى أمس.',
    'قال: «لن أعود.»¦ ثم خرج.',
    'بلغت النسبة 4.5%.¦ وهي الأعلى منذ عام.',
    'انظر ص. 12.¦ ثم عد إلى هنا.',
    'الطريق مغلق!¦ لماذا؟¦ لا أحد يعرف.',
    'قال د. سامي: «انتهى الأمر».¦ ثم سكت.',
    'يبلغ عددهم 1.500 شخص.¦ هذا كثير.',
    'أين؟!¦ هنا.¦ متى؟',
    'ولد عام 1950م.¦ توفي عام 2000م.',
    'كتب أ. د. ليلى حسن، ص. ب. 123.¦ ثم ختم.',
  ],
  fa: [
    'دکتر م. ر. نوری آمد.¦ او ماند.',
    'آیا تمام شد؟¦ بله، دیروز.',
    'گفت: «برمی‌گردم.»¦ و رفت.',
    'قیمت ۳٫۵ میلیون است.¦ گران نیست.',
    'در سال ۱۳۹۵ ه.ش. ساخته شد.¦ هنوز هست.',
    'باران می‌بارید…¦ کسی نیامد.',
    'دکتر ا. کریمی گفت: «نه.»¦ بعد رفت.',
    'قیمت ۱.۵ میلیون تومان است.¦ زیاد است!',
    'کجا؟!¦ اینجا.¦ کی؟',
    'آن‌ها (حدود ۳۰ نفر) آمدند.¦ بعد رفتند.',
  ],
  he: [
    'ד"ר כהן וגב\' לוי הגיעו.¦ הם נשארו.',
    'האם זה נגמר?¦ כן, אתמול.',
    'הוא אמר: "לא אחזור."¦ ואז יצא.',
    'המחיר 3.5 מיליון ש"ח.¦ זה יקר.',
    "פרופ' א. ב. יהושע כתב.¦ כולם קראו.",
    'עצור!¦ מי שם?¦ אין איש.',
    'ד"ר א. לוי וח"כ ב. כהן נפגשו.¦ הם דיברו.',
    'השעה 10:30.¦ כולם באו?¦ לא!',
    'זה עלה 1.5 מיליון ש"ח וכו\'.¦ יקר מאוד.',
    'עו"ד ר. בר-לב אמר: "די."¦ הוא יצא.',
    'בע"מ.¦ החברה נסגרה.',
  ],
  hi: [
    'डॉ. वर्मा और पं. गुप्ता आए।¦ वे रुके।',
    'क्या काम पूरा हुआ?¦ हां, कल।',
    'उसने कहा, "मैं नहीं आऊंगा।"¦ फिर चला गया।',
    'कीमत 3.5 करोड़ है।¦ यह ज्यादा है।',
    'दूरी 5 कि.मी. है।¦ रास्ता कच्चा है।',
    'ए. पी. जे. अब्दुल कलाम आए।¦ सब खुश थे।',
    'श्री ए. के. शर्मा आए।¦ क्या वे गए?¦ नहीं!',
    'कीमत रु. 500 है।¦ यह ठीक है।',
    'उसने पूछा, "कब आओगे?"¦ मैं चुप रहा।',
    'यह ई.पू. 300 की बात है।¦ सब जानते हैं॥',
    'प्रो. राव ने कहा कि 3.14 सही है।¦ सब माने।',
  ],
  zh: [
    '“你来吗？”她问。¦“不。”¦他走了。',
    '价格是3.5元。¦不贵。',
    '他叫J. R. 托尔金。¦是作家。',
    '真的吗？！¦当然……¦好吧。',
    '第一，安全；第二，速度。¦就这样。',
    '（见上文。）¦下一段。',
    '增长3.5%。¦真好！¦（完）',
    '《红楼梦》很长。¦我没看完。',
    '“走吧！”他喊道。¦大家走了。',
    'A公司、B公司等。¦都关了。',
  ],
  ja: [
    '「行くの？」と彼女は聞いた。¦「いや。」¦彼は去った。',
    '彼は「やめろ。」と言った。¦そして帰った。',
    '価格は3.5円だ。¦安い。',
    '本当？！¦もちろん……¦そうか。',
    'Ａ社は撤退した。¦Ｂ社は残った。',
    '午後3時に始まる（雨天中止）。¦入場は無料。',
    '「行こう！」と叫んだ。¦みんな走った。',
    '株式会社Ａ．Ｂ．商事だ。¦古い。',
    '気温は-3.5度。¦寒い…¦本当に。',
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
