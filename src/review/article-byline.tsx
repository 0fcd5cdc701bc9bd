import { lazy, memo, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { isSafeLink } from '../domain/article-content.ts'
import type { Article } from '../domain/article.ts'
import { useReview } from '../store/use-review.ts'
import { formatDateText, formatDay } from '../wording/dates.ts'
import { languageName } from '../wording/language-names.ts'
import { words } from '../wording/words.ts'
import { OriginalLink } from './original-link.tsx'
import { RevisionPicker } from './revision-picker.tsx'

const DetailsDialog = lazy(async () => ({ default: (await import('../details/details-dialog.tsx')).DetailsDialog }))

/** Who wrote the article, where it came from and when, in one quiet line; below it what can be done about it. */
export const ArticleByline = memo(function ArticleByline() {
  const article = useReview(state => state.open!.article)
  const [isEditing, setEditing] = useState(false)
  const { id, sourceUrl } = article
  return (
    <div className="article-byline">
      <p>
        {factsOf(article).map((fact, index) => (
          <span key={index}>
            <bdi>{fact}</bdi>
          </span>
        ))}
        {isSafeLink(sourceUrl) && (
          <span>
            <a href={sourceUrl} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
              {words.review.source}
            </a>
          </span>
        )}
      </p>
      <div className="article-byline-actions" role="group" aria-label={words.details.about}>
        <Link href={`/article/${id}/update`}>{words.changes.update}</Link>
        <Link href={`/article/${id}/edit`}>{words.edit.edit}</Link>
        <button type="button" onClick={() => setEditing(true)}>
          {words.details.edit}
        </button>
        <OriginalLink />
        <RevisionPicker />
      </div>
      {isEditing && (
        <Suspense fallback={null}>
          <DetailsDialog article={id} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </div>
  )
})

function factsOf({ author, publisher, published, modified, origin, captured, language }: Article): readonly string[] {
  return [
    author && words.details.by(author),
    publisher,
    published && words.details.publishedOn(formatDateText(published)),
    modified && words.details.modifiedOn(formatDateText(modified)),
    words.review.origin[origin],
    words.review.captured(formatDay(captured)),
    languageName(language),
  ].filter(fact => fact !== '')
}
