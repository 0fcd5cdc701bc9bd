import { useId } from 'react'
import { directionOf } from '../domain/article.ts'
import type { RestoredArticle, RestorePreview } from '../domain/restore.ts'
import { formatMoment } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import './restore-preview-list.css'

interface RestorePreviewListProps {
  readonly name: string
  readonly preview: RestorePreview
}

/** What a backup holds, article by article, and what of it is new here. */
export function RestorePreviewList({ name, preview }: RestorePreviewListProps) {
  const heading = useId()
  const {
    origin,
    articles,
    annotations,
    list,
    skipped,
    newVersions,
    newOriginals,
    newWithheld,
    newTrustedKeys,
    foreign,
  } = preview
  const news = newVersions + newOriginals + newWithheld + newTrustedKeys + foreign
  const isAllHere = news === 0 && !list.some(({ isNew }) => isNew)
  const more = list.length - SHOWN
  return (
    <section className="restore-preview" aria-labelledby={heading}>
      <h3 id={heading}>{words.backup.holds(name)}</h3>
      <p role="status">
        {words.backup.made(formatMoment(origin.created))}. {words.backup.size(articles, annotations)}.
        {skipped > 0 && ` ${words.backup.skipped(skipped)}`}
        {newWithheld > 0 && ` ${words.backup.withheldNew(newWithheld)}`}
        {newTrustedKeys > 0 && ` ${words.backup.keysNew(newTrustedKeys)}`}
        {foreign > 0 && ` ${words.backup.foreign(foreign)}`}
        {isAllHere && ` ${words.backup.allHere}`}
      </p>
      {list.length > 0 && (
        <ul className="restore-preview-list" tabIndex={0} aria-labelledby={heading}>
          {list.slice(0, SHOWN).map(article => (
            <ArticleLine key={article.id} article={article} />
          ))}
          {more > 0 && <li>{words.backup.moreArticles(more)}</li>}
        </ul>
      )}
    </section>
  )
}

const SHOWN = 200 // lines that anybody reads

function ArticleLine({ article }: { readonly article: RestoredArticle }) {
  const { name, language, annotations, newAnnotations } = article
  return (
    <li>
      <span className="restore-preview-name" lang={language} dir={directionOf(language)}>
        {name}
      </span>
      <span className="restore-preview-count">{words.backup.articleLine(annotations, newAnnotations)}</span>
      <span className="restore-preview-news">{newsOf(article)}</span>
    </li>
  )
}

function newsOf({ isNew, isBinned, newVersions, newOriginals }: RestoredArticle): string {
  const added = [
    ...(newVersions > 0 ? [words.backup.versionsNew(newVersions)] : []),
    ...(newOriginals > 0 ? [words.backup.originalsNew(newOriginals)] : []),
  ]
  const news = isNew ? [words.backup.newArticle] : added.length > 0 ? added : [words.backup.nothingNew]
  return [...news, ...(isBinned ? [words.backup.inBin] : [])].join(' · ')
}
