import type { TextBlock } from '../../domain/article-text.ts'
import type { Span } from '../../domain/selector.ts'
import type { ReportStatement } from './placed-statements.ts'

/** A statement as it is drawn: `lane` says at which height its underline runs, so that overlapping ones can be told apart. */
export interface Highlight {
  readonly statement: ReportStatement
  readonly place: Span
  readonly lane: number
}

/** Where highlights stand in a text. */
export interface Highlights {
  /** Offsets at which another set of highlights begins to apply, or a statement ends; ascending. */
  readonly cuts: readonly number[]
  /** The highlights over the character at an offset, the outermost first. The same list for all characters of a run. */
  over(offset: number): readonly Highlight[]
  /** The statements whose last word is in a block and ends at an offset of it. */
  endingAt(block: TextBlock, offset: number): readonly ReportStatement[]
}

// More underlines than these would run into the next line; the number of a further statement still stands where it ends.
const LANES = 4

/** Lays statements over a text. Takes time in proportion to their number, however many overlap. */
export function highlightsOf(statements: readonly ReportStatement[], blocks: readonly TextBlock[]): Highlights {
  const runs = runsOf(inLanes(statements))
  const starts = runs.map(({ from }) => from)
  const endings = endingsOf(statements, blocks)
  const ends = [...endings.values()].flatMap(offsets => [...offsets.keys()])
  return {
    cuts: [...new Set([...starts, ...ends])].sort((a, b) => a - b),
    over: offset => runs[lastAtMost(starts, offset)]?.highlights ?? NONE,
    endingAt: (block, offset) => endings.get(block)?.get(offset) ?? [],
  }
}

/** The index of the last of ascending numbers that is at most `limit`; -1 when there is none. */
export function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}

const NONE: readonly Highlight[] = []

/** What starts first is outermost; of what starts together the longest. */
function inLanes(statements: readonly ReportStatement[]): readonly Highlight[] {
  const free = Array.from({ length: LANES }, () => 0)
  return statements
    .flatMap(statement => (statement.place ? [{ statement, place: statement.place }] : []))
    .sort((a, b) => a.place.from - b.place.from || b.place.to - a.place.to)
    .flatMap(({ statement, place }) => {
      const lane = free.findIndex(end => end <= place.from)
      if (lane < 0) return []
      free[lane] = place.to
      return [{ statement, place, lane }]
    })
}

interface Run {
  readonly from: number
  readonly highlights: readonly Highlight[]
}

function runsOf(highlights: readonly Highlight[]): readonly Run[] {
  const offsets = [...new Set(highlights.flatMap(({ place }) => [place.from, place.to]))].sort((a, b) => a - b)
  let over: readonly Highlight[] = NONE
  let next = 0
  return offsets.map(from => {
    const first = next
    while (highlights[next]?.place.from === from) next += 1
    over = [...over.filter(({ place }) => place.to > from), ...highlights.slice(first, next)]
    return { from, highlights: over }
  })
}

type Endings = ReadonlyMap<TextBlock, ReadonlyMap<number, readonly ReportStatement[]>>

function endingsOf(statements: readonly ReportStatement[], blocks: readonly TextBlock[]): Endings {
  const endings = new Map<TextBlock, Map<number, ReportStatement[]>>()
  const starts = blocks.map(({ from }) => from)
  for (const statement of statements) {
    if (!statement.place) continue
    const { to } = statement.place
    // Of a statement that ends with a line feed the last word is in the block before.
    const block = blocks[lastAtMost(starts, to - 1)]!
    const offset = Math.min(to, block.from + block.text.length)
    const offsets = endings.get(block) ?? new Map<number, ReportStatement[]>()
    endings.set(block, offsets)
    const ending = offsets.get(offset)
    if (ending) ending.push(statement)
    else offsets.set(offset, [statement])
  }
  return endings
}
