import type { Span } from '../../domain/selector.ts'
import type { Tokens } from './tokenise.ts'

/** Tokens in a row, `from` inclusive, `to` exclusive. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

/** The tokens that a span of UTF-16 offsets touches; empty, at the place where one would be, when it touches none. */
export function tokensIn({ starts, ends }: Tokens, span: Span): TokenRange {
  const from = firstAbove(ends, span.from)
  return { from, to: Math.max(from, firstAbove(starts, span.to - 1)) }
}

/** The first index whose value is above a limit, in ascending values. */
function firstAbove(values: Int32Array, limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! > limit) high = middle
    else low = middle + 1
  }
  return low
}
