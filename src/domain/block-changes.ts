import { diffArrays } from 'diff'
import type { TextBlock } from './article-text.ts'

/** What became of one block of a text in another text. */
export type BlockChange =
  | { readonly kind: 'same' | 'changed'; readonly was: TextBlock; readonly is: TextBlock }
  | { readonly kind: 'removed'; readonly was: TextBlock }
  | { readonly kind: 'added'; readonly is: TextBlock }

const MOST_EDITS = 4000 // blocks; two texts that differ in more have nothing in common that is worth the time
const MOST_PAIRS = 10_000 // comparisons within one changed stretch, about a tenth of a second
const ALIKE = 0.4 // share of words in common (Dice) from which on two blocks are one that was changed

/**
 * How one text became another, block by block, in reading order: what is same, changed or removed is together the text
 * before, what is same, changed or added the text after. A block that moved is removed in one place and added in another.
 */
export function blockChanges(before: readonly TextBlock[], after: readonly TextBlock[]): readonly BlockChange[] {
  const runs = diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    { maxEditLength: MOST_EDITS },
  )
  if (!runs) return stretch(before, after)
  const changes: BlockChange[] = []
  let removed: readonly TextBlock[] = []
  let added: readonly TextBlock[] = []
  let old = 0
  let next = 0
  for (const run of [...runs, null]) {
    if (run?.removed) removed = before.slice(old, (old += run.value.length))
    else if (run?.added) added = after.slice(next, (next += run.value.length))
    else {
      changes.push(...stretch(removed, added))
      removed = added = []
      for (let count = run?.value.length ?? 0; count > 0; count -= 1) {
        changes.push({ kind: 'same', was: before[old++]!, is: after[next++]! })
      }
    }
  }
  return changes
}

/** A stretch in which no block is the same: those that have enough words in common, in the same order, are one that changed. */
function stretch(removed: readonly TextBlock[], added: readonly TextBlock[]): readonly BlockChange[] {
  const changes: BlockChange[] = []
  let old = 0
  let next = 0
  const upTo = (oldEnd: number, nextEnd: number) => {
    for (; old < oldEnd; old += 1) changes.push({ kind: 'removed', was: removed[old]! })
    for (; next < nextEnd; next += 1) changes.push({ kind: 'added', is: added[next]! })
  }
  for (const [was, is] of pairs(removed, added)) {
    upTo(was, is)
    changes.push({ kind: 'changed', was: removed[old++]!, is: added[next++]! })
  }
  upTo(removed.length, added.length)
  return changes
}

/** Indexes of blocks that belong together: of all choices that keep the order the one with the most in common (an alignment by dynamic programming). */
function pairs(removed: readonly TextBlock[], added: readonly TextBlock[]): readonly (readonly [number, number])[] {
  if (removed.length * added.length > MOST_PAIRS) return []
  const words = [removed, added].map(blocks => blocks.map(({ text }) => wordsOf(text)))
  const likeness = removed.map((_, i) => added.map((_, j) => alike(words[0]![i]!, words[1]![j]!)))
  const best = Array.from({ length: removed.length + 1 }, () => new Array<number>(added.length + 1).fill(0))
  for (let i = removed.length - 1; i >= 0; i -= 1)
    for (let j = added.length - 1; j >= 0; j -= 1)
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, paired(likeness[i]![j]!, best[i + 1]![j + 1]!))
  const found: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < removed.length && j < added.length;) {
    if (best[i]![j] === paired(likeness[i]![j]!, best[i + 1]![j + 1]!) && likeness[i]![j]! >= ALIKE)
      found.push([i++, j++])
    else if (best[i]![j] === best[i + 1]![j]) i += 1
    else j += 1
  }
  return found
}

function paired(likeness: number, rest: number): number {
  return likeness >= ALIKE ? likeness + rest : 0
}

function alike(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    shared += 1
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length)
}

// Word boundaries follow the script, not this language, so every text may be cut by it.
const WORDS = new Intl.Segmenter('en', { granularity: 'word' })

function wordsOf(text: string): readonly string[] {
  return [...WORDS.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment.toLowerCase()] : []))
}
