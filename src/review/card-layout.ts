/** A card that wants to stand level with its text, in px. */
export interface CardBox {
  /** Where the first line of its statement is. */
  readonly wanted: number
  readonly height: number
}

/**
 * Places cards so that none overlap: the pinned one stands level with its text, those after it move down and those
 * before it up as far as they must. Cards come in text order; answers the top of each in px, in the same order.
 */
export function layoutCards(cards: readonly CardBox[], pinned: number, gap: number): readonly number[] {
  const tops: number[] = []
  let free = 0
  for (const { wanted, height } of cards) {
    const top = Math.max(wanted, free)
    tops.push(top)
    free = top + height + gap
  }
  if (cards[pinned]) pullUp(cards, tops, pinned, gap)
  return tops
}

/** Moves the pinned card up to its text, the cards before it out of its way, and lets those after it follow. */
function pullUp(cards: readonly CardBox[], tops: number[], index: number, gap: number): void {
  const roomAbove = cards.slice(0, index).reduce((sum, { height }) => sum + height + gap, 0)
  tops[index] = Math.max(cards[index]!.wanted, roomAbove)
  for (let above = index - 1; above >= 0; above -= 1) {
    tops[above] = Math.min(tops[above]!, tops[above + 1]! - gap - cards[above]!.height)
  }
  for (let below = index + 1; below < cards.length; below += 1) {
    tops[below] = Math.max(cards[below]!.wanted, tops[below - 1]! + cards[below - 1]!.height + gap)
  }
}
