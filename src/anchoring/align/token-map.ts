import { GRADE, type Alignment, type Grade } from './alignment.ts'
import type { Comparison } from './compare-units.ts'

/** Where tokens of the older text are in the newer, and back; -1 for nowhere. */
export interface TokenMap {
  newOf(old: number): number
  oldOf(new_: number): number
  gradeOf(old: number): Grade
}

/** The map that an alignment has settled. */
export function settledMap({ newTokenOf, oldTokenOf, grades }: Alignment): TokenMap {
  return {
    newOf: old => newTokenOf[old] ?? -1,
    oldOf: new_ => oldTokenOf[new_] ?? -1,
    gradeOf: old => (grades[old] ?? GRADE.none) as Grade,
  }
}

/** The map that would hold if a comparison were right. */
export function supposedMap({ matches }: Comparison): TokenMap {
  const byOld = new Map(matches.map(match => [match.old, match]))
  const byNew = new Map(matches.map(match => [match.new, match.old]))
  return {
    newOf: old => byOld.get(old)?.new ?? -1,
    oldOf: new_ => byNew.get(new_) ?? -1,
    gradeOf: old => byOld.get(old)?.grade ?? GRADE.none,
  }
}
