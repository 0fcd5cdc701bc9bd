import type { ForeignDocument } from '../foreign.ts'

/** Why a document may be about an article: its very text, its address, or how much of it stands there (0 to 1). */
export type Belonging =
  | { readonly kind: 'same-text' }
  | { readonly kind: 'same-address' }
  | { readonly kind: 'similar'; readonly share: number }

/** What of an article tells whether a document is about it. */
export interface KnownArticle {
  readonly sourceUrl: string
  /** Hashes of the texts of all its revisions. */
  readonly hashes: readonly string[]
}

/** Whether a document is about an article, by what can be told without reading the article's text; `null` when it cannot. */
export function belongingByName(
  { textHash, sourceUrl }: Pick<ForeignDocument, 'textHash' | 'sourceUrl'>,
  article: KnownArticle,
): Belonging | null {
  if (textHash !== '' && article.hashes.includes(textHash)) return { kind: 'same-text' }
  const [theirs, ours] = [plainAddress(sourceUrl), plainAddress(article.sourceUrl)]
  return theirs !== null && theirs === ours ? { kind: 'same-address' } : null
}

/**
 * How much of a document stands in a text: of its own text the runs of five words, else its quotes; `null` when too little.
 * Made once for a document and asked of many texts. Of a long document an even sample is looked for (Broder's containment, from
 * a sample of one side): the share it gives differs from that of the whole by less than 0.06, 99 times of 100.
 */
export function belongingByText({ text: own, annotations }: ForeignDocument): (text: string) => Belonging | null {
  const shareIn = own === null ? shareOfQuotes(annotations) : shareOfRuns(own)
  return text => {
    if (own !== null && own === text) return { kind: 'same-text' }
    const share = shareIn(text)
    return share >= LEAST_SHARE ? { kind: 'similar', share } : null
  }
}

const LEAST_SHARE = 0.3 // less is chance, or another report on the same matter
const RUN = 5 // words; fewer are common to many texts
const SAMPLE = 500
const PLACE = 200 // UTF-16 units: room for a run and the two cut words around it

/** Places in something so long: one in each of `SAMPLE` equal stretches, and not always at the same point of it. */
function samplePlaces(length: number): readonly number[] {
  const stretch = length / SAMPLE
  return Array.from({ length: SAMPLE }, (_, at) => Math.floor((at + ((at * GOLDEN_RATIO) % 1)) * stretch))
}

const GOLDEN_RATIO = 0.618_033_988_75 // its multiples lie evenly between whole numbers

function shareOfQuotes(annotations: ForeignDocument['annotations']): (text: string) => number {
  const sample =
    annotations.length <= SAMPLE ? annotations : samplePlaces(annotations.length).map(at => annotations[at]!)
  const quotes = sample.flatMap(({ quote }) => (quote ? [folded(quote.exact)] : []))
  return text => {
    const whole = folded(text)
    return quotes.length === 0 ? 0 : quotes.filter(quote => whole.includes(quote)).length / quotes.length
  }
}

function shareOfRuns(own: string): (text: string) => number {
  const runs = new Set(own.length <= SAMPLE * PLACE ? runsOf(wordsOf(own)) : sampledRuns(own))
  const starts = new Set([...runs].map(run => run.split(' ')[0]))
  return text => {
    const words = wordsOf(text)
    const found = new Set<string>()
    words.forEach((word, at) => {
      if (starts.has(word)) found.add(words.slice(at, at + RUN).join(' '))
    })
    return runs.size === 0 ? 0 : [...runs].filter(run => found.has(run)).length / runs.size
  }
}

function runsOf(words: readonly string[]): readonly string[] {
  if (words.length < RUN) return [words.join(' ')]
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '))
}

function sampledRuns(text: string): readonly string[] {
  return samplePlaces(text.length).flatMap(from => {
    const words = wordsOf(text.slice(from, from + PLACE))
      .slice(1, -1)
      .slice(0, RUN)
    return words.length === RUN ? [words.join(' ')] : []
  })
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** An address without what differs between two visits of the same page. */
function plainAddress(address: string): string | null {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()])
    if (/^(utm_|fbclid$|gclid$)/i.test(name)) url.searchParams.delete(name)
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.host.replace(/^www\./, '')}${path}${url.search}`
}
