import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { BinPage } from './pages/bin-page.ts'
import { LibraryPage } from './pages/library-page.ts'
import { LANTERN, MOONLIGHT } from './seeds.ts'
import { storedRecords } from './stored-records.ts'

const [TITLE = '', FIRST = ''] = LANTERN.text.split('\n')

test('V48 V50 the bin gives back articles and annotations and keeps in step with other tabs, which close what it erases', async ({
  context,
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  await review.savedAfter(() => review.openCard.rationale.fill('Worth keeping'))
  await review.press('Delete', 'ArrowDown', '2')
  await review.savedAfter(() => review.press('Delete'))
  const library = new LibraryPage(page)
  await library.open()
  await library.choose(MOONLIGHT.title, 'Delete')
  const bin = new BinPage(page)
  await bin.open()

  await expect(page.getByText('1 article and 2 deleted annotations')).toBeVisible()
  await expect(bin.articles).toHaveCount(1)
  await expect(bin.articles).toContainText(/not opened yet · in the bin since \d/)
  await expect(bin.annotationsOf(LANTERN.title)).toHaveCount(2)
  await expect(bin.annotationsOf(LANTERN.title).first()).toContainText('Verified')
  await expect(bin.annotationsOf(LANTERN.title).first()).toContainText('Worth keeping')
  await page.getByRole('button', { name: `History of “${TITLE}”` }).click()
  await expect(page.getByRole('heading', { name: 'Version 3' })).toBeVisible()

  await review.savedAfter(() => bin.restore(MOONLIGHT.title).click())
  await expect(bin.said).toHaveText(`“${MOONLIGHT.title}” is in the library again.`)
  await expect(page.getByText('was put in the bin')).toHaveCount(0)
  await expect(bin.heading).toBeFocused()
  await page.keyboard.press('Tab') // empty the bin
  await page.keyboard.press('Tab') // to the library
  await page.keyboard.press('Tab') // the article
  await page.keyboard.press('Tab')
  await expect(bin.restore(TITLE)).toBeFocused()
  await review.savedAfter(() => page.keyboard.press('Enter'))
  await expect(bin.said).toContainText('Restored into')
  await page.reload()
  await expect(bin.annotationsOf(LANTERN.title)).toHaveCount(1)
  await page.getByRole('link', { name: LANTERN.title }).click()
  await review.isReady()
  await review.hasStatements(['verified', TITLE])
  await library.open()
  await expect(library.row(MOONLIGHT.title)).toBeVisible()
  await expect(library.row(LANTERN.title)).toContainText('1 of 17 reviewed')

  await review.open(LANTERN)
  const there = new BinPage(await context.newPage())
  await there.open()
  await there.restore(FIRST).click()
  await expect(there.page.getByText('The bin is empty.')).toBeVisible()
  await review.hasStatements(['verified', TITLE], ['disputed', FIRST])
  await review.press('Control+Home')
  await review.savedAfter(() => review.press('Delete'))
  await expect(there.annotationsOf(LANTERN.title)).toHaveCount(1)
  await review.savedAfter(() => review.headerButton('Undo').click())
  await expect(there.page.getByText('The bin is empty.')).toBeVisible()

  const libraryThere = new LibraryPage(there.page)
  await libraryThere.open()
  await libraryThere.choose(LANTERN.title, 'Delete')
  await there.open()
  await there.erase(LANTERN.title).click()
  await there.confirm()
  await expect(page.getByRole('alert')).toContainText('It was erased for good from the bin in another Factmark tab')
  await expectAccessible(page, 'article that another tab has erased')
  await page.getByRole('link', { name: 'Go to the library' }).click()
  await expect(library.articles).toHaveCount(2)
  expect(await storedRecords(page)).not.toContain('"verdict":"verified"')
})

test('V49 emptying the bin, by keys alone, asks twice, says what goes, and leaves nothing of it', async ({
  page,
  review,
}) => {
  await review.open(MOONLIGHT)
  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('1'))
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  await review.savedAfter(() => review.openCard.rationale.fill('Nobody may read this again'))
  await review.press('Delete', 'ArrowDown')
  await review.savedAfter(() => review.press('2'))
  const library = new LibraryPage(page)
  await library.open()
  await library.choose(MOONLIGHT.title, 'Delete')
  const bin = new BinPage(page)
  await bin.open()
  const empty = page.getByRole('button', { name: 'Empty the bin' })
  await empty.press('Enter')
  await expect(bin.dialog).toContainText('This erases 1 article and 1 deleted annotation for good')
  await expect(bin.dialog).toContainText('It cannot be undone.')
  await expect(bin.dialog).toContainText(
    'Snapshots on this device, backups and files that were made before still hold it.',
  )
  await expectAccessible(page, 'first question')
  await page.keyboard.press('Escape')
  await expect(empty).toBeFocused()
  expect(await storedRecords(page)).toContain('Nobody may read this again')

  await empty.press('Enter')
  await expect(bin.dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  await page.keyboard.press('Tab') // keep it
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(bin.dialog).toContainText('Last question')
  await expect(bin.dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(bin.said).toHaveText('Erased for good.')
  await expect(bin.heading).toBeFocused()
  await expect(page.getByText('The bin is empty.')).toBeVisible()
  await expect(page.getByText('was put in the bin')).toHaveCount(0)
  await expectAccessible(page, 'empty bin')
  const stored = await storedRecords(page)
  expect(stored).not.toContain('Nobody may read this again')
  expect(stored).not.toContain(MOONLIGHT.title)
  await page.reload()
  await expect(page.getByText('The bin is empty.')).toBeVisible()
  await library.open()
  await expect(library.articles).toHaveCount(2)
  await review.open(LANTERN)
  await review.hasStatements(['disputed', FIRST])
  await expect(review.overview.getByRole('button', { name: /deleted$/ })).toHaveCount(0)
})
