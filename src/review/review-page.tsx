import { useEffect, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { goToAnnotation } from '../article-view/keys/run-key-command.ts'
import type { ArticleGeometry } from '../article-view/view/article-geometry.ts'
import { ArticleView } from '../article-view/view/article-view.tsx'
import { directionOf } from '../domain/article.ts'
import { HistoryPanel } from '../history/history-panel.tsx'
import type { OpenProblem } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { NARROW, useMediaQuery } from '../ui/use-media-query.ts'
import { words } from '../wording/words.ts'
import { Announcer } from './announcer.tsx'
import { ArticleByline } from './article-byline.tsx'
import { CardColumn } from './card-column.tsx'
import { KeyHints } from './key-hints.tsx'
import { Overview } from './overview.tsx'
import { ResumeBar } from './resume-bar.tsx'
import { TickRail } from './tick-rail.tsx'
import { useActivity } from './use-activity.ts'
import './review-page.css'

interface ReviewPageProps {
  readonly article: string
  /** The statement that the address names. */
  readonly statement: string | null
  /** What is asked or told in passing, such as the question for the reviewer's name; it must not move the text. */
  readonly notices: ReactNode
  /** Stands after the first hint, where nobody has tagged anything yet. */
  readonly hint: ReactNode
  /** Shown at the end of the foot of the page. */
  readonly aside: ReactNode
}

/** One article under review: overview, article, cards. */
export function ReviewPage({ article, statement, notices, hint, aside }: ReviewPageProps) {
  const store = useReviewStore()
  const isOpen = useReview(state => state.open?.article.id === article)
  const problem = useReview(state => state.openProblem)

  useEffect(() => {
    void store.getState().openArticle(article)
  }, [store, article])
  useEffect(() => () => store.getState().closeArticle(), [store])

  if (problem) return <CannotOpen problem={problem} />
  if (!isOpen) return <p className="review-opening">{words.common.opening}</p>
  return <OpenReview key={article} statement={statement} notices={notices} hint={hint} aside={aside} />
}

function CannotOpen({ problem }: { readonly problem: OpenProblem }) {
  const { review } = words
  return (
    <main className="review-problem">
      <h1>{problem.kind === 'erased-elsewhere' ? review.erasedTitle : review.cannotOpenTitle}</h1>
      <p role="alert">{sentenceOf(problem)}</p>
      <Link href="/library">{review.toLibrary}</Link>
    </main>
  )
}

function sentenceOf(problem: OpenProblem): string {
  if (problem.kind === 'no-such-article') return words.review.noSuchArticle
  if (problem.kind === 'erased-elsewhere') return words.review.erasedElsewhere
  const { problem: stopped } = problem
  // The other kinds of damage are the whole library's.
  const isArticles = stopped.kind === 'damaged' && stopped.damage.kind === 'unreadable'
  return isArticles ? words.review.articleDamaged : words.common.cannotStart[stopped.kind]
}

const NO_CARDS: ReadonlySet<string> = new Set()

function OpenReview({ statement, notices, hint, aside }: Omit<ReviewPageProps, 'article'>) {
  const store = useReviewStore()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [geometry, setGeometry] = useState<ArticleGeometry | null>(null)
  const [cards, setCards] = useState(NO_CARDS)
  const isNarrow = useMediaQuery(NARROW)
  const { parts } = words.trouble
  const direction = useReview(state => directionOf(state.open!.article.language))
  useActivity(store)
  useScrollPlace(scroller, geometry)

  useStatementOfAddress(statement, geometry !== null)

  return (
    <div className="review" dir={direction}>
      <ErrorBoundary part={parts.overview}>
        <Overview />
      </ErrorBoundary>
      <main className="review-scroller" ref={setScroller}>
        <div className="review-columns">
          <div className="review-article">
            <ErrorBoundary part={parts.byline}>
              <ResumeBar />
              <FirstHint hint={hint} />
              <ArticleByline />
            </ErrorBoundary>
            <ErrorBoundary part={parts.article}>
              {scroller && <ArticleView scroller={scroller} cards={cards} onGeometry={setGeometry} />}
            </ErrorBoundary>
          </div>
          <ErrorBoundary part={parts.annotations}>
            <CardColumn
              scroller={scroller}
              geometry={geometry}
              notices={isNarrow ? notices : null}
              onCards={setCards}
            />
          </ErrorBoundary>
        </div>
      </main>
      <HistoryPanel />
      <ErrorBoundary part={parts.foot}>
        <TickRail geometry={geometry} scroller={scroller} />
        {!isNarrow && <div className="review-notices">{notices}</div>}
        <KeyHints aside={aside} />
        <Announcer />
      </ErrorBoundary>
    </div>
  )
}

/** Opens the statement that the address names, once the article is there. */
function useStatementOfAddress(statement: string | null, isReady: boolean): void {
  const store = useReviewStore()
  useEffect(() => {
    if (!isReady || statement === null) return
    if (store.getState().open?.annotations.has(statement)) goToAnnotation(store, statement)
    else store.getState().notify({ kind: 'no-such-statement' })
  }, [store, isReady, statement])
}

/** One line for who has not tagged anything here yet. */
function FirstHint({ hint }: { readonly hint: ReactNode }) {
  const store = useReviewStore()
  // Stays until the article is left: going away with the first tag it would move the text.
  const [isUntouched] = useState(() => store.getState().open!.annotations.size === 0 && !store.getState().resumable)
  if (!isUntouched) return null
  return (
    <p className="article-hint">
      {words.review.firstHint} {hint}
    </p>
  )
}

const STILL_AFTER = 100 // ms without a scroll event; to find the place takes a good part of a frame

/** Tells the store which text is at the top of the view, and goes back there when the reviewer resumes. */
function useScrollPlace(scroller: HTMLElement | null, geometry: ArticleGeometry | null): void {
  const store = useReviewStore()
  useEffect(() => {
    if (!scroller || !geometry) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      clearTimeout(timer)
      timer = undefined
      const isAtTop = scroller.scrollTop < 40
      store.getState().scrolledTo(isAtTop ? 0 : geometry.offsetsInView().from)
    }
    const scrolled = () => {
      clearTimeout(timer)
      timer = setTimeout(tell, STILL_AFTER)
    }
    // The first key goes to the segment at the top of the view.
    const keyed = () => timer !== undefined && tell()
    const resumed = store.subscribe((state, before) => {
      if (before.resumable && !state.resumable && state.topOffset > 0 && state.topOffset !== before.topOffset) {
        geometry.scrollToOffset(state.topOffset)
      }
    })
    scroller.addEventListener('scroll', scrolled, { passive: true })
    window.addEventListener('keydown', keyed, { capture: true })
    return () => {
      clearTimeout(timer)
      scroller.removeEventListener('scroll', scrolled)
      window.removeEventListener('keydown', keyed, { capture: true })
      resumed()
    }
  }, [store, scroller, geometry])
}
