import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { StoragePage } from './pages/storage-page.ts'
import { LANTERN } from './seeds.ts'
import { emptyFolder, namesInFolder, withFolder, withoutSavePicker } from './without-pickers.ts'

const SNAPSHOTS = 'factmark-snapshots'
const REMINDER = 'Your work is on this device only: there is no backup yet.'

test.beforeEach(async ({ page }) => {
  await withoutSavePicker(page)
  await withFolder(page, 'My backups')
})

test('S68 a chosen folder gets a backup by itself, at once and when the page is hidden; one not allowed any more is named', async ({
  page,
  review,
}) => {
  await withPermissionThatEnds(page)
  await review.open(LANTERN)
  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('1'))
  const storage = new StoragePage(page)
  await storage.open()
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(page.getByText('Backups go into “My backups” automatically.')).toBeVisible()
  await expect(page.getByText(/^Last backup: this minute/)).toBeVisible()
  const first = await namesInFolder(page, 'My backups')
  expect(first).toEqual([expect.stringMatching(/^factmark-auto-\d{4}-\d{2}-\d{2}_\d{6}_[0-9a-f]{8}\.factmark$/)])
  // A backup of the same second would have the same name.
  await emptyFolder(page, 'My backups')

  await page.goBack()
  await review.isReady()
  await review.press('ArrowDown', 'ArrowDown')
  await review.savedAfter(() => review.press('2'))
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(async () => (await namesInFolder(page, 'My backups'))?.length).toBe(1)

  await storage.open()
  await page.evaluate(() => sessionStorage.setItem('allowed', 'prompt'))
  await page.reload()
  await expect(page.getByText(/^The browser no longer lets Factmark write into “My backups”/)).toBeVisible()
  await page.getByRole('button', { name: 'Allow again' }).click()
  await expect(page.getByText('Backups go into “My backups” automatically.')).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('button', { name: 'Choose a folder…' })).toBeVisible()
  expect(await namesInFolder(page, 'My backups')).not.toEqual([])
})

test('S64 S65 S67 S70 the storage page tells what is kept, and offers good snapshots; all is erased but other folders', async ({
  page,
  review,
}) => {
  await withPromise(page)
  await review.open(LANTERN)
  const storage = new StoragePage(page)
  await storage.open()
  await expect(page.getByText(/^It was not asked yet/)).toBeVisible()
  await page.goBack()
  await review.isReady()
  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('1'))
  const snapshot = await storage.snapshotOf('1 annotation')
  await expect(page.getByText('3 articles, 1 annotation, 2 versions kept')).toBeVisible()
  await expect(page.getByText(/used, of about .* that this browser allows\.$/)).toBeVisible()
  await expect(page.getByText(/^It was asked to keep the library, and did not promise it/)).toBeVisible()
  await page.evaluate(() => Object.assign(window, { promises: true }))
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByText('It keeps the library until you erase it.')).toBeVisible()

  await expect(snapshot).toContainText('3 articles, 1 annotation')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    snapshot.getByRole('button', { name: /^Download/ }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^factmark-snapshot-.*\.factmark$/)
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect.poll(async () => (await namesInFolder(page, 'My backups'))?.length).toBe(1)
  await page.getByRole('button', { name: 'Erase everything on this device' }).click()
  const question = page.getByRole('dialog', { name: 'Erase everything?' })
  await expect(question).toContainText('Snapshots are erased too; files in a folder that you chose stay.')
  await question.getByRole('button', { name: 'Continue' }).click()
  await question.getByRole('button', { name: 'Erase now' }).click()
  await review.isReady()
  expect(await namesInFolder(page, SNAPSHOTS)).toBeNull()
  expect(await namesInFolder(page, 'My backups')).toHaveLength(1)

  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('1'))
  await storage.snapshotOf('1 annotation')
  await damageSnapshots(page)
  await page.reload()
  await expect(page.getByText('There is none yet.')).toBeVisible()
})

test.describe('with a clock of its own', () => {
  test.use({ hasOwnProfile: true })

  test('S69 who has worked without a backup is reminded beside the work, at most once a week', async ({
    page,
    review,
  }) => {
    await review.open(LANTERN)
    for (let segment = 0; segment < 6; segment += 1) await review.press('ArrowDown', '1', '2', '3', '1')
    await review.savedAfter(() => review.press('ArrowDown', '1'))
    await page.getByRole('button', { name: 'Not now' }).click() // the question for a name comes first
    await expect(page.getByText(REMINDER)).toBeHidden()

    await review.reload()
    await expect(page.getByText(REMINDER)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Not now' })).not.toBeFocused()
    await page.getByRole('button', { name: 'Not now' }).click()
    await expect(page.getByText(REMINDER)).toBeHidden()
    await expect(review.article).toBeFocused()
    await review.isReady()
    await review.reload()
    await expect(page.getByRole('link', { name: 'No backup yet' })).toBeVisible()
    await expect(page.getByText(REMINDER)).toBeHidden()

    await page.clock.install({ time: Date.now() + 8 * 24 * 3600_000 })
    await review.reload()
    await expect(page.getByText(REMINDER)).toBeVisible()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Back up now' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^factmark-backup-/)
    await expect(page.getByText(/^Backed up: /)).toBeVisible()
    await page.getByRole('region', { name: 'Backup' }).getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('link', { name: /^Backup / })).toBeVisible()
  })
})

/** The permission to write into folders is there until the session's item "allowed" says something else. */
async function withPermissionThatEnds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const allowed = () => sessionStorage.getItem('allowed') ?? 'granted'
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: () => Promise.resolve(allowed()),
      requestPermission: () => {
        sessionStorage.setItem('allowed', 'granted')
        return Promise.resolve('granted')
      },
    })
  })
}

/** The browser promises to keep the library once the window has `promises`. */
async function withPromise(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let isKept = false
    const persist = () => Promise.resolve((isKept = 'promises' in window))
    Object.assign(StorageManager.prototype, { persist, persisted: () => Promise.resolve(isKept) })
  })
}

/** Changes a byte in the middle of each snapshot. */
async function damageSnapshots(page: Page): Promise<void> {
  await page.evaluate(async folder => {
    const snapshots = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder)
    const names: string[] = []
    for await (const name of snapshots.keys()) if (name.endsWith('.factmark-snapshot')) names.push(name)
    for (const name of names) {
      const file = await snapshots.getFileHandle(name)
      const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer())
      bytes[bytes.length >> 1]! ^= 1
      const sink = await file.createWritable()
      await sink.write(bytes)
      await sink.close()
    }
  }, SNAPSHOTS)
}
