import type { Interruption, Series } from './interruptions.ts'
import { acknowledgedRows, judge, type SeenTransaction } from './judge.ts'

/** What a series of interruptions came to. */
export interface Report {
  readonly interruptions: number
  /** Transactions of which the page was told that they are complete. */
  readonly acknowledged: number
  /** What these had written. */
  readonly writes: number
  /** Transactions that were under way when the browser was killed. */
  readonly open: number
  /** Transactions that asked for less than strict durability. The browser itself decides for a change of version. */
  readonly lax: number
  /** Places that do not hold what was acknowledged: with the number of the interruption, what is there, and what should be. */
  readonly lost: readonly string[]
  /** Places of transactions of which only a part is there. */
  readonly torn: readonly string[]
}

/** Judges each interruption and adds up. After a power cut, `onlyStrict` ones are promised to be there, and no others. */
export function reportOn(interruptions: readonly Interruption[], { onlyStrict = false } = {}): Report {
  const transactions = interruptions.flatMap(interruption => interruption.transactions)
  const complete = transactions.filter(({ fate }) => fate === 'complete')
  const asPromised = (transaction: SeenTransaction): SeenTransaction =>
    onlyStrict && transaction.fate === 'complete' && transaction.durability !== 'strict'
      ? { ...transaction, fate: 'open' }
      : transaction
  const judgements = interruptions.map(({ before, transactions: seen, after }) =>
    judge(before, seen.map(asPromised), after),
  )
  const numbered = (places: readonly string[], at: number) => places.map(place => `interruption ${at + 1}: ${place}`)
  return {
    interruptions: interruptions.length,
    acknowledged: complete.length,
    writes: complete.reduce((sum, { writes }) => sum + writes.length, 0),
    open: transactions.filter(({ fate }) => fate === 'open').length,
    lax: transactions.filter(({ mode, durability }) => mode === 'readwrite' && durability !== 'strict').length,
    lost: judgements.flatMap(({ lost }, at) => numbered(lost.map(withRows(interruptions[at]!)), at)),
    torn: judgements.flatMap(({ torn }, at) => numbered(torn, at)),
  }
}

function withRows({ before, transactions, after }: Interruption): (place: string) => string {
  const expected = acknowledgedRows(before, transactions)
  const row = (rows: ReadonlyMap<string, string>, place: string) =>
    (rows.get(place) ?? 'nothing').slice(0, MOST_OF_A_ROW)
  return place => `${place} holds ${row(after, place)}, not ${row(expected, place)}`
}

const MOST_OF_A_ROW = 400 // UTF-16 units, enough to tell which state of it this is

/** What a report says when nothing is wrong. */
export const SOUND = { lax: 0, lost: [], torn: [] } as const

/** One line that says it all; whether the series ended early is no failure, but not passed over in silence. */
export function inOneLine(
  { interruptions, acknowledged, writes, open, lost, torn }: Report,
  { isTornTwice }: Pick<Series, 'isTornTwice'> = { isTornTwice: false },
): string {
  return (
    `${interruptions} interruptions, ${acknowledged} acknowledged transactions with ${writes} writes, ${open} under way: ` +
    `${lost.length} lost, ${torn.length} torn` +
    (isTornTwice ? '; then killed before the log was sealed, and no database opens any more' : '')
  )
}
