import * as v from 'valibot'
import type { Span } from './selector.ts'

const OffsetSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/**
 * One edit of a text: the words from the first offset to the second were replaced by so many others. Offsets are UTF-16
 * offsets of the text before; edits are in its order.
 */
const TextEditSchema = v.pipe(
  v.strictTuple([OffsetSchema, OffsetSchema, OffsetSchema]),
  v.check(([from, to, inserted]) => from <= to && (from < to || inserted > 0), 'must change something'),
  v.readonly(),
)

/** What was edited in a text to make another one of it. */
export const TextEditsSchema = v.pipe(v.array(TextEditSchema), v.readonly())

export type TextEdit = v.InferOutput<typeof TextEditSchema>

/** Words that stand in both texts: from `from` in the older one and from `at` in the newer one, in UTF-16 units. */
export interface Run {
  readonly from: number
  readonly at: number
  readonly length: number
}

/** The edits between two texts of which these words stayed. Words that came back are as good as untouched. */
export function editsOf(before: string, after: string, runs: readonly Run[]): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let [from, at] = [0, 0]
  for (const run of [...runs, { from: before.length, at: after.length, length: 0 }]) {
    if (before.slice(from, run.from) !== after.slice(at, run.at)) edits.push([from, run.from, run.at - at])
    from = run.from + run.length
    at = run.at + run.length
  }
  return edits
}

/** Whether edits make the one text of the other: all that they do not name is the same in both. */
export function editsHold(before: string, after: string, edits: readonly TextEdit[]): boolean {
  let [from, at] = [0, 0]
  for (const [start, end, inserted] of edits) {
    const length = start - from
    if (length < 0 || before.slice(from, start) !== after.slice(at, at + length)) return false
    from = end
    at += length + inserted
  }
  return before.slice(from) === after.slice(at) && from <= before.length && at <= after.length
}

/** The edits that lead back. */
export function reversed(edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0
  return edits.map(([from, to, inserted]): TextEdit => {
    const start = from + shift
    shift += inserted - (to - from)
    return [start, start + inserted, to - from]
  })
}

/**
 * Where words are after edits: what came in between belongs to them, what came in beside them does not. `null` where the
 * edits cannot tell: when all of them were replaced, or an edit goes beyond one of their ends.
 */
export function placeAfter(edits: readonly TextEdit[], { from, to }: Span): Span | null {
  let [before, within] = [0, 0]
  for (const [start, end, inserted] of edits) {
    const growth = inserted - (end - start)
    if (end <= from) before += growth
    else if (start < to) {
      if (start < from || end > to || (start === from && end === to)) return null
      within += growth
    }
  }
  return { from: from + before, to: to + before + within }
}

/** What stayed over both of two changes, one after the other. */
export function composed(first: readonly Run[], second: readonly Run[]): readonly Run[] {
  const runs: Run[] = []
  let next = 0
  for (const run of first) {
    while (next < second.length && second[next]!.from + second[next]!.length <= run.at) next += 1
    for (let index = next; index < second.length && second[index]!.from < run.at + run.length; index += 1) {
      const other = second[index]!
      const start = Math.max(run.at, other.from)
      const length = Math.min(run.at + run.length, other.from + other.length) - start
      if (length > 0) runs.push({ from: run.from + start - run.at, at: other.at + start - other.from, length })
    }
  }
  return runs
}

/** What stayed of a text of which nothing but white space was taken away. Throws when something else is missing. */
export function runsWithoutSpace(before: string, after: string): readonly Run[] {
  const runs: Run[] = []
  let from = 0
  let at = 0
  while (at < after.length) {
    while (from < before.length && before[from] !== after[at]) from += 1
    const start = { from, at }
    while (from < before.length && at < after.length && before[from] === after[at]) {
      from += 1
      at += 1
    }
    if (at === start.at) throw new RangeError('The shorter text is no part of the longer one.')
    runs.push({ ...start, length: at - start.at })
  }
  return runs
}
