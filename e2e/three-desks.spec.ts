import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReviewPage } from './pages/review-page.ts'

const LINES = ['Kiln Lane market moves', 'The market opens at seven from Monday.', 'It had 84 stalls last year.']

test('V101 two desks that paste the same text exchange their work, a third takes both, and all three have equal bytes', async ({
  page,
  newProfile,
}) => {
  const [ada, ben, cy] = [page, await newProfile(), await newProfile()]
  await startReview(ada)
  await startReview(ben)
  const address = new URL(ada.url()).hash
  expect(new URL(ben.url()).hash).toBe(address)

  await judge(ada, 1, '1')
  await judge(ben, 1, '2')
  await judge(ben, 2, '3')
  const [ofAda, ofBen] = [await taken(ada), await taken(ben)]
  await new ImportDialog(ada).take(ofBen)
  await new ImportDialog(ben).take(ofAda)
  await new ReviewPage(cy).open()
  await new ImportDialog(cy).take(ofBen)
  await new ImportDialog(cy).take(ofAda)
  expect(new URL(cy.url()).hash).toBe(address)

  const whole = await taken(cy)
  expect(await taken(ada)).toBe(whole)
  expect(await taken(ben)).toBe(whole)
  await new ReviewPage(ada).hasStatements(['verified', LINES[1]!], ['disputed', LINES[1]!], ['unverified', LINES[2]!])
})

async function startReview(page: Page): Promise<void> {
  const library = new LibraryPage(page)
  await library.newArticle()
  await library.paste(LINES.join('\n'))
  await library.start.click()
  await new ReviewPage(page).isReady()
}

/** Gives the segment with this number after the title a verdict by its key. */
async function judge(page: Page, segment: number, key: string): Promise<void> {
  const review = new ReviewPage(page)
  const steps = Array<string>(segment).fill('ArrowDown')
  await review.savedAfter(() => review.press('Control+Home', ...steps, key))
}

async function taken(page: Page): Promise<string> {
  return (await new ExportDialog(page).take('Annotation set (W3C)', { history: true })).text
}
