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

/** A sentence that a small grammar builds, with words of the kinds that its rules ask for: 6 to about 40 words. */
export function generateSentence(chance: Chance): TrackedSentence {
  const sentence = punctuated(expanded(chance, '$sentence'))
  return sentence.length < SHORTEST ? generateSentence(chance) : sentence
}

const SHORTEST = 6 // words: enough to choose five of them as a statement

function punctuated(words: readonly TrackedWord[]): TrackedSentence {
  const sentence: TrackedWord[] = []
  for (const word of words) {
    const last = sentence.at(-1)
    // A comma hangs on the word before it, which then stays as it is through edits.
    if (word.text === ',' && last) sentence[sentence.length - 1] = { text: `${last.text},`, kind: 'fixed' }
    else sentence.push(word)
  }
  return sentence
}

function expanded(chance: Chance, symbol: string): readonly TrackedWord[] {
  const rules = RULES[symbol]
  if (!rules) return [symbol in WORDS ? generateWord(chance, symbol as WordKind) : { text: symbol, kind: 'fixed' }]
  return chance
    .pick(rules)
    .split(' ')
    .flatMap(part => expanded(chance, part))
}

/** A word of a kind. */
export function generateWord(chance: Chance, kind: WordKind): TrackedWord {
  if (kind === 'number') return { text: String(2 + chance.below(998)), kind }
  return { text: chance.pick(WORDS[kind]), kind }
}

/** What a symbol may become; other words are kinds of words, or stand for themselves. A rule that is listed twice comes twice as often. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  $sentence: [
    ...['$clause', '$clause', '$clause', '$clause $tail', '$clause $tail', '$tail , $clause', '$when , $clause'],
    ...['$clause , and $clause', '$clause , but $clause', '$clause because $clause', '$clause while $clause $tail'],
    ...['although $clause , $clause', '$person said that $clause', '$person said on weekday that $clause $tail'],
    ...['according to $person , $clause', '$clause , $person said', 'since year $clause', 'if $clause , $clause'],
    ...['$thing , which was verb $tail , $predicate', '$person , who had verb $thing , $predicate'],
    ...['neither $person nor $person $predicate', 'once $clause , $person asked whether $clause'],
  ],
  $clause: ['$subject $predicate', '$subject $predicate', '$subject adverb $predicate', '$subject $predicate $tail'],
  $subject: [
    '$thing',
    '$thing',
    '$thing',
    '$person',
    '$person',
    '$people',
    'nobody in place',
    'number nouns',
    'the nouns',
  ],
  $thing: [
    ...['the noun', 'the adjective noun', 'the adjective adjective noun', 'the noun of place', 'the place noun'],
    ...['the noun beside the noun', 'this noun', 'every noun in place', 'the old noun of surname', 'place itself'],
    ...['the only adjective noun', 'the first noun', 'its adjective noun', 'their noun', 'the noun committee'],
  ],
  $person: [
    ...[
      'forename surname',
      'forename surname',
      'role surname',
      'role forename surname',
      'the role',
      'the adjective role from place',
    ],
    ...['the role of the noun', 'role surname of place', 'one role', 'a former role', 'the younger role'],
  ],
  $people: [
    ...['number roles', 'most roles', 'some adjective roles', 'the roles of place', 'families from place'],
    ...[
      'half of the roles',
      'neighbours of the noun',
      'roles and roles alike',
      'the council',
      'the company of surname',
    ],
  ],
  $predicate: [
    ...[
      'verb $thing',
      'verb $thing',
      'verb $thing and verb $thing',
      'verb number nouns',
      'was verb',
      'was verb by $person',
    ],
    ...['will be verb', 'had been verb', 'has not verb $thing', 'cost number crowns', 'needed number more nouns'],
    ...['stayed adjective', 'became adjective again', 'never verb $thing', 'could not be verb', 'may have verb $thing'],
    ...['must be verb', 'stood empty', 'was adjective and adjective', 'grew by number percent', 'fell to number nouns'],
    ...['asked $person for $thing', 'gave $thing to $people', 'kept number of number nouns', 'belonged to $person'],
  ],
  $tail: [
    ...['in month', 'in month year', 'on weekday', 'since year', 'near $thing', 'without $thing', 'for number days'],
    ...[
      'after number weeks',
      'at a price of number crowns',
      'until the noun was verb',
      'before month',
      'north of place',
    ],
    ...['with the help of $person', 'against the wish of $people', 'on the way to place', 'instead of $thing'],
    ...[
      'as $person had promised',
      'under the eyes of $people',
      'between place and place',
      'for the first time since year',
    ],
  ],
  $when: [
    ...['when $clause', 'before $clause', 'by the end of month', 'two days later', 'on the last weekday of month'],
    ...['in the night to weekday', 'number minutes past noon', 'that year', 'meanwhile', 'in the spring of year'],
  ],
}

const WORDS = {
  fixed: ['the'],
  number: ['10'],
  place:
    words(`Velm Orlen Skarn Grenna Tarn Sunder Garth Kerr Marrow Hallow Brandt Lurch Altwerder Ohmberg Fisken Torra Aldby
    Norrvik Estmere Holmen Dunwick Sarrow Pellby Quarne Rosk Tveta Ulmen Varde Westry Yarrow`),
  forename: words(
    'Linus Hedda Tora Jonas Irina Malik Greta Olav Hanne Ada Ruth Arne Ilse Lena Karl Mona Petra Silas Vera Yusuf',
  ),
  surname:
    words(`Marr Voss Lindh Feld Sokol Stern Holm Reen Dahl Moss Eklund Fiske Brandt Krull Boll Krahn Weber Aske Thorn
    Bexley Corden Dray Elgin Foyle Garrick Hume Ivers Jarvis Kettle Lomax`),
  role: words(`engineer mayor teacher ferryman baker clerk fisherman doctor lawyer farmer porter captain carpenter
    librarian nurse painter judge sailor printer gardener surveyor treasurer miller guard pilot historian chemist grocer`),
  roles:
    words(`engineers teachers bakers clerks fishermen doctors farmers porters carpenters nurses painters sailors printers
    gardeners students drivers tenants visitors pensioners officers traders masons weavers scouts inspectors volunteers`),
  month: words('January February March April June July August September October November December'),
  weekday: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
  year: Array.from({ length: 60 }, (_, index) => String(1960 + index)),
  adjective:
    words(`old new narrow wide wooden empty quiet northern southern broken painted heavy cheap modern damp bright rusty
    steep hollow famous muddy secret gentle crowded frozen golden plain rapid silent sturdy tired vast wild yellow bitter
    brittle civic dense eager fragile humble idle jagged keen loose mellow noble odd pale rigid sober tender upright
    abandoned blue borrowed brief careful central cold common costly crooked dark deep distant double early eastern faded
    fine flat foreign former fresh full green grey half-built handsome harsh heated high huge iron joint late leaking light
    little local long lost low main marble narrowing neat new-built nearby open outer polished private proper public quick
    rare red remote rented rough rural seasonal sharp shared short simple slow small solid spare stone strong sudden tall
    temporary thin tiled unfinished unused useful warm weak western wet white worn young`),
  noun: words(`bridge tunnel harbour school library ferry road mill tower market station archive fountain garden hospital
    theatre factory canal dyke lighthouse museum orchard quarry railway sawmill tavern warehouse bakery chapel depot
    engine forest gallery hotel inn jetty kiosk laundry meadow nursery office pavilion quay reservoir stable terrace
    viaduct wharf yard zoo barn cellar dam estate fence gate hall island kitchen lantern mast net oven pump rail sail
    agreement alarm anchor application arch attic auction balcony bank bell bench bill boat boiler border budget cable
    camera carriage catalogue ceiling census chart chimney clinic clock coast collection contract copy courtyard crane
    crossing curtain debt delay design diary door drawing drought electricity election exhibition family festival fine fire
    flood floor fund furnace grant ground harvest heating hill house index inquiry invoice keel key lamp law lease ledger
    letter licence lift list loan lock machine manual map meeting memorial mine model mosaic motion newspaper notebook
    notice opera order painting paper parade park payment permit petition pillar pipe plan platform pond price prison
    procession programme project queue record refuge repair report river roof room rope route rule sale school-bus season
    service ship shore signal silo slope spring square staircase statue stone storm street strike survey tax telegram
    telescope tenancy timetable toll tool tram treaty tree trial union valley vault verdict village vote wage wall warning
    water-wheel weather well window winter workshop`),
  nouns: words(`bridges tunnels schools ferries mills towers markets stations gardens factories canals museums orchards
    bakeries chapels depots engines hotels inns kiosks meadows offices stables yards barns cellars fences gates halls lamps
    letters pages tickets stones boats carts windows seats crates barrels trees pipes cables signatures complaints rooms
    houses wagons clocks maps paintings coins permits visitors loaves bricks metres litres tonnes beds shelves lanterns
    bells ropes tiles keys contracts photographs drawings samples posters sheep horses bicycles buses`),
  verb: words(`closed opened painted repaired sold bought moved cleaned flooded searched praised ignored measured visited guarded
    rebuilt emptied fenced heated insured lifted mapped named occupied planned quoted raised sealed tested unlocked
    valued watched blocked carried drained examined founded granted hidden inspected judged kept leased mended noticed
    accepted admired announced approved attacked avoided borrowed broken built buried cancelled carved changed chosen claimed
    collected compared completed copied counted covered criticised decorated defended delayed delivered demolished described
    designed destroyed discovered discussed divided donated doubled drawn enlarged equipped expected explained extended filled
    financed finished forgotten found handed heard helped improved included invented kept-up lent listed locked lowered
    managed marked met missed mentioned offered opposed ordered owned paid photographed placed prepared presented preserved
    prevented printed produced promised protected published questioned reached read recorded reduced refused registered
    rejected remembered removed renamed rented replaced reported rescued restored returned saved seen shaken shown signed
    stopped stored studied supported taken tiled translated trusted used verified-twice wanted warned weighed welcomed widened`),
  adverb: words(
    'quickly slowly quietly carefully partly rarely secretly proudly twice openly suddenly finally nearly gladly again always barely briefly clearly directly early entirely fully hardly jointly largely lately long mostly normally officially often once only presently really regularly reluctantly repeatedly seldom soon still temporarily usually wisely',
  ),
} as const

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/)
}
