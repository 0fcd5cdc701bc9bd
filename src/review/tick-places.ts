import type { Verdict } from '../domain/verdict.ts'

/** Something with a verdict at a share (0 to 1) of the height of all that is scrolled. */
export interface Tick {
  readonly id: string
  readonly verdict: Verdict
  readonly share: number
}

const PLACES = 400 // on a rail that is rarely over 800 px high, with ticks of 3 px
const GRAVITY: Readonly<Record<Verdict, number>> = { disputed: 2, unverified: 1, verified: 0 }

/**
 * One tick for each place of the rail that has any: the gravest verdict there (disputed, then unverified, then verified),
 * and of several the first. Ticks come in the order of the text, so the places do.
 */
export function tickPlaces(ticks: Iterable<Tick>): readonly Tick[] {
  const shown = new Map<number, Tick>()
  for (const tick of ticks) {
    const place = Math.round(tick.share * PLACES)
    const known = shown.get(place)
    if (!known || GRAVITY[tick.verdict] > GRAVITY[known.verdict]) shown.set(place, tick)
  }
  return [...shown.values()]
}
