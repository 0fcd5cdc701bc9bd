import { Link } from 'wouter'
import { isSafeLink } from '../domain/article-content.ts'
import { useReview } from '../store/use-review.ts'
import { languageName } from '../wording/language-names.ts'
import { words } from '../wording/words.ts'
import { formatDay } from '../wording/dates.ts'
import { RevisionPicker } from './revision-picker.tsx'

/** Where the article came from, in one quiet line. */
export function ArticleByline() {
  const { id, origin, captured, published, language, sourceUrl } = useReview(state => state.open!.article)
  const { review } = words
  const facts = [
    review.origin[origin],
    ...(published === '' ? [] : [review.published(published)]),
    review.captured(formatDay(captured)),
    languageName(language),
  ]
  return (
    <p className="article-byline">
      {facts.join(' · ')}
      {isSafeLink(sourceUrl) && (
        <>
          {' · '}
          <a href={sourceUrl} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
            {review.source}
          </a>
        </>
      )}
      {' · '}
      <Link href={`/article/${id}/update`}>{words.changes.update}</Link>
      <RevisionPicker />
    </p>
  )
}
