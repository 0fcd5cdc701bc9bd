import { ListChecks, PanelLeftClose } from 'lucide-react'
import { memo, useRef, useState, type KeyboardEvent } from 'react'
import { goTo } from '../article-view/keys/run-key-command.ts'
import { ConflictCounter } from '../history/conflict-counter.tsx'
import { RemovedList } from '../history/removed-list.tsx'
import { nextUnreviewed } from '../store/commands-slice.ts'
import { progress } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'
import { ProgressBar } from './progress-bar.tsx'
import { ReviewerFilter, TagFilter, VerdictFilter } from './filters.tsx'
import { SearchBox } from './search-box.tsx'
import { SessionSummary } from './session-summary.tsx'
import { StaleCounter } from './stale-counter.tsx'

/** How far the review is, what to look at, and what to look for. On narrow screens behind a button. */
export const Overview = memo(function Overview() {
  const store = useReviewStore()
  const [isShown, setShown] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const { reviewed, segments } = useReview(progress)
  const { review } = words

  function toNextUnreviewed() {
    const next = nextUnreviewed(store.getState())
    if (next === null) return store.getState().announce({ kind: 'all-reviewed' })
    goTo(store, next)
    store.getState().requestFocus({ target: 'article', id: null })
    setShown(false)
  }

  function leaveOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || !isShown) return
    setShown(false)
    toggle.current?.focus()
  }

  return (
    <>
      <div className="overview-toggle">
        <Button
          look="outlined"
          icon={<ListChecks size={17} aria-hidden />}
          ref={toggle}
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {review.reviewed(reviewed, segments)}
        </Button>
      </div>
      <nav
        className="overview"
        data-shown={isShown || undefined}
        aria-label={review.overview}
        onKeyDown={leaveOnEscape}
      >
        <div className="overview-close">
          <Button icon={<PanelLeftClose size={18} aria-hidden />} iconOnly onClick={() => setShown(false)}>
            {words.common.close}
          </Button>
        </div>
        <section aria-labelledby="overview-progress">
          <h2 id="overview-progress">{review.progress}</h2>
          <ProgressBar />
          <p className="overview-count">{review.reviewed(reviewed, segments)}</p>
          <ConflictCounter onLeave={() => setShown(false)} />
          <StaleCounter onLeave={() => setShown(false)} />
          <Button look="outlined" hint="U" disabled={reviewed === segments} onClick={toNextUnreviewed}>
            {review.nextUnreviewed}
          </Button>
        </section>
        <VerdictFilter />
        <SearchBox />
        <TagFilter />
        <ReviewerFilter />
        <SessionSummary />
        <RemovedList onLeave={() => setShown(false)} />
      </nav>
    </>
  )
})
