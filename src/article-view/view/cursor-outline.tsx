import { outlinePath } from './outline-path.ts'
import type { ArticleGeometry } from './article-geometry.ts'
import type { Span } from '../../domain/selector.ts'

interface CursorOutlineProps {
  readonly spans: readonly Span[]
  readonly geometry: ArticleGeometry
}

/** Outlines the segments under the cursor. Drawn above the text, so that moving it changes nothing in the article. */
export function CursorOutline({ spans, geometry }: CursorOutlineProps) {
  const path = spans.map(span => outlinePath(geometry.boxesOf(span))).join(' ')
  return (
    <svg className="cursor-outline" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
