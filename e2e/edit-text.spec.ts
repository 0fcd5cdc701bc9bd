import { expectAccessibleInAll } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { LANTERN } from './seeds.ts'

const POINT = 'Repairs cost 3.75 million crowns, 12.5 % more than planned.'

test('V87 T21 a slip is mended in the text itself: what was not touched stays in its place, a changed fact is shown first', async ({
  page,
  review,
}) => {
  test.slow() // axe looks at one state four times
  await review.open(LANTERN)
  await review.press('ArrowDown', 'ArrowDown')
  await review.savedAfter(() => review.press('1'))
  await review.selectText(POINT)
  await review.savedAfter(() => review.tag('Disputed'))
  const before = await review.statements()

  const text = page.getByRole('textbox', { name: 'Text', exact: true })
  await page.getByRole('link', { name: 'Edit text' }).click()
  await expect(text).toBeFocused()
  await page.keyboard.type('News: ')
  await page.getByRole('link', { name: 'Library' }).first().click()
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible()
  await page.goBack()
  await expect(text.getByRole('heading', { level: 1 })).toHaveText(/^News: /)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Go on editing' }).click()
  await text.focus()
  await page.keyboard.press('Control+s')
  await review.isReady()
  await expect(review.article).toContainText('News: ')
  await expect.poll(() => review.statements()).toEqual(before)
  const earlier = await new ExportDialog(page).take('Annotation set (W3C)')

  await page.getByRole('link', { name: 'Edit text' }).click()
  await expect(text).toBeFocused()
  await text.getByText('Repairs cost').dblclick({ position: { x: 3, y: 10 } })
  await page.keyboard.press('Home')
  for (let step = 0; step < 'Repairs cost 3'.length; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('4')
  await page.keyboard.press('Control+s')
  const summary = page.getByRole('region', { name: 'What becomes of the statements' })
  await expect(summary).toContainText('Unchanged: 1 · Facts changed: 1')
  await expectAccessibleInAll(page, { name: 'edited text' })
  await page.getByRole('button', { name: 'Save this text' }).click()
  await review.isReady()
  await expect(review.article).toContainText('cost 4.75 million')
  await expect(page.getByRole('button', { name: '1 verdict to confirm' })).toBeVisible()
  await review.reload()
  await expect(page.getByRole('button', { name: '1 verdict to confirm' })).toBeVisible()

  const imports = new ImportDialog(page)
  await imports.open()
  await imports.give(earlier.text)
  await expect(imports.dialog).toContainText('1 statement reads differently in the text here')
  await imports.dialog.getByText('2 of 2 annotations come in').click()
  await expect(imports.dialog.getByRole('listitem').filter({ hasText: '3.75' })).toContainText('facts changed here')
})
