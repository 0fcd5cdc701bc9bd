import { Undo2 } from 'lucide-react'
import type { ShelfEntry } from '../domain/library.ts'
import { useReview } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { formatDay } from '../wording/dates.ts'
import { words } from '../wording/words.ts'

interface BinnedArticleRowProps {
  readonly entry: ShelfEntry
  onRestore(): void
  onErase(): void
}

/** One article in the bin: what is in it, since when, and what can be done. */
export function BinnedArticleRow({ entry, onRestore, onErase }: BinnedArticleRowProps) {
  const tally = useReview(state => state.tallies[entry.article])
  const { history } = words
  const count = tally && tally.verdicts.verified + tally.verdicts.disputed + tally.verdicts.unverified
  const about = [
    count === undefined ? history.notOpened : history.annotationCount(count),
    ...(entry.binnedAt === undefined ? [] : [history.binnedOn(formatDay(entry.binnedAt))]),
  ]
  return (
    <div className="bin-row">
      <div>
        <h3 className="bin-row-name">
          <bdi>{entry.name}</bdi>
        </h3>
        <p className="version-quiet">{about.join(' · ')}</p>
      </div>
      <div className="bin-row-actions">
        <Button
          look="outlined"
          icon={<Undo2 size={15} aria-hidden />}
          aria-label={history.restoreNamed(entry.name)}
          onClick={onRestore}
        >
          {history.bringBack}
        </Button>
        <Button aria-label={history.eraseNamed(entry.name)} onClick={onErase}>
          {history.erase}
        </Button>
      </div>
    </div>
  )
}
