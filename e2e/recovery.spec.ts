import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { damageLibrary } from './damage-library.ts'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { StoragePage } from './pages/storage-page.ts'
import { LANTERN } from './seeds.ts'
import { withoutSavePicker } from './without-pickers.ts'

const [TITLE = '', FIRST = ''] = LANTERN.text.split('\n')
const SET = 'Annotation set (W3C)'

test.beforeEach(async ({ page, review }) => {
  await withoutSavePicker(page)
  await review.open(LANTERN)
  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('1'))
  const storage = new StoragePage(page)
  await storage.snapshotOf('1 annotation')
})

test('S72 a library that is gone comes back from the snapshot with one click', async ({ page, review }) => {
  await openLantern(page)
  const set = await exportSet(page)
  await damageLibrary(page, 'delete')
  await page.goto('./')
  await expect(page.getByRole('heading', { name: 'Your library is not what it was' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('The database of your library is gone.')
  await expect(page.getByText(/^3 articles, 1 annotation, last saved /)).toBeVisible()
  await expect(page.getByText('Nothing', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Restore the snapshot of / }).click()
  await review.isReady()
  await openLantern(page)
  await review.hasStatements(['verified', TITLE])
  expect(await exportSet(page)).toBe(set)
  await review.press('ArrowDown', 'ArrowDown')
  await review.savedAfter(() => review.press('2'))
  await review.reload()
  await review.hasStatements(['verified', TITLE], ['disputed', FIRST])
})

test('S72 S77 a library that is gone with all that was remembered of it comes back too, with keys alone', async ({
  page,
  review,
}) => {
  await damageLibrary(page, 'delete')
  await page.evaluate(() => localStorage.clear())
  await page.goto('./')
  await expect(page.getByRole('heading', { name: 'Your library is not what it was' })).toBeVisible()
  await expect(page.getByText(/^At least 3 articles, 1 annotation, as copied /)).toBeVisible()
  const restore = page.getByRole('button', { name: /^Restore the snapshot of / })
  for (let presses = 0; presses < 5; presses += 1) {
    if (await restore.evaluate(button => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(restore).toBeFocused()
  await page.keyboard.press('Enter')
  await review.isReady()
  await openLantern(page)
  await review.hasStatements(['verified', TITLE])
})

test('S72 S85 a library that was emptied comes back from a backup file in three actions', async ({ page, review }) => {
  const backup = await new StoragePage(page).save()
  await openLantern(page)
  const set = await exportSet(page)
  await damageLibrary(page, 'empty')
  await page.goto('./')
  await expect(page.getByRole('alert')).toContainText('The database of your library was emptied.')
  await page.getByRole('button', { name: 'Restore a backup file' }).click()
  const storage = new StoragePage(page)
  await storage.choose(backup.bytes, backup.name)
  await storage.restore.click()
  await review.isReady()
  await openLantern(page)
  expect(await exportSet(page)).toBe(set)
})

test('S72 a library of which a part is gone keeps what is left beside what comes back', async ({ page, review }) => {
  await damageLibrary(page, 'versions')
  await page.goto('./')
  await expect(page.getByRole('alert')).toContainText('Part of your library is gone.')
  await page.getByRole('button', { name: /^Restore the snapshot of / }).click()
  await review.isReady()
  await openLantern(page)
  await review.hasStatements(['verified', TITLE])
})

test('S72 what can still be read can be saved, and a person may go on with what is there', async ({ page, review }) => {
  await damageLibrary(page, 'versions')
  await page.goto('./')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save what can still be read' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^factmark-rescued-.*\.jsonl$/)
  expect(readFileSync(await download.path(), 'utf8')).toContain('"store":"articles"')
  await expect(page.getByText(/^Saved: .* as factmark-rescued-/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your library is not what it was' })).toBeVisible()

  await page.getByRole('button', { name: 'Go on with what is there' }).click()
  await review.isReady()
  await openLantern(page)
  await review.hasStatements()
  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('3'))
  await review.reload()
  await review.hasStatements(['unverified', TITLE])
})

test('S72 S75 S77 starting anew is asked twice, begins with an empty library, and is not asked again', async ({
  page,
  review,
}) => {
  await damageLibrary(page, 'delete')
  await page.goto('./')
  await expect(page.getByRole('button', { name: 'Go on with what is there' })).toBeHidden()
  await page.getByRole('button', { name: 'Start anew' }).click()
  const question = page.getByRole('dialog', { name: 'Start anew?' })
  await expect(question.getByRole('button', { name: 'Go back' })).toBeFocused()
  await question.getByRole('button', { name: 'Go back' }).click()
  await page.getByRole('button', { name: 'Start anew' }).click()
  await question.getByRole('button', { name: 'Delete and start anew' }).click()
  await review.isReady()
  await review.hasStatements()
  await expect(page.getByText(/^A library with 3 articles and 1 annotation was here before/)).toBeVisible()
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await review.isReady()
})

test('S72 a library of a newer program is left alone, and can be taken out as it is', async ({ page }) => {
  await damageLibrary(page, 'newer')
  await page.goto('./')
  await expect(page.getByRole('heading', { name: 'This library was written by a newer Factmark' })).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save what can still be read' }).click(),
  ])
  expect(readFileSync(await download.path(), 'utf8')).toContain(TITLE)
})

async function exportSet(page: Page): Promise<string> {
  return (await new ExportDialog(page).take(SET, { history: true })).text
}

async function openLantern(page: Page): Promise<void> {
  await page.goto('./#/library')
  await page.getByRole('link', { name: LANTERN.title }).click()
}
