import Papa from 'papaparse'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { MOONLIGHT } from './seeds.ts'

const [TITLE = '', FIRST = '', SECOND = ''] = MOONLIGHT.text.split('\n')
const CODE_POINTS = [...MOONLIGHT.text]

test('V36 a right-to-left article runs from right to left, cards on the left; its cursor, bar and quotes work', async ({
  page,
  review,
}) => {
  await review.open(MOONLIGHT)
  await expect(review.article).toHaveAttribute('dir', 'rtl')
  await expect(review.article).toHaveAttribute('lang', 'fa')
  await test.step('a selection across points is one annotation', async () => {
    await review.selectText('می‌گذشت.', 'هزینهٔ تعمیر')
    await review.savedAfter(() => review.tag('Disputed'))
    await review.hasStatements(['disputed', 'می‌گذشت.\nهزینهٔ تعمیر'])
    await review.press('Control+Home', 'ArrowDown', 'ArrowDown', '3')
    await review.hasStatements(['disputed', 'می‌گذشت.\nهزینهٔ تعمیر'], ['unverified', SECOND])
    await review.press('Control+z', 'Control+z', 'Control+Home')
    await review.hasStatements()
  })

  await review.press('1')
  const [article, card] = [await review.article.boundingBox(), await review.openCard.card.boundingBox()]
  expect(card && article && card.x + card.width <= article.x).toBe(true)

  await review.press('ArrowDown', '2')
  await review.hasStatements(['verified', TITLE], ['disputed', FIRST])
  await review.selectText('میلیون سکه اعلام')
  await test.step('in the bar the arrows go the way they point', async () => {
    await page.keyboard.press('Tab')
    const [first, second] = [review.bar.getByRole('button').nth(0), review.bar.getByRole('button').nth(1)]
    await expect(first).toBeFocused()
    const [a, b] = [await first.boundingBox(), await second.boundingBox()]
    await page.keyboard.press((b?.x ?? 0) > (a?.x ?? 0) ? 'ArrowRight' : 'ArrowLeft')
    await expect(second).toBeFocused()
  })
  await review.savedAfter(() => review.tag('Unverified'))
  await review.hasStatements(['verified', TITLE], ['disputed', FIRST], ['unverified', 'میلیون سکه اعلام'])
  await review.reload()
  await review.clickHighlight('میلیون سکه')
  await expect(review.openCard.quote).toHaveText('“میلیون سکه اعلام”')

  const { name, text } = await new ExportDialog(page).take('CSV')
  expect(name).toMatch(/^پل-مهتاب-.*\.csv$/)
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(data.map(row => row['statement'])).toEqual([TITLE, FIRST, 'میلیون سکه اعلام'])
  for (const row of data) {
    expect(CODE_POINTS.slice(Number(row['start']), Number(row['end'])).join('')).toBe(row['statement'])
  }

  await test.step('the words of the interface keep their direction', async () => {
    const facts = page.getByText('Supplied with Factmark').locator('xpath=ancestor::p[1]').locator('bdi')
    const boxes = await Promise.all((await facts.all()).map(fact => fact.boundingBox()))
    expect(boxes).toHaveLength(3)
    for (const [index, box] of boxes.slice(1).entries()) {
      // To the left of the one before it, with the point that parts them in between.
      expect(box!.x + box!.width).toBeLessThan(boxes[index]!.x - 4)
    }
    await page.setViewportSize({ width: 390, height: 780 })
    await expect(page.getByRole('button', { name: /of 12 reviewed/ })).toHaveCSS('direction', 'ltr')
    await expect(page.getByRole('form', { name: 'Reviewer' })).toHaveCSS('direction', 'ltr')
  })
})
