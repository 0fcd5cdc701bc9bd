import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import { EVIDENCE_KINDS, STANCES } from '../domain/annotation.ts'
import type { ContentChange, EvidenceFieldChange } from '../domain/content-changes.ts'
import { EvidenceSummary } from '../evidence/evidence-summary.tsx'
import { words } from '../wording/words.ts'
import { ChangedText } from './changed-text.tsx'
import './content-change-list.css'

/** What one version changed, field by field. */
export function ContentChangeList({ changes }: { readonly changes: readonly ContentChange[] }) {
  return (
    <dl className="content-changes">
      {changes.map((change, index) => (
        <div key={index}>
          <dt>{changeName(change)}</dt>
          <dd>
            <Change change={change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What a change is a change of. */
export function changeName(change: ContentChange): string {
  const { history } = words
  switch (change.kind) {
    case 'text':
      return history.fields[change.field]
    case 'verdict':
    case 'tags':
    case 'place':
      return history.fields[change.kind]
    case 'evidence-added':
    case 'evidence-removed':
    case 'evidence-changed':
      return history.evidence(change.number)
  }
}

function Change({ change }: { readonly change: ContentChange }) {
  const { history } = words
  switch (change.kind) {
    case 'verdict':
      return (
        <Exchange before={<VerdictLabel verdict={change.before} />} after={<VerdictLabel verdict={change.after} />} />
      )
    case 'text':
      return <ChangedText before={change.before} after={change.after} />
    case 'tags':
      return <ChangedTags removed={change.removed} added={change.added} />
    case 'place':
      return <p>{history.moved}</p>
    case 'evidence-added':
    case 'evidence-removed':
      return (
        <>
          <p>{change.kind === 'evidence-added' ? history.evidenceAdded : history.evidenceRemoved}</p>
          <EvidenceSummary evidence={[change.evidence]} />
        </>
      )
    case 'evidence-changed':
      return (
        <dl className="content-changes">
          {change.fields.map(field => (
            <div key={field.field}>
              <dt>{history.evidenceFields[field.field]}</dt>
              <dd>
                <EvidenceField {...field} />
              </dd>
            </div>
          ))}
        </dl>
      )
  }
}

function ChangedTags({ removed, added }: { readonly removed: readonly string[]; readonly added: readonly string[] }) {
  const { history } = words
  if (removed.length + added.length === 0) return <p>{history.tagsReordered}</p>
  return (
    <ul className="changed-tags">
      {removed.map((tag, index) => (
        <li key={`removed ${index}`}>
          <ChangedText before={tag} after="" />
        </li>
      ))}
      {added.map((tag, index) => (
        <li key={`added ${index}`}>
          <ChangedText before="" after={tag} />
        </li>
      ))}
    </ul>
  )
}

function EvidenceField({ field, before, after }: EvidenceFieldChange) {
  if (field !== 'stance' && field !== 'kind') return <ChangedText before={before} after={after} />
  return <Exchange before={choiceName(field, before)} after={choiceName(field, after)} />
}

/** What a choice in a piece of evidence is called. */
export function choiceName(field: 'stance' | 'kind', value: string): string {
  const { stances, kinds } = words.review
  const stance = STANCES.find(one => field === 'stance' && one === value)
  const kind = EVIDENCE_KINDS.find(one => field === 'kind' && one === value)
  return stance ? stances[stance] : kind ? kinds[kind] : value
}

/** One answer that took the place of another. */
function Exchange({ before, after }: { readonly before: ReactNode; readonly after: ReactNode }) {
  const { history } = words
  return (
    <p className="exchange">
      <span className="visually-hidden">{history.from} </span>
      {before}
      <ArrowRight size={14} aria-hidden />
      <span className="visually-hidden"> {history.to} </span>
      {after}
    </p>
  )
}
