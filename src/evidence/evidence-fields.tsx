import { Lock, LockOpen, Trash2 } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { EVIDENCE_KINDS, STANCES, type Evidence } from '../domain/annotation.ts'
import { SelectField } from '../ui/field.tsx'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'
import { EvidenceText } from './evidence-text.tsx'
import './evidence.css'

interface EvidenceFieldsProps {
  readonly number: number
  /** Names it uniquely in the page, so that its drafts are told from others. */
  readonly name: string
  readonly evidence: Evidence
  readonly isWithheld: boolean
  onChange(change: Partial<Evidence>): void
  onRemove(): void
  /** Withholds it, or releases it where it is withheld. */
  onWithhold(): void
}

/** One source for a verdict. */
export function EvidenceFields(props: EvidenceFieldsProps) {
  const { number, name, evidence, isWithheld, onChange, onRemove, onWithhold } = props
  const note = useId()
  const { review } = words
  const text = (key: Parameters<typeof EvidenceText>[0]['name'], label: string, isLong = false): ReactNode => (
    <EvidenceText
      name={key}
      label={label}
      isLong={isLong}
      field={`${name} ${key}`}
      value={evidence[key]}
      onSave={value => onChange({ [key]: value })}
    />
  )
  return (
    <fieldset
      className="evidence-fields"
      data-withheld={isWithheld || undefined}
      aria-describedby={isWithheld ? note : undefined}
    >
      <legend>
        {isWithheld && <Lock size={13} aria-hidden />}
        {isWithheld ? review.withheldNumber(number) : review.evidenceNumber(number)}
      </legend>
      {isWithheld && (
        <p id={note} className="evidence-note">
          {review.withheldHelp}
        </p>
      )}
      {/* Before the fields: whoever begins to write of a source that must not be named meets it first. */}
      <Button
        icon={isWithheld ? <LockOpen size={14} aria-hidden /> : <Lock size={14} aria-hidden />}
        data-focus={isWithheld ? 'release' : 'withhold'}
        onClick={onWithhold}
      >
        {isWithheld ? review.release(number) : review.withhold(number)}
      </Button>
      {text('question', review.question)}
      {text('url', review.url)}
      {text('title', review.title)}
      {text('publisher', review.publisher)}
      {text('excerpt', review.excerpt, true)}
      <div className="field-row">
        <SelectField
          label={review.stance}
          value={evidence.stance}
          options={STANCES.map(value => ({ value, label: review.stances[value] }))}
          onChange={event =>
            onChange({ stance: STANCES.find(stance => stance === event.target.value) ?? evidence.stance })
          }
        />
        <SelectField
          label={review.kind}
          value={evidence.kind}
          options={EVIDENCE_KINDS.map(value => ({ value, label: review.kinds[value] }))}
          onChange={event =>
            onChange({ kind: EVIDENCE_KINDS.find(kind => kind === event.target.value) ?? evidence.kind })
          }
        />
      </div>
      <div className="field-row">
        {text('published', review.publishedOn)}
        {text('accessed', review.accessedOn)}
      </div>
      {text('archivedUrl', review.archivedUrl)}
      <Button icon={<Trash2 size={14} aria-hidden />} onClick={onRemove}>
        {review.removeEvidence(number)}
      </Button>
    </fieldset>
  )
}
