import { Check, CircleHelp, X, type LucideIcon } from 'lucide-react'
import type { Verdict } from '../domain/verdict.ts'
import { words } from '../wording/words.ts'
import './verdict-sign.css'

const SIGNS: Readonly<Record<Verdict, LucideIcon>> = { verified: Check, disputed: X, unverified: CircleHelp }

/** The sign of a verdict: its shape says the same as its colour. No part of a name. */
export function VerdictSign({ verdict, size = 16 }: { readonly verdict: Verdict; readonly size?: number }) {
  const Sign = SIGNS[verdict]
  return <Sign className="verdict-coloured" data-verdict={verdict} size={size} strokeWidth={2.5} aria-hidden />
}

/** A verdict in words with its sign, in its colour. */
export function VerdictLabel({ verdict }: { readonly verdict: Verdict }) {
  return (
    <span className="verdict-label verdict-coloured" data-verdict={verdict}>
      <VerdictSign verdict={verdict} />
      {words.common.verdicts[verdict]}
    </span>
  )
}
