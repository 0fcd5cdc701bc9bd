import { useId } from 'react'
import { directionOf } from '../domain/article.ts'
import type { ChangeState } from '../domain/change-state.ts'
import type { ImportPreview, SkippedRecord } from '../store/review-state.ts'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import './import-summary.css'

interface ImportSummaryProps {
  readonly fileName: string
  readonly preview: ImportPreview
  readonly language: string
}

/** What an import would bring, in numbers and names. */
export function ImportSummary({ fileName, preview, language }: ImportSummaryProps) {
  const heading = useId()
  const states = [...preview.states.values()]
  const orphaned = states.filter(state => state === 'orphaned').length
  const toLookAt = states.filter(state => LOOKED_AT_AGAIN.has(state)).length
  const isNothingNew = preview.newVersions.length === 0 && !preview.isNewArticle && preview.skipped.length === 0
  return (
    <section className="import-summary" aria-labelledby={heading}>
      <h3 id={heading}>{pageWords.transfer.willBring(fileName)}</h3>
      <p className="import-summary-article" lang={language} dir={directionOf(language)}>
        {preview.title}
      </p>
      <p>{preview.isNewArticle ? pageWords.transfer.newArticle : pageWords.transfer.knownArticle}</p>
      {isNothingNew && <p role="status">{pageWords.transfer.nothingNew}</p>}
      <dl className="import-summary-counts">
        {COUNTED.map(count => (
          <div key={count}>
            <dt>{pageWords.transfer.counts[count]}</dt>
            <dd>{count === 'orphaned' ? orphaned : preview[count]}</dd>
          </div>
        ))}
      </dl>
      {preview.ownTouched > 0 && (
        <p className="import-summary-help">{pageWords.transfer.ownTouched(preview.ownTouched)}</p>
      )}
      {toLookAt > 0 && <p className="import-summary-help">{pageWords.transfer.lookAgain(toLookAt)}</p>}
      {preview.conflicting > 0 && <p className="import-summary-help">{pageWords.transfer.conflictHelp}</p>}
      {preview.skipped.length > 0 && <Skipped records={preview.skipped} language={language} />}
    </section>
  )
}

function Skipped({ records, language }: { readonly records: readonly SkippedRecord[]; readonly language: string }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h4 id={heading}>{pageWords.transfer.skipped}</h4>
      <p className="import-summary-help">{pageWords.transfer.skippedHelp}</p>
      <ul className="import-summary-skipped">
        {records.slice(0, MOST_SHOWN).map(({ id, record, quote, writtenBy, signedBy }) => (
          <li key={id}>
            {quote === null ? (
              pageWords.transfer.skippedRecord[record]
            ) : (
              <q lang={language} dir={directionOf(language)}>
                {quote}
              </q>
            )}{' '}
            <span className="import-summary-help">
              {pageWords.transfer.skippedReason(
                writtenBy || words.common.unnamedReviewer,
                signedBy || words.common.unnamedReviewer,
              )}
            </span>
          </li>
        ))}
      </ul>
      {records.length > MOST_SHOWN && (
        <p className="import-summary-help">{pageWords.transfer.moreNotTaken(records.length - MOST_SHOWN)}</p>
      )}
    </section>
  )
}

const MOST_SHOWN = 100 // whoever signs a set with another name has mostly signed all of it

const COUNTED = ['added', 'changed', 'unchanged', 'removed', 'conflicting', 'orphaned', 'sessions'] as const

const LOOKED_AT_AGAIN: ReadonlySet<ChangeState['kind']> = new Set(['reworded', 'fact-changed', 'ambiguous'])
