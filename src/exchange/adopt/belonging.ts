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

/** How much of a document stands in a text: of its own text the runs of five words, else its quotes. `null` when too little. */
export function belongingByText({ text: own, annotations }: ForeignDocument, text: string): Belonging | null {
  if (own !== null && own === text) return { kind: 'same-text' }
  const quotes = annotations.flatMap(({ quote }) => (quote ? [folded(quote.exact)] : []))
  const share = own === null ? shareOfQuotes(quotes, folded(text)) : shareOfRuns(own, text)
  return share >= LEAST_SHARE ? { kind: 'similar', share } : null
}

const LEAST_SHARE = 0.3 // less is chance, or another report on the same matter
const RUN = 5 // words; fewer are common to many texts

function shareOfQuotes(quotes: readonly string[], text: string): number {
  return quotes.length === 0 ? 0 : quotes.filter(quote => text.includes(quote)).length / quotes.length
}

function shareOfRuns(own: string, text: string): number {
  const runs = runsOf(own)
  const known = runsOf(text)
  if (runs.size === 0) return 0
  return [...runs].filter(run => known.has(run)).length / runs.size
}

function runsOf(text: string): ReadonlySet<string> {
  const words = folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < RUN) return new Set([words.join(' ')])
  return new Set(words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' ')))
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
