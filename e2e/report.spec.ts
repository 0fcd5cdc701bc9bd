import { writeFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { APPEARANCES, appear, expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { ReviewPage } from './pages/review-page.ts'
import { LANTERN } from './seeds.ts'

const POINT = 'Repairs cost 3.75 million crowns, 12.5 % more than planned.'

test.beforeEach(async ({ page, review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  await page.getByRole('textbox', { name: 'What name should stand on your annotations?' }).fill('R. Okafor')
  await page.getByRole('button', { name: 'Save name' }).click()
  await review.selectText(POINT)
  await review.tag('Disputed')
  await review.savedAfter(() => review.openCard.rationale.fill('The ledger says 3.25 million'))
})

test('X150 X151 a report is shown as it looks and printed; it is read without scripts, from statements to entries and back', async ({
  page,
  browser,
}, testInfo) => {
  await notePrints(page)
  const dialog = new ExportDialog(page)
  await dialog.open()
  await dialog.choose('Report (HTML)')
  const shown = dialog.dialog.frameLocator('iframe')
  await expect(shown.getByRole('heading', { level: 1 })).toHaveText(LANTERN.title)
  await expect(shown.locator('mark', { hasText: POINT })).toHaveCSS('text-decoration-style', 'wavy')
  await shown.getByRole('link', { name: 'Statement 2, disputed' }).click()
  await expect(shown.getByText('The ledger says 3.25 million')).toBeInViewport()
  await dialog.dialog.getByRole('button', { name: 'Print' }).click()
  const printed = await page.evaluate(() => (window as unknown as { printed: string[] }).printed)
  expect(printed).toHaveLength(1)
  expect(printed[0]).toContain('The ledger says 3.25 million')

  const file = testInfo.outputPath('report.html')
  writeFileSync(file, (await dialog.download()).text)
  const report = await opened(browser, file, { javaScriptEnabled: false })
  await expect(report.getByRole('heading', { level: 1 })).toHaveText(LANTERN.title)
  await report.getByRole('article').getByRole('link', { name: 'Statement 2, disputed' }).click()
  const entry = report.getByRole('listitem').filter({ hasText: 'The ledger says 3.25 million' })
  await expect(entry).toBeInViewport()
  await entry.getByRole('link', { name: 'In the article: statement 2' }).click()
  await expect(report.locator('mark', { hasText: POINT })).toBeInViewport()
  await report.context().close()
})

test('X148 X150 a report is accessible, and is taken into a clean profile, which then writes the same bytes', async ({
  page,
  browser,
  newProfile,
}, testInfo) => {
  const { text } = await new ExportDialog(page).take('Report (HTML)')
  const file = testInfo.outputPath('report.html')
  writeFileSync(file, text)
  const sighted = await opened(browser, file)
  for (const appearance of APPEARANCES) {
    await appear(sighted, appearance)
    await expectAccessible(sighted, `report, ${appearance.name}`)
    expect(await sighted.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(appearance.width)
  }
  await sighted.context().close()

  const clean = new ReviewPage(await newProfile())
  await clean.open()
  const dialog = new ImportDialog(clean.page)
  await dialog.open()
  await dialog.give(text, 'report.html')
  await dialog.accept.click()
  await clean.isReady()
  expect((await new ExportDialog(clean.page).take('Report (HTML)')).text).toBe(text)
})

/** From now on notes what a print would show, asked of the frame that is printed. */
async function notePrints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const printed: string[] = []
    Object.assign(window, { printed })
    new MutationObserver(() => {
      for (const frame of document.querySelectorAll('iframe')) {
        frame.addEventListener('load', () => {
          frame.contentWindow!.print = () => printed.push(frame.contentDocument!.body.innerText)
        })
      }
    }).observe(document.body, { childList: true, subtree: true })
  })
}

async function opened(
  browser: Browser,
  file: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto(`file://${file}`)
  return page
}
