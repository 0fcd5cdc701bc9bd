import type { Page } from '@playwright/test'
import { expect } from '../fixtures.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { LANTERN } from '../seeds.ts'

/** Words of a point of the article. */
export const POINT = 'cost 3.75 million crowns'

/** The article, in which keys were pressed. */
export async function reviewed(page: Page, ...keys: readonly string[]): Promise<ReviewPage> {
  const review = new ReviewPage(page)
  await review.open(LANTERN)
  await review.press(...keys)
  return review
}

/** An article with annotations that overlap; the card of one is open, with everything filled in. */
export async function withOpenCard(page: Page): Promise<ReviewPage> {
  const review = await reviewed(page, 'ArrowDown', '1', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown', '3')
  await expect(review.openCard.rationale).toBeVisible()
  await review.selectText('more than planned.', 'A second crossing')
  await review.tag('Verified')
  await review.selectText(POINT)
  await review.tag('Disputed')
  const { openCard: card } = review
  await card.rationale.fill('The ledger says something else.')
  await card.button('Add claim').click()
  await card.field('Claimant').fill('Harbour office')
  await card.button('Add evidence').click()
  await card.evidence(1).getByRole('textbox', { name: 'Title' }).fill('Ledger')
  await card.tag.fill('money')
  await review.savedAfter(() => card.tag.press('Enter'))
  return review
}
