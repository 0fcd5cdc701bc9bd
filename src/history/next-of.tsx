import type { ReactElement } from 'react'
import { goToAnnotation } from '../article-view/keys/run-key-command.ts'
import type { PlacedAnnotation } from '../store/open-article.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'

interface NextOfProps {
  readonly annotations: readonly PlacedAnnotation[]
  readonly icon: ReactElement
  /** What the button says of so many. */
  readonly label: (count: number) => string
  readonly onLeave: () => void
}

/** How many annotations ask for a look; leads from one to the next. Nothing where none does. */
export function NextOf({ annotations, icon, label, onLeave }: NextOfProps) {
  const store = useReviewStore()
  if (annotations.length === 0) return null

  function toNext() {
    const at = annotations.findIndex(({ id }) => id === store.getState().selected)
    const { id } = annotations[(at + 1) % annotations.length]!
    goToAnnotation(store, id)
    store.getState().requestFocus({ target: 'card', id })
    onLeave()
  }

  return (
    <Button look="outlined" icon={icon} onClick={toNext}>
      {label(annotations.length)}
    </Button>
  )
}
