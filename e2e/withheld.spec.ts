import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { LANTERN } from './seeds.ts'

const POINT = 'cost 3.75 million crowns'
const SOURCE = 'Call with an engineer of the harbour office'

test('V102 X172 V103 a source is withheld by keys, stays so, is found here, and is in no export and on no paper', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.selectText(POINT)
  await review.tag('Disputed')
  const { openCard: card } = review
  await card.button('Add evidence').click()
  await card.evidence(1).getByRole('textbox', { name: 'Title' }).fill(SOURCE)
  await card.button('Withhold evidence 1').focus()
  await review.savedAfter(() => page.keyboard.press('Enter'))
  const withheld = card.card.getByRole('group', { name: 'Evidence 1, withheld' })
  await expect(withheld).toHaveAccessibleDescription(
    'Stays on this device and in your backups. Not in any export, report or print.',
  )
  await expect(card.button('Release evidence 1')).toBeFocused()
  await review.savedAfter(() => withheld.getByRole('textbox', { name: 'Excerpt' }).fill('He asked not to be named.'))
  await card.button('Add evidence').click()
  await expect(card.evidence(1).getByRole('textbox', { name: 'Question it answers' })).toBeFocused()
  await card.evidence(1).getByRole('textbox', { name: 'Title' }).fill('Ledger')
  await review.reload()
  await expect(review.card(POINT).card).toContainText('1 withheld source')
  await review.search.fill('asked not to be named')
  await expect(review.cards).toHaveCount(1)

  const dialog = new ExportDialog(page)
  await dialog.open()
  for (const format of ['Annotation set (W3C)', 'CSV', 'Markdown'] as const) {
    await dialog.choose(format, { history: format === 'Annotation set (W3C)' })
    await expect(dialog.dialog).toContainText('1 withheld source stays on this device.')
    const { text } = await dialog.download()
    expect(text).toContain(format === 'CSV' ? POINT : 'Ledger')
    expect(text).not.toContain(SOURCE)
    expect(text).not.toContain('asked not to be named')
  }
  await dialog.choose('Annotation set (W3C)')
  await expect(dialog.dialog).toContainText(/earlier versions? that may hold what was withheld stays? too\./)
  await dialog.close()

  await review.search.fill('')
  await review.clickHighlight(POINT)
  const second = card.card.getByRole('group', { name: 'Evidence 2, withheld' })
  await expect(second).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(second).toBeHidden()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const paper = page.getByRole('main')
  await expect(paper.getByText('Ledger')).toBeVisible()
  await expect(paper).not.toContainText(/Call with an engineer|asked not|withheld/i)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })

  await card.button('Release evidence 2').click()
  await expect(card.button('Withhold evidence 2')).toBeFocused()
  await review.savedAfter(() => review.headerButton('Undo').click())
  await expect(second).toBeVisible()
})
