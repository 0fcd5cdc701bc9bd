import { NO_CHANGES } from '../src/domain/statement.ts'
import { toAnnotationSet } from '../src/exchange/annotation-set.ts'
import { NO_PUBLISHER } from '../src/exchange/codec.ts'
import { w3cCodec } from '../src/exchange/w3c-set.ts'
import { makeArticle } from './bench/made-article.ts'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReviewPage } from './pages/review-page.ts'
import { StoragePage } from './pages/storage-page.ts'
import { LANTERN, SEED } from './seeds.ts'
import { storedRecords } from './stored-records.ts'
import { withoutSavePicker } from './without-pickers.ts'

const [TITLE = '', FIRST = '', SECOND = ''] = LANTERN.text.split('\n')
const SET = 'Annotation set (W3C)'
const HISTORY = { history: true }

test.beforeEach(async ({ page }) => withoutSavePicker(page))

test.describe('a backup', () => {
  test.beforeEach(async ({ review }) => {
    await review.open(LANTERN)
    await review.press('ArrowDown', '1', 'ArrowDown', '2', 'Delete', 'ArrowDown', '0', 'Control+Home', '3')
    await review.savedAfter(() => review.openCard.rationale.fill('Seen in the ledger 🌉 “page 3”'))
  })

  test('S71 S76 that is dropped or chosen for an import is offered; a clean profile gets everything back, to the byte', async ({
    page,
    review,
    newProfile,
  }) => {
    const set = await new ExportDialog(page).take(SET, HISTORY)
    await page.goto('./#/settings')
    await review.savedAfter(() => page.getByRole('radio', { name: 'Dark' }).check())
    const backup = await new StoragePage(page).save()
    expect(backup.name).toMatch(/^factmark-backup-\d{4}-\d{2}-\d{2}-\d{4}\.factmark$/)

    const clean = new ReviewPage(await newProfile())
    await clean.open()
    const storage = new StoragePage(clean.page)
    const importing = new ImportDialog(clean.page)
    await importing.open()
    await importing.give(backup.bytes, 'my-backup')
    await expect(storage.dialog.getByRole('heading', { name: 'What my-backup holds' })).toBeVisible()
    await storage.dialog.getByRole('button', { name: 'Cancel' }).click()
    await dropOn(clean, backup.bytes)
    await expect(storage.dialog.getByRole('heading', { name: 'What dropped.factmark holds' })).toBeVisible()
    await storage.dialog.getByRole('button', { name: 'Cancel' }).click()

    await storage.give(backup.bytes, backup.name)
    await expect(storage.dialog.getByText('3 articles, 1 annotation.')).toBeVisible()
    await storage.restore.click()
    await clean.isReady()
    await clean.hasStatements(['unverified', TITLE])
    expect((await new ExportDialog(clean.page).take(SET, HISTORY)).text).toBe(set.text)
    await expect(clean.page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await clean.reload()
    expect((await new ExportDialog(clean.page).take(SET, HISTORY)).text).toBe(set.text)
    await clean.press('ArrowDown')
    await clean.savedAfter(() => clean.press('1'))
  })

  test('S71 goes to the file that a person names; it is encrypted with a whole passphrase, and asks for the right one', async ({
    page,
    newProfile,
  }) => {
    const set = await new ExportDialog(page).take(SET, HISTORY)
    const storage = new StoragePage(page)
    await storage.open()
    await page.getByRole('checkbox', { name: 'Protect the file with a passphrase' }).check()
    await storage.backUp.click()
    await expect(page.getByText('Type a passphrase, or take the protection away.')).toBeVisible()
    await page.getByLabel('Passphrase', { exact: true }).fill('one')
    await page.getByLabel('Passphrase again').fill('two')
    await storage.backUp.click()
    await expect(page.getByText('The two are not the same.')).toBeVisible()
    await expect(page.getByText('There is no backup yet.')).toBeVisible()
    await page.getByRole('checkbox', { name: 'Protect the file with a passphrase' }).uncheck()
    await expectSavedWherePicked(storage)

    await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'))
    const backup = await storage.save('four words nobody guesses')
    expect(backup.bytes.includes('ledger')).toBe(false)

    const clean = new ReviewPage(await newProfile())
    await clean.open()
    const elsewhere = new StoragePage(clean.page)
    await elsewhere.give(backup.bytes)
    await elsewhere.unlock('four words somebody guesses')
    await expect(elsewhere.refusal).toHaveText('This is not the passphrase of this backup.')
    await elsewhere.unlock('four words nobody guesses')
    await elsewhere.restore.click()
    await clean.isReady()
    expect((await new ExportDialog(clean.page).take(SET, HISTORY)).text).toBe(set.text)
  })

  test('S73 S74 that is merged, cut off or whole, adds what is new, keeps what is here, and reloads the other tabs', async ({
    page,
    newProfile,
  }) => {
    const backup = await new StoragePage(page).save()
    await page.evaluate(() => Reflect.deleteProperty(window, 'CompressionStream'))
    const { bytes: readable } = await new StoragePage(page).save()
    const lines = readable.toString().split('\n')
    const cut = lines.slice(0, lines.findIndex(line => line.startsWith('{"store":"versions"')) + 1).join('\n')

    const mine = new ReviewPage(await newProfile())
    await mine.open(LANTERN)
    await mine.press('ArrowDown', 'ArrowDown', 'ArrowDown')
    await mine.savedAfter(() => mine.press('1'))
    const storage = new StoragePage(mine.page)
    await storage.give(`${cut}\n{"store":"ver`)
    await expect(storage.refusal).toHaveText('This backup is cut off: its end is missing.')
    await expect(storage.dialog.getByText(/^Part of it can still be read: 3 articles/)).toBeVisible()
    await storage.dialog.getByRole('button', { name: 'Go on with what can be read' }).click()
    await expect(storage.replace).toBeHidden()
    await storage.merge.click()
    await mine.isReady()

    const other = new ReviewPage(await mine.page.context().newPage())
    await other.open(LANTERN)
    await storage.give(backup.bytes)
    await expect(storage.dialog.getByRole('listitem').filter({ hasText: LANTERN.title })).toContainText('1 annotation')
    const reloaded = other.page.waitForEvent('load')
    await storage.merge.click()
    await reloaded
    for (const tab of [mine, other]) {
      await tab.isReady()
      await tab.hasStatements(['unverified', TITLE], ['verified', SECOND])
    }
    const library = new LibraryPage(mine.page)
    await library.open()
    await expect(library.row(LANTERN.title)).toContainText('2')
  })

  test('S61 S73 that is no good is refused in one sentence; one that replaces is asked about twice, after a snapshot', async ({
    page,
    review,
  }) => {
    const storage = new StoragePage(page)
    const backup = await storage.save()
    const before = await storedRecords(page)
    for (const [name, content, sentence] of noGood(backup.bytes)) {
      await storage.give(content)
      await expect(storage.refusal, name).toHaveText(sentence)
      await expect(storage.merge, name).toBeHidden()
      await storage.dialog.getByRole('button', { name: 'Cancel' }).click()
    }
    expect(await storedRecords(page)).toBe(before)

    await review.open(LANTERN)
    await review.press('Control+Home', 'ArrowDown')
    await review.savedAfter(() => review.press('2'))
    await review.hasStatements(['unverified', TITLE], ['disputed', FIRST])
    await storage.give(backup.bytes)
    await expect(storage.dialog.getByText(/1 version is only here and would go|versions are only here/)).toBeVisible()
    await storage.replace.click()
    await expect(storage.dialog.getByText(/^Last question: 3 articles and 2 annotations/)).toBeVisible()
    await expect(storage.dialog.getByText('A snapshot of what is here now is taken first.')).toBeVisible()
    await expect(storage.dialog.getByRole('button', { name: 'Keep my library' })).toBeFocused()
    await storage.dialog.getByRole('button', { name: 'Replace now' }).click()
    await review.isReady()
    await review.hasStatements(['unverified', TITLE])

    const snapshot = await storage.snapshotOf('2 annotations')
    await snapshot.getByRole('button', { name: /^Restore/ }).click()
    await storage.merge.click()
    await review.isReady()
    await review.hasStatements(['unverified', TITLE], ['disputed', FIRST])
  })
})

test('S75 a first start offers to restore a backup, quietly, and so does an empty library', async ({
  page,
  review,
}) => {
  await review.open()
  await page.getByRole('link', { name: 'Restore a backup' }).click()
  const storage = new StoragePage(page)
  await expect(storage.dialog).toBeVisible()
  await storage.dialog.getByRole('button', { name: 'Cancel' }).click()
  await review.open(SEED)
  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('1'))
  await review.reload()
  await expect(page.getByRole('link', { name: 'Restore a backup' })).toBeHidden()

  const library = new LibraryPage(page)
  await library.open()
  for (const left of [2, 1, 0]) {
    await page
      .getByRole('button', { name: /^More actions for/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(library.articles).toHaveCount(left)
  }
  await page.getByRole('link', { name: 'Restore a backup' }).click()
  await expect(storage.dialog).toBeVisible()
})

const NEWER = `${JSON.stringify({ format: 'factmark-backup', formatVersion: 9, created: '', more: 1 })}\n`

/** What cannot be restored, and what is said of it. */
function noGood(backup: Buffer): readonly (readonly [name: string, content: Buffer | string, sentence: RegExp])[] {
  const half = backup.subarray(0, backup.length / 2)
  const flipped = Buffer.from(backup)
  flipped[backup.length >> 1]! ^= 4
  return [
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /^This file is not a backup from Factmark/],
    ['an empty file', '', /^This file is not a backup from Factmark/],
    ['an annotation set', anAnnotationSet(), /^This file is not a backup from Factmark/],
    ['a newer backup', NEWER, /^This backup was written by a newer Factmark \(format 9\)/],
    ['a truncated one', half, /^This backup is (cut off|damaged)/],
    ['a damaged one', flipped, /^This backup is (cut off|damaged)/],
  ]
}

function anAnnotationSet(): string {
  const set = toAnnotationSet(makeArticle(73, { words: 200, annotations: 2 }).records, { history: false })
  return String(w3cCodec.writer!.encode(set, { changes: NO_CHANGES, publisher: NO_PUBLISHER }))
}

/** Saves a backup in the file that is picked, and then picks none. */
async function expectSavedWherePicked({ page, backUp }: StoragePage): Promise<void> {
  await page.evaluate(() => {
    const choose = async () => (await navigator.storage.getDirectory()).getFileHandle('mine.factmark', { create: true })
    Object.assign(window, { showSaveFilePicker: choose })
  })
  await backUp.click()
  await expect(page.getByText(/^Backed up: .* as mine\.factmark\.$/)).toBeVisible()
  await expect(page.getByText(/^Last backup: this minute/)).toBeVisible()
  const size = await page.evaluate(async () => {
    const file = await (await navigator.storage.getDirectory()).getFileHandle('mine.factmark')
    return (await file.getFile()).size
  })
  expect(size).toBeGreaterThan(1000)
  await page.evaluate(() => {
    const cancel = () => Promise.reject(new DOMException('cancelled', 'AbortError'))
    Object.assign(window, { showSaveFilePicker: cancel })
  })
  await backUp.click()
  await expect(backUp).toBeEnabled()
}

async function dropOn({ page, article }: ReviewPage, backup: Buffer): Promise<void> {
  const files = await page.evaluateHandle(
    bytes => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], 'dropped.factmark'))
      return transfer
    },
    [...backup],
  )
  for (const type of ['dragenter', 'dragover', 'drop']) await article.dispatchEvent(type, { dataTransfer: files })
}
