import { Plus, Trash2 } from 'lucide-react'
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { STACKED, useMediaQuery } from '../ui/use-media-query.ts'
import { VirtualList } from '../ui/virtual-list.tsx'
import { pageWords } from '../wording/page-words.ts'
import { ArticleRow } from './article-row.tsx'
import { libraryEntries, matchingEntries, type LibraryEntry } from './library-entries.ts'
import { RenameDialog } from './rename-dialog.tsx'
import './library-page.css'

const DetailsDialog = lazy(async () => ({ default: (await import('../details/details-dialog.tsx')).DetailsDialog }))

interface LibraryPageProps {
  /** Asks for the import dialog. */
  readonly onImport: () => void
}

/** The articles of this device: find, open, rename, delete, or begin a new one. */
export function LibraryPage({ onImport }: LibraryPageProps) {
  const entries = useLibraryEntries()
  const [, navigate] = useLocation()
  return (
    <main className="library-page">
      <header className="library-page-header">
        <h1>{pageWords.library.title}</h1>
        <p className="library-page-count">{pageWords.library.articleCount(entries.length)}</p>
        <Link href="/bin" className="library-page-bin">
          <Trash2 size={15} aria-hidden />
          {pageWords.library.bin}
        </Link>
        <Button look="solid" icon={<Plus size={16} aria-hidden />} onClick={() => navigate('/new')}>
          {pageWords.library.newArticle}
        </Button>
      </header>
      {entries.length === 0 ? <EmptyLibrary onImport={onImport} /> : <ArticleList entries={entries} />}
    </main>
  )
}

function useLibraryEntries(): readonly LibraryEntry[] {
  const shelf = useReview(state => state.shelf)
  const articles = useReview(state => state.articles)
  const tallies = useReview(state => state.tallies)
  return useMemo(() => libraryEntries({ shelf, articles, tallies }), [shelf, articles, tallies])
}

function EmptyLibrary({ onImport }: LibraryPageProps) {
  return (
    <section className="library-page-empty">
      <h2>{pageWords.library.emptyTitle}</h2>
      <p>{pageWords.library.empty}</p>
      <Button look="outlined" onClick={onImport}>
        {pageWords.library.openSet}
      </Button>
      <Link href="/restore">{pageWords.library.restore}</Link>
    </section>
  )
}

function ArticleList({ entries }: { readonly entries: readonly LibraryEntry[] }) {
  const store = useReviewStore()
  const [query, setQuery] = useState('')
  const [renaming, setRenaming] = useState<LibraryEntry | null>(null)
  const [describing, setDescribing] = useState<LibraryEntry | null>(null)
  const isStacked = useMediaQuery(STACKED)
  const search = useRef<HTMLInputElement>(null)
  const shownQuery = useDeferredValue(query)
  const shown = useMemo(() => matchingEntries(entries, shownQuery), [entries, shownQuery])
  const remove = useCallback(
    ({ shelf }: LibraryEntry) => {
      store.getState().deleteArticle(shelf.article)
      store.getState().notify({ kind: 'article-deleted', article: shelf.article, name: shelf.name })
      search.current?.focus() // the button that had the focus is gone with its row
    },
    [store],
  )
  return (
    <>
      <TextField
        ref={search}
        type="search"
        label={pageWords.library.search}
        placeholder={pageWords.library.searchHint}
        value={query}
        onChange={event => setQuery(event.currentTarget.value)}
      />
      <p className="visually-hidden" role="status">
        {shownQuery.trim() !== '' && pageWords.library.found(shown.length)}
      </p>
      {shown.length === 0 && <NothingFound query={shownQuery} onClear={() => setQuery('')} />}
      {shown.length > 0 && (
        <VirtualList
          items={shown}
          rowHeight={isStacked ? STACKED_ROW_HEIGHT : ROW_HEIGHT}
          className="library-page-list"
          label={pageWords.library.articles}
          keyOf={keyOf}
        >
          {entry => <ArticleRow {...entry} onRename={setRenaming} onEditDetails={setDescribing} onDelete={remove} />}
        </VirtualList>
      )}
      {renaming && <RenameDialog entry={renaming.shelf} onClose={() => setRenaming(null)} />}
      {describing && (
        <Suspense fallback={null}>
          <DetailsDialog article={describing.shelf.article} onClose={() => setDescribing(null)} />
        </Suspense>
      )}
    </>
  )
}

const ROW_HEIGHT = 71 // px, where the name takes one line
const STACKED_ROW_HEIGHT = 115 // px, on a phone

function keyOf({ shelf }: LibraryEntry): string {
  return shelf.article
}

function NothingFound({ query, onClear }: { readonly query: string; readonly onClear: () => void }) {
  return (
    <div className="library-page-empty">
      <p>{pageWords.library.noneFound(query.trim())}</p>
      <Button look="outlined" onClick={onClear}>
        {pageWords.library.clearSearch}
      </Button>
    </div>
  )
}
