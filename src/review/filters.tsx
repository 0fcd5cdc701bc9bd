import { Check } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { VerdictSign } from '../article-view/verdict-sign.tsx'
import { VERDICTS } from '../domain/verdict.ts'
import { isFiltering, progress, reviewerCounts, tagCounts, verdictCounts } from '../store/selectors.ts'
import { useReview, useReviewSoon, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'
import { ReviewerBadge, useReviewerName } from '../article-view/reviewer-badge.tsx'

/** The verdicts with their counts; choosing some shows only their annotations. */
export function VerdictFilter() {
  const store = useReviewStore()
  const counts = useReview(verdictCounts)
  const chosen = useReview(state => state.filter.verdicts)
  const filtering = useReview(isFiltering)
  const { reviewed, segments } = useReview(progress)
  return (
    <FilterGroup title={words.review.verdictsHeading}>
      {VERDICTS.map(verdict => (
        <FilterToggle
          key={verdict}
          count={counts[verdict]}
          isOn={chosen.includes(verdict)}
          icon={<VerdictSign verdict={verdict} />}
          name={words.common.verdicts[verdict]}
          onToggle={() => store.getState().changeFilter({ verdicts: toggled(chosen, verdict) })}
        />
      ))}
      <li className="filter-row">
        <span>{words.review.notReviewed}</span>
        <span className="filter-count">{segments - reviewed}</span>
      </li>
      {filtering && (
        <li>
          <Button
            look="outlined"
            onClick={() => store.getState().changeFilter({ verdicts: [], reviewers: [], tags: [], words: '' })}
          >
            {words.review.clearFilter}
          </Button>
        </li>
      )}
    </FilterGroup>
  )
}

/** The tags in use. */
export function TagFilter() {
  const store = useReviewStore()
  const counts = useReviewSoon(tagCounts)
  const chosen = useReview(state => state.filter.tags)
  if (counts.length === 0) return null
  return (
    <FilterGroup title={words.review.tags}>
      {counts.map(([tag, count]) => (
        <FilterToggle
          key={tag}
          name={tag}
          count={count}
          isOn={chosen.includes(tag)}
          onToggle={() => store.getState().changeFilter({ tags: toggled(chosen, tag) })}
        />
      ))}
    </FilterGroup>
  )
}

/** The reviewers whose annotations stand in the article. */
export function ReviewerFilter() {
  const store = useReviewStore()
  const counts = useReviewSoon(reviewerCounts)
  const chosen = useReview(state => state.filter.reviewers)
  const nameOf = useReviewerName()
  if (counts.length === 0) return null
  return (
    <FilterGroup title={words.review.reviewers}>
      {counts.map(([reviewer, count]) => (
        <FilterToggle
          key={reviewer}
          name={nameOf(reviewer)}
          count={count}
          icon={<ReviewerBadge reviewer={reviewer} />}
          isOn={chosen.includes(reviewer)}
          onToggle={() => store.getState().changeFilter({ reviewers: toggled(chosen, reviewer) })}
        />
      ))}
    </FilterGroup>
  )
}

function FilterGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul className="filter-list">{children}</ul>
    </section>
  )
}

interface FilterToggleProps {
  readonly name: string
  readonly count: number
  readonly isOn: boolean
  readonly icon?: ReactNode
  onToggle(): void
}

function FilterToggle({ name, count, isOn, icon, onToggle }: FilterToggleProps) {
  return (
    <li>
      <button type="button" className="filter-row filter-toggle" aria-pressed={isOn} onClick={onToggle}>
        {icon}
        <span className="filter-name">{name}</span>
        {isOn && <Check size={14} aria-hidden />}
        <span className="filter-count">{count}</span>
      </button>
    </li>
  )
}

function toggled<T>(items: readonly T[], item: T): readonly T[] {
  return items.includes(item) ? items.filter(other => other !== item) : [...items, item]
}
