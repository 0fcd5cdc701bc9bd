/** What a language's full stops may mean other than the end of a sentence. All words in lower case, without their last stop. */
export interface SentenceRules {
  /** Always followed by what they belong to: `Dr.` */
  readonly leading: ReadonlySet<string>
  /** Followed by a number: `No. 5`, `Jan. 3`; with a hyphen in front the last three letters of a word: `-str`. */
  readonly beforeNumber: ReadonlySet<string>
  /** May end a sentence: `Inc.` A following word of `openers` decides. */
  readonly ambiguous: ReadonlySet<string>
  /** Words that, capitalised, begin a sentence far more often than a name. */
  readonly openers: ReadonlySet<string>
  /** Whether `3.` is an ordinal, as in `3. Oktober`. */
  readonly ordinalStops: boolean
}

/** The rules of a language tag's language; a language without its own has those that hold everywhere. */
export function sentenceRules(language: string): SentenceRules {
  const [primary = ''] = language.toLowerCase().split('-')
  const { leading, beforeNumber, ambiguous, openers } = LANGUAGES[primary] ?? {}
  return {
    leading: new Set([...wordsOf(EVERYWHERE.leading), ...wordsOf(leading)]),
    beforeNumber: new Set([...wordsOf(EVERYWHERE.beforeNumber), ...wordsOf(beforeNumber)]),
    ambiguous: new Set([...wordsOf(EVERYWHERE.ambiguous), ...wordsOf(ambiguous)]),
    openers: new Set(wordsOf(openers)),
    ordinalStops: ORDINAL_STOPS.has(primary),
  }
}

interface WordLists {
  readonly leading?: string
  readonly beforeNumber?: string
  readonly ambiguous?: string
  readonly openers?: string
}

function wordsOf(list: string | undefined): readonly string[] {
  return list?.split(/\s+/).filter(word => word !== '') ?? []
}

const ORDINAL_STOPS = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'no',
  'fi',
  'et',
  'cs',
  'sk',
  'pl',
  'hu',
  'hr',
  'sl',
  'sr',
  'tr',
])

const EVERYWHERE: WordLists = {
  leading: 'dr mr mrs ms mx prof rev hon gen lt col sgt capt cpt cmdr adm maj st e.g i.e cf vs viz approx ca resp',
  beforeNumber:
    'no nos nr op tel max min avg fig figs p pp vol vols ch art par para sec eq ed tab jan feb mar apr jun jul aug sep sept oct nov dec',
  ambiguous: 'inc corp ltd co bros jr sr llc plc ph.d',
}

const LANGUAGES: Readonly<Record<string, WordLists>> = {
  en: {
    leading: 'messrs mmes rep reps sen sens gov govs pres supt det insp pvt cpl amb atty fr br mt ft hr',
    ambiguous: 'ave blvd rd dept est univ assn intl mfg u.s.a',
    openers: `the a an this that these those it its he she they we i you his her their our my your there here
      in on at by for from with without within under over after before during since until while when where what who why how
      if as although though because despite but and or nor so yet however moreover meanwhile nevertheless instead
      also still then thus therefore later earlier now today yesterday tomorrow last next some many most more all both
      each every no not none only one two three several few other others another such to of about according notably
      officials police critics experts analysts witnesses nobody everyone did does do is are was were has have had can could will would`,
  },
  de: {
    leading: 'hr fr hrn dipl ing mag z d u s o bzw evtl ggf inkl exkl zzgl abzgl vgl sog geb verh',
    beforeNumber: 'abs kap bd jg ziff rn az hrsg -str',
    ambiguous: 'mio mrd str jh chr tsd u.a z.b d.h',
    openers: `der die das den dem des ein eine einen einem einer dies diese dieser dieses er sie es wir ich ihr
      in im am an auf bei beim mit nach nachdem seit vor von vom zu zum zur für gegen ohne über unter zwischen während
      als wenn weil obwohl dass da dann danach doch aber und oder auch noch nun heute gestern morgen jedoch allerdings
      dabei damit dazu dort hier so wie was wer wo warum viele einige alle beide kein keine nicht nur seine ihre laut`,
  },
  fr: {
    leading: 'm mm mgr mme mlle me pr vve env av bd boul',
    beforeNumber: 'n chap fig art al janv févr juil sept déc',
    ambiguous: 'cie ets éd',
    openers: `le la les un une des ce cet cette ces il elle ils elles on nous vous je tu son sa ses leur leurs
      dans en au aux à par pour sur sous avec sans chez depuis pendant après avant entre selon contre vers
      mais et ou donc or ni car si quand lorsque comme puis alors ainsi cependant toutefois pourtant enfin ensuite
      plus tout tous toutes plusieurs certains aucun qui que quoi où pourquoi comment là ici aujourd'hui hier demain c'est c’est`,
  },
  es: {
    leading: 'sr sra srta sres sras d da dña sta sto ud uds vd vds lic ing arq excmo excma mons ee p.ej',
    beforeNumber: 'núm pág págs cap art tít ap',
    ambiguous: 'uu ee.uu s.a cía avda',
    openers: `el la los las un una unos unas este esta estos estas ese esa eso esto él ella ellos ellas nosotros yo
      en al del de a por para con sin sobre bajo desde hasta entre según contra hacia tras durante
      pero y o ni sino si cuando como aunque porque mientras luego entonces así además también sin embargo
      su sus nuestro muchos varios algunos todos todo ningún no hoy ayer qué quién dónde
      allí aquí ahí ahora antes después`,
  },
  it: {
    leading: 'sig sigg sig.ra sig.na dott dott.ssa avv ing arch on mons s geom rag',
    beforeNumber: 'n nn pag pagg cap art fig vol',
    ambiguous: 's.p.a s.r.l',
    openers: `il lo la i gli le l' un uno una questo questa questi queste quello quella egli lui lei loro noi io essi
      in nel nella al alla dal dalla del della a da di con su per tra fra senza dopo prima durante secondo contro
      ma e o né se quando come mentre perché poi quindi così inoltre tuttavia anche non oggi ieri chi che cosa dove lì là qui`,
  },
  pt: {
    leading: 'sr sra srta dra profa exmo exma d eng arq v.exa',
    beforeNumber: 'n núm pág págs cap art',
    ambiguous: 'ltda cia s.a av',
    openers: `o a os as um uma uns umas este esta estes estas esse essa isso isto ele ela eles elas nós eu
      em no na nos nas ao à do da de por para com sem sobre sob desde até entre segundo contra após durante
      mas e ou nem se quando como embora porque enquanto então assim além também porém não hoje ontem quem onde ali lá aqui`,
  },
  hi: { leading: 'डॉ श्री श्रीमती सुश्री प्रो पं कु मो सं रु क्र न्या' },
  nl: {
    leading: 'dhr mevr mw ir ing drs mr bijv o.a d.w.z m.b.t t.a.v evt incl',
    beforeNumber: 'nr blz hfst art afb',
    ambiguous: 'b.v n.v',
    openers: `de het een dit dat deze die hij zij ze wij we ik er hier daar in op aan bij met na van voor tegen zonder over
      onder tussen tijdens maar en of ook toen dan nu vandaag gisteren als omdat hoewel volgens veel alle geen niet wat wie waar`,
  },
  ru: {
    leading: 'г-н г-жа акад проф доц им ул пр пл обл р-н т.е т.н т.к напр см ср',
    beforeNumber: 'стр рис гл ст п',
    ambiguous: 'г гг в вв млн млрд тыс руб др пр т.д т.п н.э с ч д',
    openers: `он она оно они мы я вы это этот эта эти тот та те в на по с со к из за от до для без при о об под над между
      но и а или если когда как так то потом затем однако также все весь не нет кто что где почему после перед его её их там тут здесь тогда`,
  },
}
