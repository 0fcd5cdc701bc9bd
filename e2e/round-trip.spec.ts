import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { ImportDialog, signedByAnother } from './pages/import-dialog.ts'
import { ReviewPage } from './pages/review-page.ts'
import { LANTERN } from './seeds.ts'

const [TITLE = '', FIRST = '', SECOND = ''] = LANTERN.text.split('\n')
const SET = 'Annotation set (W3C)'

test.beforeEach(async ({ page, review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  await page.getByRole('textbox', { name: 'What name should stand on your annotations?' }).fill('R. Okafor')
  await page.getByRole('button', { name: 'Save name' }).click()
  await review.press('ArrowDown', '2', 'ArrowDown', '3', 'Delete', 'ArrowDown', '0', 'Control+Home', '3')
  const card = review.openCard
  await card.rationale.fill('Seen in the ledger 🌉 “page 3”')
  await card.button('Add evidence').click()
  await card.evidence(1).getByRole('textbox', { name: 'Address (URL)' }).fill('https://ledger.example/bridge')
  await card.tag.fill('ledger')
  await review.savedAfter(() => card.tag.press('Enter'))
})

test('V32 V33 a set that is dropped is offered; in a clean profile it gives equal bytes, and its own reviewer goes on', async ({
  page,
  newProfile,
}) => {
  const [set, whole] = await setsOf(page)
  const clean = new ReviewPage(await newProfile())
  await clean.open()
  await dropOn(clean, set)
  await expect(clean.page.getByRole('heading', { name: 'What dropped.json brings' })).toBeVisible()
  const dialog = new ImportDialog(clean.page)
  await clean.page.keyboard.press('Escape')
  await expect(dialog.dialog).toBeHidden()

  await dialog.open()
  await dialog.give(set)
  await expect(dialog.dialog.getByRole('radio', { name: 'R. Okafor (2 annotations)' })).toBeChecked()
  await dialog.accept.click()
  await clean.isReady()
  await clean.hasStatements(['unverified', TITLE], ['disputed', FIRST])
  await clean.hasProgress(3, 17)
  expect((await new ExportDialog(clean.page).take(SET)).text).toBe(set)
  await dialog.take(whole)
  expect((await new ExportDialog(clean.page).take(SET, { history: true })).text).toBe(whole)
  await clean.reload()
  expect(await setsOf(clean.page)).toEqual([set, whole])

  await clean.clickHighlight(TITLE)
  await clean.savedAfter(() => clean.openCard.verdict('Verified').check())
  await clean.hasStatements(['verified', TITLE], ['disputed', FIRST])
})

test('V32, T9 a set changes nothing where it is, or signed by another, who is listed; all erased, it gives equal bytes', async ({
  page,
  review,
}) => {
  const set = await new ExportDialog(page).take(SET, { history: true })
  const dialog = new ImportDialog(page)
  await dialog.open()
  await dialog.give(set.text)
  await expect(dialog.dialog.getByText('Everything in this file is already here.')).toBeVisible()
  await dialog.accept.click()
  await expect(dialog.dialog).toBeHidden()

  await dialog.open()
  await dialog.give(signedByAnother(set.text))
  const leftOut = dialog.dialog.getByRole('region', { name: 'Left out' }).getByRole('listitem')
  const reason = 'written here by R. Okafor, signed Somebody in the file'
  await expect(leftOut.filter({ hasText: TITLE })).toContainText(reason)
  await expect(leftOut.filter({ hasText: FIRST })).toContainText(reason)
  await expect(leftOut.filter({ hasText: 'A review session' })).toContainText(reason)
  await expect(dialog.dialog.getByRole('definition')).toHaveText(['0', '0', '0', '0', '0', '0', '0'])
  await dialog.dialog.getByRole('radio', { name: /^Somebody/ }).check()
  await expect(dialog.dialog.getByText('What you write from now on is signed Somebody.')).toBeVisible()
  await dialog.dialog.getByRole('radio', { name: 'None of them' }).check()
  await dialog.accept.click()
  await review.hasStatements(['unverified', TITLE], ['disputed', FIRST])
  expect((await new ExportDialog(page).take(SET, { history: true })).text).toBe(set.text)

  await eraseEverything(page)
  await review.isReady()
  await page.goto('./#/library')
  await page.getByRole('link', { name: LANTERN.title }).click()
  await review.isReady()
  await review.hasStatements()
  await expect(page.getByRole('button', { name: 'Your reviewer profile', exact: true })).toBeVisible()
  await dialog.take(set.text)
  await review.hasStatements(['unverified', TITLE], ['disputed', FIRST])
  expect((await new ExportDialog(page).take(SET, { history: true })).text).toBe(set.text)
})

test("V33 a colleague's set is previewed, merged, told apart by reviewer, and taken out again with one undo", async ({
  page,
  newProfile,
}) => {
  const theirs = await new ExportDialog(page).take(SET)
  const mine = new ReviewPage(await newProfile())
  await mine.open(LANTERN)
  await mine.press('ArrowDown', 'ArrowDown', 'ArrowDown', '1')
  await mine.hasStatements(['verified', SECOND])
  const before = await new ExportDialog(mine.page).take(SET)

  const dialog = new ImportDialog(mine.page)
  await dialog.open()
  await dialog.give(theirs.text, 'colleague.json')
  await expect(dialog.dialog.getByRole('heading', { name: 'What colleague.json brings' })).toBeVisible()
  const counts = dialog.dialog.getByRole('definition')
  await expect(counts).toHaveText(['2', '0', '0', '0', '0', '0', '1'])
  await expect(dialog.dialog.getByRole('radio', { name: 'None of them' })).toBeChecked()
  await dialog.accept.click()
  await mine.hasStatements(['unverified', TITLE], ['disputed', FIRST], ['verified', SECOND])

  await mine.filter('Reviewers', 'R. Okafor').click()
  await mine.hasStatements(['unverified', TITLE], ['disputed', FIRST])
  await mine.card(TITLE).quote.click()
  await expect(mine.openCard.card).toContainText('By R. Okafor. Only its reviewer can change it.')
  await expect(mine.openCard.rationale).toBeHidden()
  await mine.overview.getByRole('button', { name: 'Clear filter' }).click()

  await mine.savedAfter(() => mine.headerButton('Undo').click())
  await mine.hasStatements(['verified', SECOND])
  expect((await new ExportDialog(mine.page).take(SET)).text).toBe(before.text)
  await mine.savedAfter(() => mine.headerButton('Redo').click())
  await mine.hasStatements(['unverified', TITLE], ['disputed', FIRST], ['verified', SECOND])
})

/** The set as it is, and with its history. */
async function setsOf(page: Page): Promise<readonly [set: string, whole: string]> {
  const dialog = new ExportDialog(page)
  await dialog.open()
  await dialog.choose(SET)
  const set = await dialog.download()
  await dialog.choose(SET, { history: true })
  const whole = await dialog.download()
  await dialog.close()
  return [set.text, whole.text]
}

async function dropOn({ page, article }: ReviewPage, set: string): Promise<void> {
  const files = await page.evaluateHandle(text => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }))
    return transfer
  }, set)
  for (const type of ['dragenter', 'dragover', 'drop']) await article.dispatchEvent(type, { dataTransfer: files })
}

/** Erases a library with two annotations, and answers both questions. */
async function eraseEverything(page: Page): Promise<void> {
  await page.goto('./#/storage')
  await page.getByRole('button', { name: 'Erase everything on this device' }).click()
  const question = page.getByRole('dialog', { name: 'Erase everything?' })
  await expect(question).toContainText('2 annotations')
  await question.getByRole('button', { name: 'Continue' }).click()
  await expect(question).toContainText('Last question')
  await expect(question.getByRole('button', { name: 'Keep everything' })).toBeFocused()
  await question.getByRole('button', { name: 'Erase now' }).click()
}
