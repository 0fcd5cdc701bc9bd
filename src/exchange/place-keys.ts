/**
 * Names for what has none in a file: by its text and place, so that a label that was corrected there is the same annotation in
 * the next export; several at one place are counted.
 */
export function placeKeys(text: string): (start: number, end: number) => string {
  const keyFor = countedKeys()
  return (start, end) => keyFor(`${text} ${start} ${end}`)
}

/** The same for places that are named in another way. */
export function countedKeys(): (place: string) => string {
  const counts = new Map<string, number>()
  return place => {
    const count = (counts.get(place) ?? 0) + 1
    counts.set(place, count)
    return count === 1 ? place : `${place} ${count}`
  }
}
