import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createOffsetMap } from '../../article-format/offset-map.ts'
import { directionOf } from '../../domain/article.ts'
import { useReview, useReviewStore } from '../../store/use-review.ts'
import { words } from '../../wording/words.ts'
import { ArticleLayers } from './article-layers.tsx'
import { createArticleGeometry, type ArticleGeometry } from './article-geometry.ts'
import { ArticleKeys } from './article-keys.ts'
import { Highlights } from './highlights.ts'
import { ReadOnly } from './read-only.ts'
import { SHEETED_EXTENSIONS, sheetsOf } from './sheets.ts'
import { useArticleEditor, type PlacedEditor } from './use-article-editor.ts'
import { unlessScrolling } from './unless-scrolling.ts'
import './article-view.css'

const LONG = 30_000 // UTF-16 units, from which on only sheets near the viewport are laid out: some ten of them

interface ArticleViewProps {
  /** What the article is scrolled in; in the document before the article is. */
  readonly scroller: HTMLElement
  /** The cards that are in the document now, by annotation: highlights point to no other. */
  readonly cards: ReadonlySet<string>
  /** Hands out the geometry of the shown article: another one whenever text may have moved, `null` when the article goes. */
  onGeometry(geometry: ArticleGeometry | null): void
}

/** The article under review: it can be read, selected and walked through, and not changed. */
export function ArticleView(props: ArticleViewProps) {
  const store = useReviewStore()
  const revision = useReview(state => state.open!.revision)
  const language = useReview(state => state.open!.article.language)
  const isLong = useReview(state => state.open!.text.length > LONG)
  const hasCursor = useReview(state => state.cursor !== null || state.selection !== null)
  const placed = useArticleEditor(`${revision.hash} ${language}`, () => ({
    extensions: [ReadOnly, ArticleKeys.configure({ store }), ...SHEETED_EXTENSIONS, Highlights],
    content: sheetsOf(revision.content),
    injectCSS: false,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-label': words.review.article,
        'aria-readonly': 'true',
        'aria-multiline': 'true',
        'aria-describedby': 'article-hint',
        inputmode: 'none',
        spellcheck: 'false',
        lang: language,
        dir: directionOf(language),
        class: 'article',
      },
    },
  }))
  return (
    <div className="article-frame" data-long={isLong || undefined} data-cursor={hasCursor || undefined}>
      <p id="article-hint" className="visually-hidden">
        {words.review.articleHint}
      </p>
      {placed && <ShownArticle key={revision.hash} {...placed} {...props} />}
    </div>
  )
}

function ShownArticle({ editor, element, scroller, cards, onGeometry }: PlacedEditor & ArticleViewProps) {
  const map = useMemo(() => createOffsetMap(editor.state.doc), [editor])
  const [geometry, setGeometry] = useState<ArticleGeometry | null>(null)
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current!.append(element), [element])

  // Before anything is painted: highlights that came a frame later would shift the text under the reader's eyes.
  useLayoutEffect(() => {
    let width = USUAL_WIDTH
    const measureAgain = () => {
      if (editor.isDestroyed) return
      width = tellWidth(element, width)
      const measured = createArticleGeometry(editor.view, map, scroller)
      setGeometry(measured)
      onGeometry(measured)
    }
    measureAgain()
    const soon = unlessScrolling(scroller, measureAgain)
    // Another width moves every line: cards that followed later would slip away under the pointer.
    const widths = new Map<Element, number>()
    const observer = new ResizeObserver(entries => {
      let isOtherWidth = false
      for (const { target, contentRect } of entries) {
        if (widths.get(target) !== contentRect.width) isOtherWidth = true
        widths.set(target, contentRect.width)
      }
      if (isOtherWidth) measureAgain()
      else soon.call()
    })
    observer.observe(editor.view.dom)
    // What stands above the article comes and goes without changing its size.
    const above = new MutationObserver(measureAgain)
    const column = editor.view.dom.closest('.article-frame')?.parentElement
    if (column) {
      above.observe(column, { childList: true })
      observer.observe(column)
    }
    void document.fonts.ready.then(measureAgain)
    return () => {
      soon.stop()
      observer.disconnect()
      above.disconnect()
      onGeometry(null)
    }
  }, [editor, element, map, scroller, onGeometry])

  return (
    <>
      <div ref={place} />
      {geometry && <ArticleLayers editor={editor} map={map} geometry={geometry} cards={cards} />}
    </>
  )
}

const USUAL_WIDTH = 620 // px, as the style sheet has it too

/** Lets the style sheet know how wide the text is, by which it guesses how high sheets are. Only another width costs anything. */
function tellWidth(element: HTMLElement, known: number): number {
  const width = element.clientWidth
  if (width !== known && width > 0) element.style.setProperty('--column', String(width))
  return width
}
