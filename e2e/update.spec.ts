import { expect, test } from './fixtures.ts'
import { expectAccessibleInAll } from './axe.ts'
import { LibraryPage } from './pages/library-page.ts'
import { LANTERN } from './seeds.ts'

const POINT = 'Repairs cost 3.75 million crowns, 12.5 % more than planned.'
const FIRST = 'The bridge carried 4,250.5 tonnes of freight a day before it closed, the harbour office says.'
const GONE = 'A second crossing, the “Quay Line”, is promised for Jan. 2031.'
const [TITLE = ''] = LANTERN.text.split('\n')

test('V80 V81 V106 the next text of an article shows what became of each statement, and its verdict is stale until confirmed', async ({
  page,
  review,
}) => {
  test.slow() // axe looks at two states four times
  await review.open(LANTERN)
  await review.selectText(POINT)
  await review.tag('Disputed')
  await review.selectText(GONE)
  await review.tag('Unverified')
  await review.clickText(TITLE)
  await review.press('Control+Home', 'ArrowDown')
  await review.savedAfter(() => review.press('1'))

  await page.getByRole('link', { name: 'Update article' }).click()
  const editor = new LibraryPage(page)
  await editor.paste(LANTERN.file)
  await expect(editor.text).toContainText(POINT)
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('alert')).toHaveText('This is the text that is open already.')

  const newer = LANTERN.file.replace('cost 3.75 million', 'cost 4.75 million').replace(`- ${GONE}\n`, '')
  const file = { name: 'newer.txt', mimeType: 'text/plain', buffer: Buffer.from(newer) }
  await page.getByLabel('Open a file').setInputFiles(file)
  const summary = page.getByRole('region', { name: 'What becomes of the statements' })
  await expect(summary).toContainText('Unchanged: 1 · Facts changed: 1 · Gone: 1')
  await expect(summary.getByRole('listitem').first()).toContainText('Disputed')
  const comparison = page.getByRole('region', { name: 'The two texts compared' })
  const changed = comparison.getByRole('listitem').filter({ hasText: 'crowns' })
  await expect(changed.getByRole('deletion')).toContainText('3.75')
  await expect(changed.getByRole('insertion')).toContainText('4.75')
  await expect(changed.getByRole('list', { name: 'Statements here' })).toContainText('DisputedFacts changed')
  await expect(comparison).toContainText(/\d+ paragraphs unchanged/)
  await expectAccessibleInAll(page, { name: 'summary' })
  await summary.getByRole('button', { name: 'Use this text' }).click()

  await review.isReady()
  await expect(review.article).toContainText('cost 4.75 million')
  await page.getByRole('button', { name: '2 verdicts to confirm' }).click()
  const box = page.getByRole('region', { name: 'Change since the verdict' })
  await expect(box).toContainText('number: 3.75 million → 4.75 million')
  await expect(review.article.locator('mark[data-stale]')).not.toHaveCount(0)
  await expectAccessibleInAll(page, { name: 'stale card', seen: box })
  await review.savedAfter(() => box.getByRole('button', { name: 'The verdict still holds' }).click())
  await expect(review.article.locator('mark[data-stale]')).toHaveCount(0)

  await page.getByRole('button', { name: '1 verdict to confirm' }).click()
  await expect(box).toContainText(GONE)
  await review.selectText('Who pays for that?')
  await review.savedAfter(() => page.getByRole('button', { name: 'Put the open statement here' }).click())
  await review.hasStatements(
    ['verified', FIRST],
    ['disputed', POINT.replace('3.75', '4.75')],
    ['unverified', 'Who pays for that?'],
  )

  await page.getByRole('combobox', { name: 'Text' }).selectOption('1 of 2')
  await expect(review.article).toContainText('cost 3.75 million')
  await page.getByRole('combobox', { name: 'Text' }).selectOption('2, the newest')
  await expect(review.article).toContainText('cost 4.75 million')
  await review.reload()
  await expect(review.article).toContainText('cost 4.75 million')
})
