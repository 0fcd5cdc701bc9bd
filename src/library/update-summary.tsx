import { useEffect, useRef, type ReactNode } from 'react'
import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import { staleChange, type ChangeState } from '../domain/change-state.ts'
import { ChangedText } from '../history/changed-text.tsx'
import type { UpdatedStatement, UpdatePreview } from '../store/review-state.ts'
import { InParts } from '../ui/in-parts.tsx'
import { words } from '../wording/words.ts'

const AT_ONCE = 100 // statements

interface UpdateSummaryProps {
  readonly preview: UpdatePreview
  /** What can be done with it. */
  readonly children: ReactNode
}

/** What becomes of the statements in another text: how many of each kind, and every one that must be looked at again. */
export function UpdateSummary({ preview, children }: UpdateSummaryProps) {
  const { statements } = preview
  const { changes } = words
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [preview]) // the text above it may be longer than the window
  const toSee = statements.filter(({ change }) => staleChange(change) !== null)
  return (
    <section className="update-summary" aria-label={changes.summary}>
      <h2 ref={heading} tabIndex={-1}>
        {changes.summary}
      </h2>
      {statements.length === 0 ? (
        <p role="status">{changes.noStatements}</p>
      ) : (
        <p role="status">{countsOf(statements).join(' · ')}</p>
      )}
      <div>{children}</div>
      {toSee.length > 0 && (
        <>
          <h3>{changes.changedStatements}</h3>
          <InParts items={toSee} atOnce={AT_ONCE} more={changes.moreStatements}>
            {shown => (
              <ul aria-label={changes.changedStatements}>
                {shown.map(statement => (
                  <Statement key={statement.annotation.id} statement={statement} />
                ))}
              </ul>
            )}
          </InParts>
        </>
      )}
    </section>
  )
}

function Statement({ statement: { annotation, change } }: { readonly statement: UpdatedStatement }) {
  const { changes } = words
  const { verdict, selector } = annotation.content
  return (
    <li>
      <p className="update-summary-head">
        <VerdictLabel verdict={verdict} />
        <span>{change && changes.kinds[change.kind]}</span>
      </p>
      {change?.kind === 'reworded' || change?.kind === 'fact-changed' ? (
        <ChangedText before={change.was} after={change.is} />
      ) : (
        <p dir="auto">“{selector.quote.exact}”</p>
      )}
    </li>
  )
}

/** How many statements there are of each kind that occurs. Where nothing could be found out, the words are as they were. */
function countsOf(statements: readonly UpdatedStatement[]): readonly string[] {
  const kinds = Object.keys(words.changes.kinds) as readonly ChangeState['kind'][]
  return kinds.flatMap(kind => {
    const count = statements.filter(({ change }) => (change?.kind ?? 'unchanged') === kind).length
    return count > 0 ? [words.changes.countOf(words.changes.kinds[kind], count)] : []
  })
}
