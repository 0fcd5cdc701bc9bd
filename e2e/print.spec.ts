import { expect, test } from './fixtures.ts'
import { LANTERN } from './seeds.ts'

test('V43 on paper stand the whole article, its marks and the cards, and nothing that only a screen needs', async ({
  page,
  review,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  await review.open(LANTERN)
  await review.press('ArrowDown', '1', 'Control+End', '2')
  await review.savedAfter(() => review.openCard.rationale.fill('Read on paper'))
  await page.emulateMedia({ media: 'print' })
  await expect(review.headerButton('Export')).toBeHidden()
  await expect(review.overview).toBeHidden()
  await expect(review.highlight(LANTERN.title)).toBeVisible()
  await expect(review.highlight('The council has not said…')).toBeVisible()
  await expect(review.cards).toHaveCount(2)
  const heights = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight])
  expect(heights[0]).toBeGreaterThan(heights[1] ?? 0)
})
