import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { damageLibrary } from './damage-library.ts'
import { expect, test } from './fixtures.ts'
import { ExportDialog, type TakenFile } from './pages/export-dialog.ts'
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

test('S72 S77 a library that is gone comes back from the snapshot with one click, or with keys when all else is gone', async ({
  page,
  review,
}) => {
  await openLantern(page)
  const set = await exportSet(page)
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

  await damageLibrary(page, 'delete')
  await page.goto('./')
  await expect(page.getByRole('heading', { name: 'Your library is not what it was' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('The database of your library is gone.')
  await expect(page.getByText(/^3 articles, 1 annotation, last saved /)).toBeVisible()
  await expect(page.getByText('Nothing', { exact: true })).toBeVisible()
  await restore.click()
  await review.isReady()
  await openLantern(page)
  await review.hasStatements(['verified', TITLE])
  expect(await exportSet(page)).toBe(set)
  await review.press('ArrowDown', 'ArrowDown')
  await review.savedAfter(() => review.press('2'))
  await review.reload()
  await review.hasStatements(['verified', TITLE], ['disputed', FIRST])
})

test('S72 S85 an emptied library comes back from a backup in three actions, a lost part beside what is left', async ({
  page,
  review,
}) => {
  const storage = new StoragePage(page)
  const backup = await storage.save()
  await openLantern(page)
  const set = await exportSet(page)
  await damageLibrary(page, 'empty')
  await page.goto('./')
  await expect(page.getByRole('alert')).toContainText('The database of your library was emptied.')
  await page.getByRole('button', { name: 'Restore a backup file' }).click()
  await storage.choose(backup.bytes, backup.name)
  await storage.restore.click()
  await review.isReady()
  await openLantern(page)
  expect(await exportSet(page)).toBe(set)

  await damageLibrary(page, 'versions')
  await page.goto('./')
  await expect(page.getByRole('alert')).toContainText('Part of your library is gone.')
  await page.getByRole('button', { name: /^Restore the snapshot of / }).click()
  await review.isReady()
  await openLantern(page)
  await review.hasStatements(['verified', TITLE])
})

test('S72 S75 S77 what is left is saved and gone on with; starting anew is asked twice; a newer library is left alone', async ({
  page,
  review,
}) => {
  await damageLibrary(page, 'versions')
  await page.goto('./')
  const rescued = await saveWhatIsLeft(page)
  expect(rescued.name).toMatch(/^factmark-rescued-.*\.jsonl$/)
  expect(rescued.text).toContain('"store":"articles"')
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

  await damageLibrary(page, 'delete')
  await page.goto('./')
  await expect(page.getByRole('button', { name: 'Start anew' })).toBeVisible()
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

  await damageLibrary(page, 'newer')
  await page.goto('./')
  await expect(page.getByRole('heading', { name: 'This library was written by a newer Factmark' })).toBeVisible()
  expect((await saveWhatIsLeft(page)).text).toContain(TITLE)
})

async function saveWhatIsLeft(page: Page): Promise<TakenFile> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save what can still be read' }).click(),
  ])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

async function exportSet(page: Page): Promise<string> {
  return (await new ExportDialog(page).take(SET, { history: true })).text
}

async function openLantern(page: Page): Promise<void> {
  await page.goto('./#/library')
  await page.getByRole('link', { name: LANTERN.title }).click()
}
