import { VERDICTS, type Verdict } from '../../domain/verdict.ts'
import { REPORT_WORDS as words } from '../../wording/report-words.ts'
import { markup, type Markup } from './markup.ts'

// A tick, a cross and a question mark, told apart by their shape alone. In a field of 16 by 16 units.
const SHAPES: Readonly<Record<Verdict, string>> = {
  verified: 'M3 8.6 6.4 12 13 4.4',
  disputed: 'M4 4 12 12M12 4 4 12',
  unverified: 'M5 5.6C5 3.6 6.3 2.6 8 2.6S11 3.7 11 5.4C11 7.6 8 7.6 8 9.9M8 13v.4',
}

/** The signs of the verdicts, drawn once; `verdictSign` refers to them. Not seen where it stands. */
export function signDefinitions(): Markup {
  const symbols = VERDICTS.map(
    verdict =>
      markup`<symbol id="sign-${verdict}" viewBox="0 0 16 16"><path d="${SHAPES[verdict]}" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/></symbol>`,
  )
  return markup`<svg class="unseen" aria-hidden="true" width="0" height="0">${symbols}</svg>`
}

/** The sign of a verdict. Its name is said beside it in words. */
export function verdictSign(verdict: Verdict): Markup {
  return markup`<svg class="sign" aria-hidden="true"><use href="#sign-${verdict}"/></svg>`
}

/** A verdict in words, with its sign. */
export function verdictLabel(verdict: Verdict): Markup {
  return markup`<span class="verdict" data-verdict="${verdict}">${verdictSign(verdict)}${words.verdictNames[verdict]}</span>`
}
