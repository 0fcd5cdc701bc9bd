import * as v from 'valibot'
import { DateTextSchema, type Evidence } from '../domain/annotation.ts'
import { isSafeLink } from '../domain/article-content.ts'
import { useDraft } from '../store/use-draft.ts'
import { TextArea, TextField } from '../ui/field.tsx'
import { words } from '../wording/words.ts'

interface EvidenceTextProps {
  readonly name: Exclude<keyof Evidence, 'stance' | 'kind'>
  readonly label: string
  readonly isLong: boolean
  /** Names the field uniquely in the page. */
  readonly field: string
  readonly value: string
  onSave(value: string): void
}

/** One text of a piece of evidence, with what its kind asks for. */
export function EvidenceText({ name, label, isLong, field, value, onSave }: EvidenceTextProps) {
  const isDate = name === 'published' || name === 'accessed'
  const isUrl = name === 'url' || name === 'archivedUrl'
  const draft = useDraft(field, value, onSave, isDate ? text => v.is(DateTextSchema, text) : undefined)
  const focus = name === 'question' ? { 'data-focus': 'evidence' } : {}
  if (isLong) return <TextArea label={label} dir="auto" {...draft} />
  return (
    <TextField
      label={label}
      dir={isUrl ? 'ltr' : 'auto'}
      {...(isUrl ? { inputMode: 'url' as const, autoComplete: 'off', spellCheck: false } : {})}
      {...(isDate ? { placeholder: '2025-06-16' } : {})}
      problem={problemOf(draft.value, { isDate, isUrl })}
      {...focus}
      {...draft}
    />
  )
}

// An address that cannot be opened is kept all the same: it may be a shelf mark or a note.
function problemOf(text: string, { isDate, isUrl }: { isDate: boolean; isUrl: boolean }): string | undefined {
  if (isDate && !v.is(DateTextSchema, text)) return words.review.dateProblem
  if (isUrl && text !== '' && !isSafeLink(text)) return words.review.linkProblem
  return undefined
}
