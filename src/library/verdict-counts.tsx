import { VerdictSign } from '../article-view/verdict-sign.tsx'
import { VERDICTS, type Verdict } from '../domain/verdict.ts'
import { pageWords } from '../wording/page-words.ts'
import './verdict-counts.css'

interface VerdictCountsProps {
  readonly counts: Readonly<Record<Verdict, number>>
}

/** How many annotations carry each verdict: told apart by sign, colour and name. */
export function VerdictCounts({ counts }: VerdictCountsProps) {
  return (
    <ul className="verdict-counts">
      {VERDICTS.map(verdict => (
        <li key={verdict} title={pageWords.library.verdictCount(counts[verdict], verdict)}>
          <VerdictSign verdict={verdict} size={14} />
          <span aria-hidden="true">{counts[verdict]}</span>
          <span className="visually-hidden">{pageWords.library.verdictCount(counts[verdict], verdict)}</span>
        </li>
      ))}
    </ul>
  )
}
