import { foldAt, isSignAt, keyAt, type Readable } from './readable.ts'

/** Names that German says with an article: rivers, some countries and parties. */
export const WITH_ARTICLE = new Set(
  `elbe rhein donau weser oder spree isar mosel main neckar themse seine wolga nil schweiz türkei ukraine slowakei mongolei niederlande
  niederlanden usa vereinigten iran irak libanon sudan jemen kongo alpen nordsee ostsee eu uno nato bundestag bundesrat cdu spd csu fdp afd`.split(
    /\s+/,
  ),
)

/** Whether a word with a capital is an ordinary noun: it follows an article or an adjective, or news says it without. */
export function isGermanNoun(reader: Readable, token: number): boolean {
  if (EVERYDAY_NOUNS.has(foldAt(reader, token))) return true
  const before = foldAt(reader, token - 1)
  if (isSignAt(reader, token - 1) || before === '') return false
  if (ARTICLES.has(before) || /^[-+]?\p{Nd}/u.test(before)) return true
  return (
    !/^\p{Lu}/u.test(keyAt(reader, token - 1)) &&
    before.length > 4 &&
    /(?:e|en|er|es|em)$/.test(before) &&
    !PREPOSITIONS.has(before)
  )
}

const ARTICLES = new Set(
  `der die das den dem des ein eine einen einem einer eines am im zum zur beim vom ins ans kein keine keinen keinem keiner
  sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere dieser diese dieses diesen diesem jeder jede jedes jeden
  alle allen viele vielen einige einigen mehrere mehreren beide beiden manche keine zwei drei vier fünf sechs sieben acht neun zehn`.split(
    /\s+/,
  ),
)

// What news often says without an article.
const EVERYDAY_NOUNS = new Set(
  `geld gelder spenden wasser strom gas öl holz stein stahl beton sand kies glas papier menschen leute leuten kinder kindern frauen männer männern eltern
  familien jahre tage wochen monate stunden minuten meter metern kilometer tonnen liter euro prozent millionen milliarden arbeit zeit hilfe schnee regen wind
  sturm hochwasser feuer rauch blumen bäume bienen fische hunde katzen pferde kühe gäste gästen besucher besuchern touristen bürger anwohner anwohnern nachbarn
  mitglieder mitarbeiter arbeiter schüler schülern lehrer ärzte polizei feuerwehr experten fachleute kritiker gegner befürworter zeugen autos wagen lastwagen
  busse bahnen züge schiffe boote fahrräder radfahrer fußgänger häuser wohnungen straßen brücken schulen briefe bilder bücher akten pläne schäden kosten
  steuern gebühren preise ergebnisse daten fragen antworten gründe ursache anfang ende mitte teile teil recht schuld angst mut glück pech lust kritik protest
  widerstand streit ärger druck erfolg platz raum ruhe lärm licht luft brot milch fleisch fisch obst gemüse bier wein kaffee tee musik kunst sport fußball post
  gespräche verhandlungen beweise hinweise fotos karten eintritt abend morgen mittag nacht sonntag samstag dank bedeutung beginn`.split(
    /\s+/,
  ),
)

const PREPOSITIONS = new Set(
  'neben gegen zwischen hinter unter über außer binnen sagte sagten erklärte meinte wegen bisher oder'.split(' '),
)
