import { cardId } from './card-id.ts'
import type { Emphasis } from './highlight.ts'

/** What stands out among the highlights: they are few, so a change of it looks at no other. */
export interface Emphasised {
  readonly selected: string | null
  /** The annotations whose cards are in the document. */
  readonly cards: ReadonlySet<string>
}

export const NO_EMPHASIS: Emphasised = { selected: null, cards: new Set() }

/** How one annotation stands out. */
export function emphasisOf(id: string, { selected, cards }: Emphasised): Emphasis {
  return { isSelected: id === selected, card: cards.has(id) ? cardId(id) : null }
}

/** The annotations that stand out in only one of the two, or in another way. */
export function movedEmphasis(before: Emphasised, after: Emphasised): ReadonlySet<string> {
  const moved = new Set<string>()
  if (before.selected !== after.selected) {
    for (const id of [before.selected, after.selected]) if (id !== null) moved.add(id)
  }
  if (before.cards === after.cards) return moved
  for (const id of before.cards) if (!after.cards.has(id)) moved.add(id)
  for (const id of after.cards) if (!before.cards.has(id)) moved.add(id)
  return moved
}
