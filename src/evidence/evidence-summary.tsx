import { Lock } from 'lucide-react'
import type { Evidence } from '../domain/annotation.ts'
import { isSafeLink } from '../domain/article-content.ts'
import { words } from '../wording/words.ts'
import './evidence.css'

interface EvidenceSummaryProps {
  readonly evidence: readonly Evidence[]
  /** What never leaves this device. */
  readonly withheld?: readonly Evidence[]
}

/** The sources of a verdict, for reading. */
export function EvidenceSummary({ evidence, withheld = [] }: EvidenceSummaryProps) {
  const all = [
    ...evidence.map(one => ({ ...one, isWithheld: false })),
    ...withheld.map(one => ({ ...one, isWithheld: true })),
  ]
  if (all.length === 0) return null
  const { review } = words
  return (
    <ul className="evidence-list" aria-label={review.evidence}>
      {all.map(({ title, url, stance, kind, published, publisher, excerpt, isWithheld }, index) => (
        <li key={index}>
          {isWithheld && (
            <p className="evidence-note">
              <Lock size={13} aria-hidden /> <strong>{review.withheld}</strong> {review.withheldHelp}
            </p>
          )}
          <p>
            <span className="evidence-stance" data-stance={stance}>
              {review.stances[stance]}
            </span>{' '}
            <SourceLink url={url} title={title || url || review.untitledSource} />
          </p>
          <p className="evidence-facts">{[review.kinds[kind], publisher, published].filter(Boolean).join(' · ')}</p>
          {excerpt !== '' && <p dir="auto">“{excerpt}”</p>}
        </li>
      ))}
    </ul>
  )
}

function SourceLink({ url, title }: { readonly url: string; readonly title: string }) {
  if (!isSafeLink(url)) return <span dir="auto">{title}</span>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer" dir="auto">
      {title}
    </a>
  )
}
