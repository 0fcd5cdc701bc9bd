import * as v from 'valibot'
import { DateTextSchema, type Claim } from '../domain/annotation.ts'
import { TextArea, TextField } from '../ui/field.tsx'
import { words } from '../wording/words.ts'
import { useDraft } from '../store/use-draft.ts'

interface ClaimFieldsProps {
  /** Names the annotation, so that its drafts are told from others. */
  readonly annotation: string
  readonly claim: Claim
  onChange(change: Partial<Claim>): void
}

/** The statement restated so that it stands alone, who claimed it, and when. */
export function ClaimFields({ annotation, claim, onChange }: ClaimFieldsProps) {
  const text = useDraft(`${annotation} claim`, claim.text, value => onChange({ text: value }))
  const claimant = useDraft(`${annotation} claimant`, claim.claimant, value => onChange({ claimant: value }))
  const date = useDraft(`${annotation} claim date`, claim.date, value => onChange({ date: value }), isDate)
  const { review } = words
  return (
    <div className="claim-fields">
      <TextArea label={review.claimText} {...text} />
      <div className="field-row">
        <TextField label={review.claimant} {...claimant} />
        <TextField
          label={review.claimDate}
          inputMode="numeric"
          placeholder="2025-06-16"
          problem={isDate(date.value) ? undefined : review.dateProblem}
          {...date}
        />
      </div>
    </div>
  )
}

function isDate(text: string): boolean {
  return v.is(DateTextSchema, text)
}
