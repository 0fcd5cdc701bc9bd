import type { TextBlock } from '../domain/article-text.ts'
import { blockChanges, type BlockChange } from '../domain/block-changes.ts'
import type { UpdatedStatement } from '../store/review-state.ts'

/** One line of a comparison: a block with the statements that stand in it, or a number of blocks of which nothing is to be said. */
export type ComparedRow =
  | { readonly kind: 'block'; readonly change: BlockChange; readonly statements: readonly UpdatedStatement[] }
  | { readonly kind: 'unchanged'; readonly count: number }

/**
 * Two texts block by block with the statements: each at its place in the newer text, one that has none there at its place in
 * the older. Blocks that are the same and hold no statement are only counted.
 */
export function comparedRows(
  before: readonly TextBlock[],
  after: readonly TextBlock[],
  statements: readonly UpdatedStatement[],
): readonly ComparedRow[] {
  const inNewer = byBlock(after, statements, newerStart)
  const inOlder = byBlock(before, statements, statement =>
    newerStart(statement) === null ? olderStart(statement) : null,
  )
  const rows: ComparedRow[] = []
  for (const change of blockChanges(before, after)) {
    const here = [
      ...('was' in change ? (inOlder.get(change.was) ?? []) : []),
      ...('is' in change ? (inNewer.get(change.is) ?? []) : []),
    ]
    const last = rows.at(-1)
    if (change.kind !== 'same' || here.length > 0) rows.push({ kind: 'block', change, statements: here })
    else if (last?.kind === 'unchanged') rows[rows.length - 1] = { kind: 'unchanged', count: last.count + 1 }
    else rows.push({ kind: 'unchanged', count: 1 })
  }
  return rows
}

function byBlock(
  blocks: readonly TextBlock[],
  statements: readonly UpdatedStatement[],
  startOf: (statement: UpdatedStatement) => number | null,
): ReadonlyMap<TextBlock, readonly UpdatedStatement[]> {
  const found = new Map<TextBlock, UpdatedStatement[]>()
  for (const statement of statements) {
    const start = startOf(statement)
    const block = start === null ? undefined : blocks.findLast(({ from }) => from <= start)
    if (block) found.set(block, [...(found.get(block) ?? []), statement])
  }
  return found
}

function newerStart({ change }: UpdatedStatement): number | null {
  return change && 'place' in change ? change.place.from : null
}

function olderStart({ annotation: { anchor } }: UpdatedStatement): number | null {
  return anchor.kind === 'anchored' ? anchor.from : null
}
