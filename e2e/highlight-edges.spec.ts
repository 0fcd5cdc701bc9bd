import { expect, test } from './fixtures.ts'
import type { ReviewPage } from './pages/review-page.ts'
import { findOnScreen, selectByTouch } from './pages/words-on-screen.ts'
import { LANTERN, MOONLIGHT, type Seed } from './seeds.ts'

const [TITLE = ''] = LANTERN.text.split('\n')
const CABLE = '96.4 tonnes of cable'

test('V56 a selection from the beginning of a highlight is tagged where a line begins, and from right to left', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  await page.keyboard.press('Escape')
  await review.selectText('Lantern Bridge')
  await review.tag('Disputed')
  await review.hasStatements(['verified', TITLE], ['disputed', 'Lantern Bridge'])

  await withTagged(review, MOONLIGHT, 'میلیون سکه اعلام')
  await review.selectText('میلیون سکه')
  await review.tag('Disputed')
  await review.hasStatements(['verified', 'میلیون سکه اعلام'], ['disputed', 'میلیون سکه'])
})

test('V56 a selection from or to the beginning of a highlight is tagged, by mouse, Shift and the caret, or touch', async ({
  page,
  review,
}) => {
  await withTagged(review, LANTERN, CABLE)
  for (const [first, last] of [
    ['end', 'start'],
    ['end', 'sign'],
    ['sign', 'end'],
  ] as const) {
    await test.step(`drawn from its ${first} to its ${last}`, async () => {
      const { start, end } = await findOnScreen(review.article, '96.4 tonnes')
      const places = { start, end, sign: { x: start.x - 8, y: start.y } }
      const [from, to] = [places[first], places[last]]
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 })
      await page.mouse.move(to.x, to.y, { steps: 3 })
      await page.mouse.up()
      await expect(review.bar).toBeVisible()
      await review.tag('Disputed')
      await review.hasStatements(['verified', CABLE], ['disputed', '96.4 tonnes'])
      await review.press('Control+z')
      await review.hasStatements(['verified', CABLE])
    })
  }

  await test.step('with Shift and the caret', async () => {
    await selectByTouch(review.article, 'delivered ')
    await page.keyboard.press('ArrowRight') // the caret goes to the end of what was selected
    for (const _letter of '96.4 tonnes') await page.keyboard.press('Shift+ArrowRight')
    await expect(review.bar).toBeVisible()
    await page.keyboard.press('2')
    await review.hasStatements(['verified', CABLE], ['disputed', '96.4 tonnes'])
    await review.press('Control+z')
    await review.hasStatements(['verified', CABLE])
  })

  await test.step('by touch', async () => {
    await selectByTouch(review.article, '96.4 tonnes')
    await expect(review.bar).toBeVisible()
    await page.keyboard.press('2')
    await review.hasStatements(['verified', CABLE], ['disputed', '96.4 tonnes'])
  })
})

test('H7 overlapping highlights show one sign each, which is no part of the text', async ({ review }) => {
  await withTagged(review, LANTERN, 'delivered 96.4 tonnes of cable; the first')
  await review.selectText(CABLE)
  await review.tag('Disputed')
  await review.selectText('tonnes of cable; the first')
  await review.tag('Unverified')
  await expect(review.cards).toHaveCount(3)
  const signs = () =>
    review.article.evaluate(article =>
      [...article.querySelectorAll('mark')].flatMap(mark => {
        const { content } = getComputedStyle(mark, '::before')
        return content === 'none' ? [] : [`${content} ${mark.textContent}`]
      }),
    )
  await expect.poll(signs).toEqual(['"✓" / "" delivered ', '"✕" / "" 96.4 ', '"?" / "" tonnes of cable'])
  expect(await review.article.evaluate(article => article.textContent)).toBe(LANTERN.text.replaceAll('\n', ''))
})

/** Opens an article and tags these words of it as verified. */
async function withTagged(review: ReviewPage, seed: Seed, words: string): Promise<void> {
  await review.open(seed)
  await review.selectText(words)
  await review.tag('Verified')
  await review.hasStatements(['verified', words])
}
