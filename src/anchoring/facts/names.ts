import type { TokenRange } from '../align/token-range.ts'
import { capitalNames } from './capital-names.ts'
import type { FactFound, FactReader } from './fact-reader.ts'
import { unmarkedNames } from './unmarked-names.ts'

/** The names in sentences, a word each; by capitals, or in scripts without them by what stands beside them. */
export function namesIn(reader: FactReader, range: TokenRange, taken: ReadonlySet<number>): readonly FactFound[] {
  const names = new Map<number, string>()
  for (const [token, value] of capitalNames(reader, range)) if (!taken.has(token)) names.set(token, value)
  for (const [token, value] of unmarkedNames(reader, range)) if (!taken.has(token)) names.set(token, value)
  return [...names]
    .sort(([a], [b]) => a - b)
    .map(([token, value]) => ({ fact: 'name', value, from: token, to: token + 1 }))
}
