import type { Alignment } from './alignment.ts'
import type { UnitIds } from './pair-equal-units.ts'
import type { Side } from './side.ts'
import type { TokenRange } from './token-range.ts'

/** Units of the one revision by the words of the other's. Only those that are long, or the only ones with their words. */
export interface Twins {
  readonly ids: UnitIds
  readonly old: ReadonlyMap<number, readonly number[]>
  readonly new: ReadonlyMap<number, readonly number[]>
}

/** Finds equal units. */
export function findTwins(alignment: Alignment, ids: UnitIds): Twins {
  return { ids, old: byId(alignment, alignment.from, ids.old), new: byId(alignment, alignment.to, ids.new) }
}

/** The old units with the words of a new one. */
export function oldTwins({ ids, old }: Twins, new_: number): readonly number[] {
  return old.get(ids.new[new_]!) ?? []
}

/** The new units with the words of an old one. */
export function newTwins({ ids, new: new_ }: Twins, old: number): readonly number[] {
  return new_.get(ids.old[old]!) ?? []
}

// "Linus" alone is found in many texts, a clause of twenty letters is not.
const TELLING_LENGTH = 20 // UTF-16 units
const TELLING_CHARACTERS = 8 // of a script that needs fewer

// What moved alone, with nothing beside it to tell, has to say more: "The motion was lost." may be another motion.
const ALONE = 1.4 // times as long

/** Whether a stretch of tokens is long enough to be known by its words, among others or alone. */
export function isTelling(
  { vocabulary }: Pick<Alignment, 'vocabulary'>,
  side: Side,
  { from, to }: TokenRange,
  company: 'among others' | 'alone' = 'among others',
): boolean {
  if (from >= to) return false
  const times = company === 'alone' ? ALONE : 1
  if (side.ends[to - 1]! - side.starts[from]! >= times * TELLING_LENGTH) return true
  const kinds = Array.from(side.words.subarray(from, to), word => vocabulary.words[word]!.kind)
  return kinds.filter(kind => kind === 'character').length >= times * TELLING_CHARACTERS
}

function byId(alignment: Alignment, side: Side, ids: Int32Array): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>()
  for (const [unit, id] of ids.entries()) {
    const known = places.get(id)
    if (known) known.push(unit)
    else places.set(id, [unit])
  }
  // Equal words that are short and repeated are an accident.
  for (const [id, units] of places) {
    if (units.length > 1 && !isTelling(alignment, side, side.units[units[0]!]!)) places.delete(id)
  }
  return places
}
