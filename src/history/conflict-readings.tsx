import { Check } from 'lucide-react'
import { useId, useMemo } from 'react'
import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import type { AnnotationContent } from '../domain/annotation.ts'
import { contentChanges, type ContentChange } from '../domain/content-changes.ts'
import type { RecordId } from '../domain/identifiers.ts'
import { readingsOf } from '../domain/shown-annotation.ts'
import { historyOf, numberIn } from '../domain/version-history.ts'
import { versionHash, type AnnotationVersion } from '../domain/version.ts'
import { wordChanges } from '../domain/word-changes.ts'
import { EvidenceSummary } from '../evidence/evidence-summary.tsx'
import { readingInHand } from '../store/history-slice.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { formatMinute } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import { changeName, choiceName } from './content-change-list.tsx'

interface ConflictReadingsProps {
  readonly annotation: RecordId
  readonly versions: readonly AnnotationVersion[]
  readonly isMine: boolean
}

/** The readings of a conflict beside each other, each with what it says otherwise than another. */
export function ConflictReadings({ annotation, versions, isMine }: ConflictReadingsProps) {
  const store = useReviewStore()
  const inFields = useReview(state => readingInHand(state, annotation))
  const history = useMemo(() => historyOf(versions), [versions])
  const shown = readingsOf(versions)
  const readings = [...shown].sort(byDevice)

  function keep(version: AnnotationVersion) {
    store.getState().restoreVersion(annotation, versionHash(version))
    store.getState().requestFocus({ target: 'card', id: annotation }) // the button that had the focus is gone
  }

  return (
    <div className="conflict-readings">
      {readings.map((version, index) => (
        <Reading
          // Its place, not its hash: while one is written on, the buttons of all stay where they are.
          key={index}
          version={version}
          other={readings[index === 0 ? 1 : 0]}
          number={numberIn(history, version)}
          where={whereShown(version, shown[0], isMine ? inFields : null)}
          onKeep={isMine ? () => keep(version) : null}
        />
      ))}
    </div>
  )
}

interface ReadingProps {
  readonly version: AnnotationVersion
  /** The reading that it is compared with. */
  readonly other: AnnotationVersion | undefined
  readonly number: number
  /** Where it can be seen already; `null` when it is nowhere else. */
  readonly where: string | null
  readonly onKeep: (() => void) | null
}

function Reading({ version, other, number, where, onKeep }: ReadingProps) {
  const heading = useId()
  const { history } = words
  return (
    <section className="conflict-reading" aria-labelledby={heading}>
      <div>
        <p id={heading} className="conflict-reading-name">
          {history.version(number)}
        </p>
        <p className="version-quiet">
          <time dateTime={version.at}>{formatMinute(version.at)}</time>
        </p>
        {where !== null && <p className="version-quiet">{where}</p>}
      </div>
      {version.kind !== 'content' && <p>{history.deletedReading}</p>}
      {version.kind === 'content' && <Differences content={version.content} other={other} />}
      {onKeep && (
        <Button look="outlined" icon={<Check size={15} aria-hidden />} aria-describedby={heading} onClick={onKeep}>
          {history.keep}
        </Button>
      )}
    </section>
  )
}

function Differences({
  content,
  other,
}: {
  readonly content: AnnotationContent
  readonly other: AnnotationVersion | undefined
}) {
  if (other?.kind !== 'content') {
    return (
      <>
        <p>
          <VerdictLabel verdict={content.verdict} />
        </p>
        {content.rationale !== '' && (
          <p className="changed-text" dir="auto">
            {content.rationale}
          </p>
        )}
      </>
    )
  }
  return (
    <dl className="content-changes">
      {contentChanges(other.content, content).map((change, index) => (
        <div key={index}>
          <dt>{changeName(change)}</dt>
          <dd>
            <Saying change={change} content={content} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What the reading says where the other says something else. */
function Saying({ change, content }: { readonly change: ContentChange; readonly content: AnnotationContent }) {
  const { history } = words
  switch (change.kind) {
    case 'verdict':
      return <VerdictLabel verdict={change.after} />
    case 'text':
      return <OwnWords other={change.before} text={change.after} />
    case 'tags':
      return <p dir="auto">{content.tags.join(', ') || history.noTags}</p>
    case 'place':
      return <p>{history.moved}</p>
    case 'evidence-added':
      return (
        <>
          <p>{history.evidenceHere}</p>
          <EvidenceSummary evidence={[change.evidence]} />
        </>
      )
    case 'evidence-removed':
      return <p>{history.evidenceNotHere}</p>
    case 'evidence-changed':
      return change.fields.map(({ field, before, after }) => (
        <div key={field}>
          <span className="version-quiet">{history.evidenceFields[field]}</span>
          <OwnWords
            other={field === 'stance' || field === 'kind' ? choiceName(field, before) : before}
            text={field === 'stance' || field === 'kind' ? choiceName(field, after) : after}
          />
        </div>
      ))
  }
}

/** A text whose own words, which the other has not, are underlined and said. */
function OwnWords({ other, text }: { readonly other: string; readonly text: string }) {
  const { history } = words
  if (text === '') return <p>{history.empty}</p>
  return (
    <p className="changed-text" dir="auto">
      {wordChanges(other, text)
        .filter(({ kind }) => kind !== 'removed')
        .map((run, index) =>
          run.kind === 'same' ? (
            <span key={index}>{run.text}</span>
          ) : (
            <mark key={index} className="own-words">
              <span className="visually-hidden"> {history.onlyHere} </span>
              {run.text}
              <span className="visually-hidden">{history.endWord} </span>
            </mark>
          ),
        )}
    </p>
  )
}

function whereShown(
  version: AnnotationVersion,
  inArticle: AnnotationVersion | undefined,
  inFields: AnnotationVersion | null,
): string | null {
  if (version === inArticle) return words.history.shownNow
  return version === inFields ? words.history.writtenHere : null
}

// A line of edits keeps its device, so a reading keeps its place while it is written on.
function byDevice({ dot: [a, m] }: AnnotationVersion, { dot: [b, n] }: AnnotationVersion): number {
  return a === b ? m - n : a < b ? -1 : 1
}
