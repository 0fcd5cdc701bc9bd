/** Chance that can be repeated: equal seeds give equal draws. */
export interface Chance {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** One of these. Throws where there is none. */
  oneOf<T>(items: readonly T[]): T
}

/** Draws from a seed by Marsaglia's xorshift (Journal of Statistical Software 8, 2003). */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1 // never zero, from which xorshift would not get away
  const below = (limit: number) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
  // The first draws of small seeds resemble each other.
  for (let draw = 0; draw < 8; draw++) below(2)
  return {
    below,
    oneOf(items) {
      if (items.length === 0) throw new Error('There is nothing to choose from.')
      return items[below(items.length)]!
    },
  }
}
