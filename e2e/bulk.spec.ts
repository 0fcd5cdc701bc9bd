import { expect, test } from './fixtures.ts'
import { LANTERN } from './seeds.ts'

const [TITLE = '', FIRST = '', SECOND = ''] = LANTERN.text.split('\n')

test('V13 several chosen cards get one verdict or one tag, or are deleted; one undo takes each back', async ({
  page,
  review,
}) => {
  const bulk = page.getByRole('group', { name: 'Chosen annotations' })
  const all = [
    ['verified', TITLE],
    ['disputed', FIRST],
    ['unverified', SECOND],
  ] as const
  await review.open(LANTERN)
  await review.press('ArrowDown', '1', 'ArrowDown', '2', 'ArrowDown', '3', 'Escape')
  await review.hasStatements(...all)

  await test.step('one verdict', async () => {
    await review.card(TITLE).choice.check()
    await review.card('Repairs cost').choice.check()
    await expect(bulk.getByRole('status')).toHaveText('2 chosen')
    await review.savedAfter(() => bulk.getByRole('button', { name: 'Disputed' }).click())
    await review.hasStatements(['disputed', TITLE], ['disputed', FIRST], ['disputed', SECOND])
    await review.savedAfter(() => review.headerButton('Undo').click())
    await review.hasStatements(...all)
  })

  await test.step('one tag', async () => {
    await bulk.getByRole('button', { name: 'Choose all shown' }).click()
    await expect(bulk.getByRole('status')).toHaveText('3 chosen')
    await bulk.getByRole('textbox', { name: 'Add a tag to them' }).fill('to ask again')
    await review.savedAfter(() => bulk.getByRole('button', { name: 'Add tag' }).click())
    await expect(review.filter('Tags', 'to ask again')).toContainText('3')
    await review.savedAfter(() => review.headerButton('Undo').click())
    await expect(review.overview.getByRole('region', { name: 'Tags' })).toBeHidden()
  })

  await test.step('deleted together', async () => {
    await review.card(FIRST).choice.uncheck()
    await review.savedAfter(() => bulk.getByRole('button', { name: 'Delete chosen' }).click())
    await review.hasStatements(['disputed', FIRST])
    await expect(bulk).toBeHidden()
    await review.savedAfter(() => review.headerButton('Undo').click())
    await review.hasStatements(...all)
    await review.reload()
    await review.hasStatements(...all)
  })

  await test.step('chosen with X, and none of them any more with Escape', async () => {
    await review.press('Control+Home', 'x', 'ArrowDown', 'x')
    await expect(bulk.getByRole('status')).toHaveText('2 chosen')
    await review.press('Escape', 'Escape')
    await expect(bulk).toBeHidden()
  })
})
