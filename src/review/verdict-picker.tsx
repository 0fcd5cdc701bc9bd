import { useId } from 'react'
import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import { VERDICTS, type Verdict } from '../domain/verdict.ts'
import { words } from '../wording/words.ts'

interface VerdictPickerProps {
  readonly value: Verdict
  onChange(verdict: Verdict): void
}

/** The three verdicts a reviewer may give one statement. */
export function VerdictPicker({ value, onChange }: VerdictPickerProps) {
  const group = useId()
  return (
    <fieldset className="verdict-picker" role="radiogroup" aria-label={words.review.verdict}>
      {VERDICTS.map(verdict => (
        <label key={verdict} data-verdict={verdict}>
          <input type="radio" name={group} checked={verdict === value} onChange={() => onChange(verdict)} />
          <VerdictLabel verdict={verdict} />
        </label>
      ))}
    </fieldset>
  )
}
