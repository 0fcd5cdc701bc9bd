import { codePointsOf, utf16OffsetsOf } from './code-points.ts'
import type { ForeignPosition } from './foreign.ts'

/** Two offsets of a text as a file gives them: nobody says in which unit they count. `end` is exclusive. */
export interface Offsets {
  readonly start: number
  readonly end: number
}

/**
 * What offsets in one text may mean, code points first (most tools count so), then UTF-16 code units: both only where they
 * mean different places, and none that is empty, outside the text or splits a character.
 */
export function positionsIn(text: string): (offsets: Offsets) => readonly ForeignPosition[] {
  const length = codePointsOf(text)(text.length)
  const utf16 = utf16OffsetsOf(text)
  return ({ start, end }) => {
    if (!(Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start < end)) return []
    const positions: ForeignPosition[] = []
    if (end <= length) positions.push({ unit: 'code-points', start, end })
    const isOther = end > length || utf16(start) !== start || utf16(end) !== end
    if (isOther && end <= text.length && !splits(text, start) && !splits(text, end)) {
      positions.push({ unit: 'utf-16', start, end })
    }
    return positions
  }
}

/** The words at a position of a text. */
export function wordsAt(text: string): (position: ForeignPosition) => string {
  const utf16 = utf16OffsetsOf(text)
  return ({ unit, start, end }) => (unit === 'utf-16' ? text.slice(start, end) : text.slice(utf16(start), utf16(end)))
}

function splits(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff
}
