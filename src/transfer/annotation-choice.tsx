import { useId } from 'react'
import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import { directionOf } from '../domain/article.ts'
import type { ChangeState } from '../domain/change-state.ts'
import type { RecordId, ReviewerId } from '../domain/identifiers.ts'
import type { ImportedAnnotation, ImportPreview } from '../store/review-state.ts'
import { InParts } from '../ui/in-parts.tsx'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import './annotation-choice.css'

interface AnnotationChoiceProps {
  readonly annotations: readonly ImportedAnnotation[]
  /** How they stand in the text that is shown here. */
  readonly states: ImportPreview['states']
  readonly names: ReadonlyMap<ReviewerId, string>
  readonly language: string
  readonly leftOut: ReadonlySet<RecordId>
  readonly onChange: (leftOut: ReadonlySet<RecordId>) => void
}

/** Which annotations of a file come in: all, those of some reviewers, or one by one. */
export function AnnotationChoice({ annotations, states, names, language, leftOut, onChange }: AnnotationChoiceProps) {
  const reviewers = [...new Set(annotations.map(({ reviewer }) => reviewer))]
  const turn = (of: readonly ImportedAnnotation[], isIn: boolean) => {
    const next = new Set(leftOut)
    for (const { id } of of) {
      if (isIn) next.delete(id)
      else next.add(id)
    }
    onChange(next)
  }
  const isIn = ({ id }: ImportedAnnotation) => !leftOut.has(id)
  return (
    <details className="annotation-choice">
      <summary>{pageWords.transfer.chooseAnnotations(annotations.filter(isIn).length, annotations.length)}</summary>
      {reviewers.length > 1 && (
        <fieldset>
          <legend>{pageWords.transfer.byReviewer}</legend>
          {reviewers.map(reviewer => {
            const theirs = annotations.filter(annotation => annotation.reviewer === reviewer)
            return (
              <Tick
                key={reviewer}
                isOn={theirs.some(isIn)}
                isPart={theirs.some(isIn) && !theirs.every(isIn)}
                onChange={on => turn(theirs, on)}
              >
                {pageWords.transfer.reviewerLine(names.get(reviewer) || words.common.unnamedReviewer, theirs.length)}
              </Tick>
            )
          })}
        </fieldset>
      )}
      <InParts
        items={annotations}
        atOnce={ROWS_AT_ONCE}
        more={left => pageWords.transfer.moreAnnotations(Math.min(left, ROWS_AT_ONCE))}
      >
        {shown => (
          <ul aria-label={pageWords.transfer.annotationsOfFile}>
            {shown.map(annotation => (
              <li key={annotation.id}>
                <Tick isOn={isIn(annotation)} onChange={on => turn([annotation], on)}>
                  <span className="annotation-choice-fate">
                    {pageWords.transfer.fates[annotation.fate]}
                    {stateHere(states.get(annotation.id))}
                  </span>{' '}
                  <VerdictLabel verdict={annotation.verdict} />{' '}
                  <q lang={language} dir={directionOf(language)}>
                    {annotation.statement.selector.quote.exact}
                  </q>{' '}
                  <span className="annotation-choice-by">
                    {names.get(annotation.reviewer) || words.common.unnamedReviewer}
                  </span>
                </Tick>
              </li>
            ))}
          </ul>
        )}
      </InParts>
    </details>
  )
}

/** What of its state in the text here a person should know; nothing where the words are the same. */
function stateHere(state: ChangeState['kind'] = 'unchanged'): string {
  const told: Readonly<Partial<Record<ChangeState['kind'], string>>> = pageWords.transfer.statesHere
  return told[state] === undefined ? '' : `, ${told[state]}`
}

const ROWS_AT_ONCE = 100 // more makes the dialog slow, and nobody ticks so many one by one

interface TickProps {
  readonly isOn: boolean
  /** Some of what it stands for is on, some is not. */
  readonly isPart?: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: React.ReactNode
}

function Tick({ isOn, isPart = false, onChange, children }: TickProps) {
  const id = useId()
  return (
    <div className="annotation-choice-tick">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        ref={input => {
          if (input) input.indeterminate = isPart
        }}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{children}</label>
    </div>
  )
}
