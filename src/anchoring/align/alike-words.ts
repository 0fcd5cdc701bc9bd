/**
 * Whether two different words are likely forms of one: `closed` and `closes`, `الجسر` and `جسر`. They share most
 * letters at their beginning and end together. Both in lower case.
 */
export function areAlike(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (shorter.length < (SHORT_WORDED.test(shorter) ? 3 : 4)) return false
  if (shorter[0] !== longer[0] && shorter.at(-1) !== longer.at(-1)) return false
  const start = sharedStart(shorter, longer)
  const end = Math.min(sharedEnd(shorter, longer), shorter.length - start)
  return Math.max(start, end) >= 3 && start + end >= SHARE * longer.length
}

const SHARE = 0.6

// Hebrew and Arabic write no short vowels and attach articles and prepositions.
const SHORT_WORDED = /^[\p{sc=Arab}\p{sc=Hebr}]/u

function sharedStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && a[count] === b[count]) count += 1
  return count
}

function sharedEnd(a: string, b: string): number {
  let count = 0
  while (count < a.length && a.at(-1 - count) === b.at(-1 - count)) count += 1
  return count
}
