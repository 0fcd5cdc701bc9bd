import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { goToAnnotation } from '../article-view/keys/run-key-command.ts'
import type { PlacedAnnotation } from '../store/open-article.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'
import { AnnotationCard } from './annotation-card.tsx'

interface CardSheetProps {
  readonly annotations: readonly PlacedAnnotation[]
  readonly notices: ReactNode
  onCards(cards: ReadonlySet<string>): void
}

/** The cards as a sheet at the bottom: the open one, or the whole list, or just a handle. */
export function CardSheet({ annotations, notices, onCards }: CardSheetProps) {
  const store = useReviewStore()
  const selected = useReview(state => state.selected)
  const [isListed, setListed] = useState(false)
  const index = annotations.findIndex(({ id }) => id === selected)
  const open = annotations[index]
  const shown = open ? [open] : isListed ? annotations : []
  const key = shown.map(({ id }) => id).join()
  useEffect(() => onCards(new Set(key === '' ? [] : key.split(','))), [key, onCards])

  const { review } = words
  const isUp = shown.length > 0
  const close = () => {
    store.getState().select(null)
    setListed(false)
  }
  return (
    <div className="card-sheet" data-up={isUp || undefined}>
      <div className="card-sheet-handle">
        <Button
          icon={isUp ? <ChevronDown size={18} aria-hidden /> : <ChevronUp size={18} aria-hidden />}
          aria-expanded={isUp}
          disabled={annotations.length === 0}
          onClick={() => (isUp ? close() : setListed(true))}
        >
          {isUp ? review.closeCard : review.annotationCount(annotations.length)}
        </Button>
        {open && (
          <span className="card-sheet-steps">
            <Button
              icon={<ChevronLeft size={18} aria-hidden />}
              iconOnly
              disabled={index === 0}
              onClick={() => goToAnnotation(store, annotations[index - 1]!.id)}
            >
              {review.previousCard}
            </Button>
            <Button
              icon={<ChevronRight size={18} aria-hidden />}
              iconOnly
              disabled={index === annotations.length - 1}
              onClick={() => goToAnnotation(store, annotations[index + 1]!.id)}
            >
              {review.nextCard}
            </Button>
          </span>
        )}
      </div>
      {isUp && (
        <div className="card-sheet-body">
          {shown.map(annotation => (
            <AnnotationCard key={annotation.id} annotation={annotation} isOpen={annotation === open} />
          ))}
        </div>
      )}
      {notices}
    </div>
  )
}
