/** Two places that belong together, and how much it would cost to lose that. */
export interface WeighedPair {
  readonly old: number
  readonly new: number
  readonly weight: number
}

/**
 * Of the pairs given those that keep their order on both sides and weigh most together: what did not move. In order of
 * `old`. Takes time in proportion to n log n (a longest increasing subsequence, weighted, by a Fenwick tree).
 */
export function heaviestChain<Pair extends WeighedPair>(pairs: readonly Pair[]): readonly Pair[] {
  // Of pairs with the same old place the later new one comes first, so that none follows another of them in a chain.
  const ordered = pairs.toSorted((a, b) => a.old - b.old || b.new - a.new)
  const ranks = rankOf(ordered)
  const tree = new Int32Array(ranks.size + 1).fill(-1)
  const totals: number[] = []
  const previous: number[] = []
  let last = -1
  for (const [index, pair] of ordered.entries()) {
    const rank = ranks.get(pair.new)!
    const before = bestUpTo(tree, totals, rank - 1)
    previous.push(before)
    totals.push(pair.weight + (before < 0 ? 0 : totals[before]!))
    raise(tree, totals, rank, index)
    if (last < 0 || totals[index]! > totals[last]!) last = index
  }
  const chain: Pair[] = []
  for (let index = last; index >= 0; index = previous[index]!) chain.push(ordered[index]!)
  return chain.reverse()
}

function rankOf(pairs: readonly WeighedPair[]): ReadonlyMap<number, number> {
  const places = [...new Set(pairs.map(pair => pair.new))].sort((a, b) => a - b)
  return new Map(places.map((place, index) => [place, index + 1]))
}

function bestUpTo(tree: Int32Array, totals: readonly number[], rank: number): number {
  let best = -1
  for (let node = rank; node > 0; node -= node & -node) {
    const index = tree[node]!
    if (index >= 0 && (best < 0 || totals[index]! > totals[best]!)) best = index
  }
  return best
}

function raise(tree: Int32Array, totals: readonly number[], rank: number, index: number): void {
  for (let node = rank; node < tree.length; node += node & -node) {
    const known = tree[node]!
    if (known < 0 || totals[index]! > totals[known]!) tree[node] = index
  }
}
