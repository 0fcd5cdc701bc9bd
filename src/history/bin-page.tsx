import { Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { ShelfEntry } from '../domain/library.ts'
import type { RemovedAnnotation } from '../domain/shown-annotation.ts'
import type { Erasure } from '../store/review-state.ts'
import { binnedAnnotations, binnedArticles } from '../store/selectors.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { InParts } from '../ui/in-parts.tsx'
import { STACKED, useMediaQuery } from '../ui/use-media-query.ts'
import { VirtualList } from '../ui/virtual-list.tsx'
import { words } from '../wording/words.ts'
import { BinnedArticleRow } from './binned-article-row.tsx'
import { BinnedGroup } from './binned-group.tsx'
import { EraseForGoodDialog } from './erase-for-good-dialog.tsx'
import './quiet.css'
import './removed-list.css'
import './bin-page.css'

/** What was deleted in the whole library: to be restored, or erased for good. */
export function BinPage() {
  const store = useReviewStore()
  const articles = useReview(binnedArticles)
  const groups = useReview(binnedAnnotations)
  const problem = useReview(state => state.binProblem)
  const isRead = useReview(state => state.bin !== null)
  const [done, setDone] = useState({ times: 0, said: '' })
  const [asked, setAsked] = useState<Asked | null>(null)
  const isStacked = useMediaQuery(STACKED)
  const heading = useRef<HTMLHeadingElement>(null)
  const annotations = groups.flatMap(group => group.annotations)
  const isEmpty = articles.length + annotations.length === 0
  const { history } = words

  useEffect(() => {
    void store.getState().openBin()
    return () => store.getState().closeBin()
  }, [store])

  // The row that had the focus is gone, and with a dialog all that could take it was out of reach until now.
  useEffect(() => {
    if (done.times > 0) heading.current?.focus()
  }, [done])

  function tell(said: string) {
    setDone(({ times }) => ({ times: times + 1, said }))
  }

  function restoreArticle(article: string, name: string) {
    store.getState().restoreArticle(article)
    tell(history.restoredArticle(name))
  }

  async function restoreAnnotation(annotation: RemovedAnnotation, name: string) {
    const stopped = await store.getState().restoreAnnotation(annotation)
    tell(stopped ? history.notRestored : history.restoredAnnotation(name))
  }

  return (
    <main className="bin-page">
      <header className="bin-page-header">
        <h1 ref={heading} tabIndex={-1}>
          {history.bin}
        </h1>
        <p className="bin-page-count">{history.inBin(articles.length, annotations.length)}</p>
        {!isEmpty && (
          <Button
            look="danger"
            icon={<Trash2 size={16} aria-hidden />}
            onClick={() =>
              setAsked({
                what: 'bin',
                articles: articles.map(({ article }) => article),
                annotations: annotations.map(({ id }) => id),
              })
            }
          >
            {history.emptyBin}
          </Button>
        )}
      </header>
      <p className="bin-page-help">
        {history.binHelp} <Link href="/library">{words.review.toLibrary}</Link>
      </p>
      <p role="status" className="bin-page-said">
        {done.said}
      </p>
      {problem && (
        <p role="alert" className="bin-page-problem">
          {history.cannotRead}{' '}
          <Button look="outlined" onClick={() => void store.getState().openBin()}>
            {history.tryAgain}
          </Button>
        </p>
      )}
      {isEmpty && isRead && <p className="bin-page-empty">{history.binEmpty}</p>}
      {articles.length > 0 && (
        <section aria-labelledby="bin-articles">
          <h2 id="bin-articles">{history.articles}</h2>
          <VirtualList
            items={articles}
            rowHeight={isStacked ? STACKED_ROW_HEIGHT : ROW_HEIGHT}
            className="bin-list"
            labelledBy="bin-articles"
            keyOf={articleOf}
          >
            {entry => (
              <BinnedArticleRow
                entry={entry}
                onRestore={() => restoreArticle(entry.article, entry.name)}
                onErase={() => setAsked({ what: 'article', articles: [entry.article], annotations: [] })}
              />
            )}
          </VirtualList>
        </section>
      )}
      <InParts items={groups} atOnce={GROUPS_AT_ONCE} more={history.moreGroups}>
        {shown =>
          shown.map(group => (
            <BinnedGroup
              key={group.entry.article}
              {...group}
              onRestore={annotation => void restoreAnnotation(annotation, group.entry.name)}
              onErase={({ id }) => setAsked({ what: 'annotation', articles: [], annotations: [id] })}
            />
          ))
        }
      </InParts>
      {asked && (
        <EraseForGoodDialog
          what={asked.what}
          chosen={asked}
          onClose={() => setAsked(null)}
          onErased={left => {
            setAsked(null)
            tell(left > 0 ? history.eraseLeft(left) : history.erased)
          }}
        />
      )}
    </main>
  )
}

const GROUPS_AT_ONCE = 20 // articles of which deleted annotations are listed
const ROW_HEIGHT = 71 // px, where the name takes one line
const STACKED_ROW_HEIGHT = 110 // px, on a phone

function articleOf({ article }: ShelfEntry): string {
  return article
}

interface Asked extends Erasure {
  readonly what: 'bin' | 'article' | 'annotation'
}
