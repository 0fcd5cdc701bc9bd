import { Undo2 } from 'lucide-react'
import { useId, useMemo } from 'react'
import { ReviewerBadge, useReviewerName } from '../article-view/reviewer-badge.tsx'
import { contentChanges, saysTheSame } from '../domain/content-changes.ts'
import { readingsOf } from '../domain/shown-annotation.ts'
import { historyOf, numberIn, type HistoryEntry } from '../domain/version-history.ts'
import { shownVersion, versionHash, type AnnotationVersion, type ContentOf } from '../domain/version.ts'
import { Button } from '../ui/button.tsx'
import { InParts } from '../ui/in-parts.tsx'
import { formatMoment } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import { ContentChangeList } from './content-change-list.tsx'
import { VersionContent } from './version-content.tsx'
import './quiet.css'
import './version-list.css'

const AT_ONCE = 20 // versions; nobody reads more at a glance, and each is compared word by word

interface VersionListProps {
  /** All versions of one annotation. */
  readonly versions: readonly AnnotationVersion[]
  /** Makes the annotation say again what a version said; `null` when it is another reviewer's. */
  readonly onRestore: ((hash: string) => void) | null
}

/** Every version of an annotation, the newest first: who, when, and what it changed of what its author had seen. */
export function VersionList({ versions, onRestore }: VersionListProps) {
  const history = useMemo(() => historyOf(versions), [versions])
  const isConflict = readingsOf(versions).length > 1
  const shown = shownVersion(versions)
  const isRestorable = ({ version, isHead }: HistoryEntry<AnnotationVersion>) =>
    onRestore !== null && version.kind === 'content' && ((isConflict && isHead) || !isSame(version, shown))
  return (
    <InParts items={history} atOnce={AT_ONCE} more={words.history.earlier}>
      {entries => (
        <ol className="version-list" aria-label={words.history.versions}>
          {entries.map(entry => (
            <Version
              key={versionHash(entry.version)}
              entry={entry}
              history={history}
              onRestore={isRestorable(entry) ? onRestore : null}
              isReading={isConflict && entry.isHead}
            />
          ))}
        </ol>
      )}
    </InParts>
  )
}

interface VersionProps {
  readonly entry: HistoryEntry<AnnotationVersion>
  readonly history: readonly HistoryEntry<AnnotationVersion>[]
  readonly onRestore: ((hash: string) => void) | null
  /** Whether it stands beside another that says something else. */
  readonly isReading: boolean
}

function Version({ entry, history, onRestore, isReading }: VersionProps) {
  const heading = useId()
  const nameOf = useReviewerName()
  const { version, number, isHead } = entry
  const name = nameOf(version.reviewer)
  return (
    <li className="version" data-head={isHead || undefined} aria-labelledby={heading}>
      <div className="version-head">
        <h3 id={heading}>{words.history.version(number)}</h3>
        {isHead && <span className="version-now">{words.history.now}</span>}
        <span className="version-by">
          <ReviewerBadge reviewer={version.reviewer} />
          {name}
        </span>
      </div>
      <p className="version-quiet">
        {act(entry)} · <time dateTime={version.at}>{formatMoment(version.at)}</time>
      </p>
      {version.kind === 'content' && <WhatChanged version={version} entry={entry} history={history} />}
      <Beside entry={entry} history={history} />
      {version.kind === 'content' && (
        <div className="version-actions">
          {onRestore && (
            <Button
              look="outlined"
              icon={<Undo2 size={15} aria-hidden />}
              aria-describedby={heading}
              onClick={() => onRestore(versionHash(version))}
            >
              {isReading ? words.history.keep : words.history.restore}
            </Button>
          )}
          <details>
            <summary>{words.history.whole}</summary>
            <VersionContent content={version.content} />
          </details>
        </div>
      )}
    </li>
  )
}

function act({ version, before }: HistoryEntry<AnnotationVersion>): string {
  const { acts } = words.history
  if (version.kind !== 'content') return acts[version.kind]
  if (before.length > 1) return acts.settled
  if (before[0]?.kind === 'deleted') return acts.restored
  return before.length === 1 ? acts.changed : acts.created
}

interface WhatChangedProps extends Pick<VersionProps, 'entry' | 'history'> {
  readonly version: ContentOf<AnnotationVersion>
}

function WhatChanged({ version, entry, history }: WhatChangedProps) {
  const { history: said } = words
  const before = contentsBefore(entry, history)
  const isFirst = before.length === 0
  // A first version is told whole, by what it says.
  if (isFirst && Object.keys(version.seen).length > 0) return <p className="version-quiet">{said.acts.first}</p>
  if (isFirst) return <VersionContent content={version.content} />
  return before.map(earlier => {
    const number = numberIn(history, earlier)
    const changes = contentChanges(earlier.content, version.content)
    const isOneOfSeveral = before.length > 1
    if (changes.length === 0) {
      return (
        <p key={number} className="version-quiet">
          {isOneOfSeveral ? said.sameAs(number) : said.nothingChanged}
        </p>
      )
    }
    return (
      <div key={number} className="version-changes">
        {isOneOfSeveral && <h4>{said.against(number)}</h4>}
        <ContentChangeList changes={changes} />
      </div>
    )
  })
}

/** The contents that a version is told against; of a deletion, what it had deleted. */
function contentsBefore(
  { before }: HistoryEntry<AnnotationVersion>,
  history: readonly HistoryEntry<AnnotationVersion>[],
): readonly ContentOf<AnnotationVersion>[] {
  const contents = before.flatMap((version): readonly ContentOf<AnnotationVersion>[] => {
    if (version.kind === 'content') return [version]
    const entry = history.find(one => one.version === version)
    return entry ? contentsBefore(entry, history) : []
  })
  return [...new Set(contents)]
}

function Beside({ entry, history }: Pick<VersionProps, 'entry' | 'history'>) {
  const { beside } = entry
  if (beside.length === 0) return null
  const numbers = beside.map(version => numberIn(history, version)).sort((a, b) => a - b)
  return (
    <p className="version-beside">
      {numbers.length > MANY ? words.history.besideMany(numbers.length) : words.history.beside(numbers)}
    </p>
  )
}

const MANY = 4 // version numbers that one sentence can name

function isSame(version: ContentOf<AnnotationVersion>, shown: AnnotationVersion | undefined): boolean {
  return shown?.kind === 'content' && saysTheSame(version.content, shown.content)
}
