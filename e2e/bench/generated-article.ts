import type { Chance } from './seeded-chance.ts'

/** A word that keeps its identity through edits. */
export interface TrackedWord {
  readonly text: string
  /** What kind of word may stand in its place. */
  readonly kind: WordKind
}
export type TrackedSentence = readonly TrackedWord[]
export type TrackedParagraph = readonly TrackedSentence[]

export type WordKind = keyof typeof WORDS

/** Paragraphs of news prose about invented people and places, until there are so many words. */
export function generateArticle(chance: Chance, wordCount: number): readonly TrackedParagraph[] {
  const paragraphs: TrackedParagraph[] = []
  for (let words = 0; words < wordCount;) {
    const sentences = Array.from({ length: 3 + chance.below(4) }, () => generateSentence(chance))
    paragraphs.push(sentences)
    words += sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  }
  return paragraphs
}

/** A sentence from one of some patterns, with words of the kinds that the pattern asks for. */
export function generateSentence(chance: Chance): TrackedSentence {
  return chance
    .pick(PATTERNS)
    .split(' ')
    .map(slot => (slot in WORDS ? generateWord(chance, slot as WordKind) : { text: slot, kind: 'fixed' as const }))
}

/** A word of a kind. */
export function generateWord(chance: Chance, kind: WordKind): TrackedWord {
  if (kind === 'number') return { text: String(2 + chance.below(998)), kind }
  return { text: chance.pick(WORDS[kind]), kind }
}

const PATTERNS = [
  'The adjective noun of place was verb after number days of work near the noun',
  'Mayor first last told the council on weekday that the noun would not be verb before month',
  'More than number people from place had verb the adjective noun and its old noun',
  'According to engineer last the noun costs number crowns for every noun that is verb in month',
  'In year the adverb adjective noun in place was verb by a noun from the north',
  'First and second reports about the noun in place were verb adverb by first last',
  'No noun was verb when the adjective noun reached place at number minutes past noon',
  'The company of last plans to have number adjective nouns verb until month of year',
  'Nobody in place has verb the adjective noun since the noun of year began adverb',
  'A adjective noun with number nouns may be verb near the noun said first last on weekday',
  'For number crowns the adjective noun was adverb verb to a noun who lives in place',
  'Until month all adjective nouns of place must be verb said a noun of the county',
]

const WORDS = {
  fixed: ['the'],
  number: ['10'],
  place:
    words(`Velm Orlen Skarn Grenna Tarn Sunder Garth Kerr Marrow Hallow Brandt Lurch Altwerder Ohmberg Fisken Torra Aldby
    Norrvik Estmere Holmen Dunwick Sarrow Pellby Quarne Rosk Tveta Ulmen Varde Westry Yarrow`),
  first: words(
    'Linus Hedda Tora Jonas Irina Malik Greta Olav Hanne Ada Ruth Arne Ilse Lena Karl Mona Petra Silas Vera Yusuf',
  ),
  last: words(`Marr Voss Lindh Feld Sokol Stern Holm Reen Dahl Moss Eklund Fiske Brandt Krull Boll Krahn Weber Aske Thorn
    Bexley Corden Dray Elgin Foyle Garrick Hume Ivers Jarvis Kettle Lomax`),
  month: words('January February March April June July August September October November December'),
  weekday: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
  year: Array.from({ length: 60 }, (_, index) => String(1960 + index)),
  adjective:
    words(`old new narrow wide wooden empty quiet northern southern broken painted heavy cheap modern damp bright rusty
    steep hollow famous muddy secret gentle crowded frozen golden plain rapid silent sturdy tired vast wild yellow bitter
    brittle civic dense eager fragile humble idle jagged keen loose mellow noble odd pale rigid sober tender upright`),
  noun: words(`bridge tunnel harbour school library ferry road mill tower market station archive fountain garden hospital
    theatre factory canal dyke lighthouse museum orchard quarry railway sawmill tavern warehouse bakery chapel depot
    engine forest gallery hotel inn jetty kiosk laundry meadow nursery office pavilion quay reservoir stable terrace
    viaduct wharf yard zoo barn cellar dam estate fence gate hall island kitchen lantern mast net oven pump rail sail`),
  nouns: words(`bridges tunnels schools ferries mills towers markets stations gardens factories canals museums orchards
    bakeries chapels depots engines hotels inns kiosks meadows offices stables yards barns cellars fences gates halls lamps`),
  verb: words(`closed opened painted repaired sold bought moved cleaned flooded searched praised ignored measured visited guarded
    rebuilt emptied fenced heated insured lifted mapped named occupied planned quoted raised sealed tested unlocked
    valued watched blocked carried drained examined founded granted hidden inspected judged kept leased mended noticed`),
  adverb: words(
    'quickly slowly quietly carefully partly rarely secretly proudly twice openly suddenly finally nearly gladly',
  ),
} as const

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/)
}
