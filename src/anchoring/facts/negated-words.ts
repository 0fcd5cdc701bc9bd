import type { FactChange } from '../../domain/change-state.ts'
import type { TokenRange } from '../align/token-range.ts'
import type { FactComparison } from './changed-facts.ts'
import type { FactWords } from './fact-words.ts'
import { foldAt, keyAt } from './readable.ts'

/** Words that became their opposite, or ceased to be, by how they begin: "safe" and "unsafe", "می‌شود" and "نمی‌شود". */
export function negatedWords({ old, new: new_, map }: FactComparison, range: TokenRange): readonly FactChange[] {
  const changes: FactChange[] = []
  for (let token = range.from; token < range.to; token += 1) {
    const place = map.newOf(token)
    if (place < 0) continue
    const [before, after] = [foldAt(old, token), foldAt(new_, place)]
    if (before === after || Math.min(before.length, after.length) < shortest(before)) continue
    const { words } = old.lexicon
    if (words && (negates(words, before, after) || negates(words, after, before))) {
      changes.push({ fact: 'negation', was: keyAt(old, token), is: keyAt(new_, place) })
    }
  }
  return changes
}

/** Whether one word is another with a "not" at its beginning or in its middle. */
function negates({ negating = '', negatingInside = '' }: FactWords, plain: string, negated: string): boolean {
  if (negating.split(' ').some(beginning => beginning !== '' && negated === beginning + plain)) return true
  const [inside = '', without = ''] = negatingInside.split('=')
  return inside !== '' && negated.includes(inside) && negated.replace(inside, without) === plain
}

// "in" makes "form" no opposite; but Persian has verbs of two letters.
function shortest(word: string): number {
  return /^[\p{sc=Latin}\p{sc=Cyrillic}]/u.test(word) ? 4 : 2
}
