import { expect, test } from './fixtures.ts'
import { LANTERN } from './seeds.ts'

const [TITLE = '', FIRST = '', SECOND = ''] = LANTERN.text.split('\n')

test('V16, V17 filters and a search show the annotations that they name, and Enter goes from place to place', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1', 'ArrowDown', '2', 'ArrowDown', '2')
  const card = review.openCard
  await card.rationale.fill('The ledger of the town')
  await card.tag.fill('money')
  await review.savedAfter(() => card.tag.press('Enter'))
  await review.press('Escape')
  const tagged = [
    ['verified', TITLE],
    ['disputed', FIRST],
    ['disputed', SECOND],
  ] as const
  const clearFilter = review.overview.getByRole('button', { name: 'Clear filter' })

  await test.step('the verdict filter shows the annotations of the chosen verdicts', async () => {
    await expect(review.filter('Verdicts', 'Disputed')).toHaveAccessibleName(/Disputed.*2/)
    await review.filter('Verdicts', 'Disputed').click()
    await expect(review.filter('Verdicts', 'Disputed')).toHaveAttribute('aria-pressed', 'true')
    await expect(review.cards).toHaveCount(2)
    await review.hasStatements(['disputed', FIRST], ['disputed', SECOND])
    await review.filter('Verdicts', 'Verified').first().click()
    await expect(review.cards).toHaveCount(3)
    await clearFilter.click()
    await review.hasStatements(...tagged)
  })

  await test.step('the tag filter shows the annotations with the tag', async () => {
    await review.filter('Tags', 'money').click()
    await review.hasStatements(['disputed', SECOND])
    await expect(review.cards).toHaveCount(1)
    await review.filter('Verdicts', 'Verified').first().click()
    await review.hasStatements()
    await expect(review.annotations.getByText('No annotation passes the filter.')).toBeVisible()
    await clearFilter.click()
  })

  await test.step('a search marks places in the article and shows the cards that hold the words', async () => {
    await review.search.fill('LEDGER of')
    await expect(review.overview.getByText('0 places in the article, 1 annotation', { exact: true })).toBeVisible()
    await review.hasStatements(['disputed', SECOND])
    await review.search.fill('six weeks')
    await expect(review.overview.getByText('3 places in the article, 0 annotations', { exact: true })).toBeVisible()
    await review.search.press('Escape')
    await expect(review.article).toBeFocused()
    await expect(review.search).toHaveValue('')
    await expect(review.cards).toHaveCount(3)
  })

  await test.step('"/" goes to the search, and Enter to a place, which can be tagged', async () => {
    await review.press('/')
    await expect(review.search).toBeFocused()
    await page.keyboard.type('six weeks')
    await expect(review.overview.getByText(/^3 places in the article/)).toBeVisible()
    await page.keyboard.press('Enter')
    await review.tag('Disputed')
    await review.search.fill('')
    await review.hasStatements(...tagged, ['disputed', 'six weeks'])
  })
})

test('V18 half of a sentence counts as reviewed; "Next unreviewed" goes to what is left, and it ends honestly', async ({
  review,
}) => {
  await review.open(LANTERN)
  await review.hasProgress(0, 17)
  await review.selectText('Repairs cost')
  await review.tag('Verified')
  await review.hasProgress(0, 17)
  await review.selectText('3.75 million crowns, 12.5 %')
  await review.tag('Verified')
  await review.hasProgress(1, 17)
  await review.press('Control+z', 'Control+z', 'Control+Home')
  await review.hasProgress(0, 17)

  const next = review.overview.getByRole('button', { name: 'Next unreviewed' })
  await review.press('1', 'ArrowDown', 'ArrowDown', '0')
  await review.hasProgress(2, 17)
  await next.click()
  await expect(review.article).toBeFocused()
  await review.press('2')
  await review.press('Control+Home', 'u', '3')
  await review.hasStatements(
    ['verified', TITLE],
    ['unverified', FIRST],
    ['disputed', LANTERN.text.split('\n')[3] ?? ''],
  )
  await review.press('Control+Home', ...Array.from({ length: 16 }, () => 'Shift+ArrowDown'), '0')
  await review.hasProgress(17, 17)
  await expect(next).toBeDisabled()
  await expect(review.overview.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('aria-valuenow', '17')
})

test('V19 a tick beside the scroll bar opens its annotation', async ({ page, review }) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  await review.open(LANTERN)
  await review.press('ArrowDown', '1', 'Control+End', '2')
  await review.press('Control+Home')
  await expect(review.openCard.quote).toHaveText(`“${TITLE}”`)
  // For the pointer only, so no role names it: found by its place at the edge of the window. Ticks come a frame after cards.
  const ticks = () =>
    review.article.evaluate(article => {
      const rail = [...document.elementsFromPoint(innerWidth - 14, innerHeight / 2)].find(
        element => element.ariaHidden === 'true',
      )
      if (!rail || article.contains(rail)) throw new Error('No ticks beside the scroll bar.')
      return [...rail.children].map(tick => tick.getBoundingClientRect()).map(({ x, bottom }) => ({ x, bottom }))
    })
  let seen = await ticks()
  await expect
    .poll(async () => {
      const before = JSON.stringify(seen)
      seen = await ticks()
      return seen.length === 2 && JSON.stringify(seen) === before
    })
    .toBe(true)
  const { x, bottom } = seen.at(-1)!
  await page.mouse.click(x + 1, bottom - 1)
  await expect(review.openCard.quote).toHaveText('“The council has not said…”')
  await expect(review.highlight('The council has not said…')).toBeInViewport()
})
