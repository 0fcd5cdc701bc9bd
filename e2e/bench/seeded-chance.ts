/** Chance that is the same in every run. */
export interface Chance {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number
  /** Whether something of this likelihood, from 0 to 1, happens. */
  happens(likelihood: number): boolean
  pick<Item>(items: readonly Item[]): Item
}

/** Chance from a seed (mulberry32 by T. Ettinger: 32 bits of state, enough for test data). */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, happens: likelihood => next() < likelihood, pick: items => items[below(items.length)]! }
}
