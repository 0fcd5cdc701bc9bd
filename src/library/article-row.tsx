import { Ellipsis, Info, PencilLine, RefreshCw, Trash2 } from 'lucide-react'
import { memo } from 'react'
import { Link } from 'wouter'
import type { Article } from '../domain/article.ts'
import type { Tally } from '../domain/library.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { ThinBar } from '../ui/thin-bar.tsx'
import { formatDay } from '../wording/dates.ts'
import { languageName } from '../wording/language-names.ts'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import type { LibraryEntry } from './library-entries.ts'
import { sourceHost } from './source-host.ts'
import { VerdictCounts } from './verdict-counts.tsx'
import './article-row.css'

interface ArticleRowProps extends LibraryEntry {
  readonly onRename: (entry: LibraryEntry) => void
  readonly onEditDetails: (entry: LibraryEntry) => void
  readonly onDelete: (entry: LibraryEntry) => void
}

/** One article of the library. Its parts keep their identity while nothing changed, so a row renders only when it must. */
export const ArticleRow = memo(function ArticleRow({
  shelf,
  article,
  tally,
  onRename,
  onEditDetails,
  onDelete,
}: ArticleRowProps) {
  const entry = { shelf, article, tally }
  return (
    <div className="article-row">
      <div className="article-row-about">
        <h2>
          <Link href={`/article/${shelf.article}`}>
            <bdi>{shelf.name}</bdi>
          </Link>
        </h2>
        <p className="article-row-source">{about(article, shelf.added)}</p>
      </div>
      <Progress tally={tally} />
      <Menu
        trigger={
          <Button className="article-row-menu" icon={<Ellipsis size={18} aria-hidden />} iconOnly>
            {pageWords.library.moreActions(shelf.name)}
          </Button>
        }
        items={[
          {
            label: pageWords.library.rename,
            icon: <PencilLine size={16} aria-hidden />,
            onSelect: () => onRename(entry),
          },
          {
            label: words.details.edit,
            icon: <Info size={16} aria-hidden />,
            onSelect: () => onEditDetails(entry),
          },
          {
            label: pageWords.library.delete,
            icon: <Trash2 size={16} aria-hidden />,
            onSelect: () => onDelete(entry),
          },
        ]}
      />
    </div>
  )
})

function Progress({ tally }: { readonly tally: Tally | undefined }) {
  const stale = tally?.stale ?? 0
  if (!tally) return <p className="article-row-progress article-row-source">{pageWords.library.notOpened}</p>
  return (
    <div className="article-row-progress">
      <div className="article-row-numbers">
        <span>{pageWords.library.reviewed(tally.reviewed, tally.segments)}</span>
        <VerdictCounts counts={tally.verdicts} />
        {stale > 0 && (
          <span className="article-row-stale">
            <RefreshCw size={14} aria-hidden />
            {words.changes.next(stale)}
          </span>
        )}
      </div>
      <ThinBar value={tally.reviewed} max={tally.segments} />
    </div>
  )
}

function about({ origin, sourceUrl, language }: Article, added: string): string {
  const source = sourceHost(sourceUrl) || pageWords.library.origin(origin)
  return [source, languageName(language), pageWords.library.added(formatDay(added))].join(' · ')
}
