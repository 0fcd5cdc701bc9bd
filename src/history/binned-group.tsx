import { Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import type { ShelfEntry } from '../domain/library.ts'
import type { RemovedAnnotation } from '../domain/shown-annotation.ts'
import type { BinnedAnnotation } from '../store/review-state.ts'
import { Button } from '../ui/button.tsx'
import { InParts } from '../ui/in-parts.tsx'
import { formatMoment } from '../wording/dates.ts'
import { words } from '../wording/words.ts'

// The comparison of words is needed only where a history is opened.
const VersionList = lazy(async () => ({ default: (await import('./version-list.tsx')).VersionList }))

const AT_ONCE = 40 // rows: more than a screen shows

interface BinnedGroupProps {
  readonly entry: ShelfEntry
  readonly annotations: readonly BinnedAnnotation[]
  onRestore(annotation: RemovedAnnotation): void
  onErase(annotation: RemovedAnnotation): void
}

/** The deleted annotations of one article. */
export function BinnedGroup({ entry, annotations, onRestore, onErase }: BinnedGroupProps) {
  const { history } = words
  return (
    <section aria-label={history.annotationsOf(entry.name)}>
      <h2>
        <Link href={`/article/${entry.article}`}>
          <bdi>{entry.name}</bdi>
        </Link>
      </h2>
      <InParts items={annotations} atOnce={AT_ONCE} more={history.showMore}>
        {shown => (
          <ul className="bin-list">
            {shown.map(annotation => (
              <Row
                key={annotation.id}
                annotation={annotation}
                onRestore={() => onRestore(annotation)}
                onErase={() => onErase(annotation)}
              />
            ))}
          </ul>
        )}
      </InParts>
    </section>
  )
}

interface RowProps {
  readonly annotation: BinnedAnnotation
  onRestore(): void
  onErase(): void
}

function Row({ annotation, onRestore, onErase }: RowProps) {
  const [isOpen, setOpen] = useState(false)
  const { history } = words
  const { last, removed, versions } = annotation
  const quote = last?.content.selector.quote.exact ?? ''
  return (
    <li className="bin-row">
      <div className="bin-row-about">
        {last && <VerdictLabel verdict={last.content.verdict} />}
        <p className="removed-quote" dir="auto">
          {last ? `“${quote}”` : history.nothingLeft}
        </p>
        {last && last.content.rationale !== '' && (
          <p className="bin-row-rationale" dir="auto">
            {last.content.rationale}
          </p>
        )}
        <p className="version-quiet">
          {history.acts.deleted} <time dateTime={removed}>{formatMoment(removed)}</time>
        </p>
      </div>
      <div className="bin-row-actions">
        {last && (
          <Button
            look="outlined"
            icon={<Undo2 size={15} aria-hidden />}
            aria-label={history.restoreNamed(quote)}
            onClick={onRestore}
          >
            {history.bringBack}
          </Button>
        )}
        <Button aria-expanded={isOpen} aria-label={history.of(quote)} onClick={() => setOpen(!isOpen)}>
          {history.open}
        </Button>
        <Button aria-label={history.eraseNamed(quote)} onClick={onErase}>
          {history.erase}
        </Button>
      </div>
      {isOpen && (
        <div className="bin-row-history">
          <Suspense fallback={null}>
            <VersionList versions={versions} onRestore={null} />
          </Suspense>
        </div>
      )}
    </li>
  )
}
