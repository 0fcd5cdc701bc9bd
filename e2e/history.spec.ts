import { expect, test } from './fixtures.ts'
import { HistoryPanel } from './pages/history-panel.ts'
import { LANTERN } from './seeds.ts'

const [TITLE = '', FIRST = ''] = LANTERN.text.split('\n')

test('V44 the history tells who changed what and when, word by word, also what is being typed', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  const { openCard: card } = review
  await review.savedAfter(() => card.rationale.fill('Closed for ten days.'))
  await review.savedAfter(() => card.rationale.fill('Closed for two days.'))
  await review.savedAfter(() => card.verdict('Disputed').check({ force: true }))
  await card.tag.fill('money')
  await review.savedAfter(() => card.tag.press('Enter'))
  await card.button('History').click()

  const history = new HistoryPanel(page)
  await history.hasVersions(5)
  await expect(history.heading).toBeFocused()
  await expect(history.panel.getByRole('blockquote').first()).toHaveText(`“${TITLE}”`)
  await expect(history.version(5)).toContainText('Now')
  await expect(history.version(5)).toContainText('You')
  await expect(history.version(5).getByRole('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT/)
  await expect(history.version(5).getByRole('insertion')).toContainText('money')
  await expect(history.version(4)).toContainText('from Verified to Disputed')
  await expect(history.version(3).getByRole('deletion')).toHaveText(/^\s*removed: ten;\s*$/)
  await expect(history.version(3).getByRole('insertion')).toHaveText(/^\s*added: two;\s*$/)
  await expect(history.version(1)).toContainText('Created')
  await history.version(2).getByText('Whole version').click()
  await expect(history.version(2).getByRole('group')).toContainText('Closed for ten days.')

  await history.close()
  await card.rationale.fill('Closed for two days. Just typed')
  await card.button('History').click()
  await history.hasVersions(6)
  await expect(history.version(6).getByRole('insertion')).toContainText('Just typed')
  await history.close()
  await expect(card.button('History')).toBeFocused()
})

test('V44 V45 a version is restored and that is undone by keys alone; the history follows the card that would open', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1', '2', '3')
  await review.press('h')
  const history = new HistoryPanel(page)
  await history.hasVersions(3)
  await expect(history.heading).toBeFocused()
  await page.keyboard.press('Tab') // the close button
  await page.keyboard.press('Tab') // the newest version has only its whole to show
  await page.keyboard.press('Tab')
  await expect(history.version(2).getByRole('button', { name: 'Restore this version' })).toBeFocused()
  await review.savedAfter(() => page.keyboard.press('Enter'))
  await history.hasVersions(4)
  await expect(history.heading).toBeFocused()
  await review.hasStatements(['disputed', TITLE])
  await expect(history.version(4).getByRole('button', { name: 'Restore this version' })).toHaveCount(0)
  await review.savedAfter(() => page.keyboard.press('Control+z'))
  await review.hasStatements(['unverified', TITLE])
  await page.keyboard.press('Escape')
  await expect(history.panel).toHaveCount(0)
  await expect(review.article).toBeFocused()

  await review.press('ArrowDown', '2', '1')
  await review.openCard.button('History').click()
  await history.hasVersions(2)
  await review.clickText(TITLE)
  await history.hasVersions(5)
  await expect(history.panel.getByRole('blockquote').first()).toHaveText(`“${TITLE}”`)
  await review.clickText(FIRST)
  await history.hasVersions(2)
  await history.close()
  await expect(review.openCard.button('History')).toBeVisible()
})

test('V45 V47 a deleted annotation is listed with its article, and comes back after a reload with its history', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  await review.savedAfter(() => review.openCard.rationale.fill('Still known'))
  await review.press('ArrowDown', '2')
  await review.savedAfter(() => review.press('Delete'))
  await review.press('ArrowUp')
  await review.savedAfter(() => review.press('Delete'))
  await review.reload()
  await review.hasStatements()

  const deleted = review.overview.getByRole('button', { name: '2 deleted' })
  await deleted.click()
  const list = review.overview.getByRole('list', { name: 'Deleted annotations of this article' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByRole('listitem').first()).toContainText(`“${TITLE}”`)
  await expect(list.getByRole('listitem').first()).toContainText('Deleted by You')
  await list.getByRole('button', { name: `History of “${TITLE}”` }).click()
  const history = new HistoryPanel(page)
  await history.hasVersions(3)
  await expect(history.version(3)).toContainText('Deleted')
  await expect(history.version(2).getByRole('insertion')).toContainText('Still known')
  await page.keyboard.press('Escape')

  await review.savedAfter(() => list.getByRole('button', { name: `Restore “${TITLE}”` }).click())
  await review.hasStatements(['verified', TITLE])
  await expect(review.overview.getByRole('button', { name: '1 deleted' })).toBeFocused()
  await expect(review.openCard.rationale).toHaveValue('Still known')
  await review.savedAfter(() => list.getByRole('button', { name: `Restore “${FIRST}”` }).click())
  await review.hasStatements(['verified', TITLE], ['disputed', FIRST])
  await expect(list).toHaveCount(0)
  await expect(review.article).toBeFocused()
  await review.savedAfter(() => review.headerButton('Undo').click())
  await review.hasStatements(['verified', TITLE])
})
