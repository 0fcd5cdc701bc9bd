import type { Page } from '@playwright/test'
import { expectAccessibleInAll } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { ReviewPage } from './pages/review-page.ts'
import { LANTERN } from './seeds.ts'

const [TITLE = '', FIRST = ''] = LANTERN.text.split('\n')

// A page of its own: React reports what a boundary caught as an error in the console, which the usual pages refuse.
test('V62 V63 a card that fails leaves the rest usable, comes back, and is reported without a word of the work', async ({
  browser,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const review = new ReviewPage(page)
  await review.open(LANTERN)
  await breakTimes(page)
  await review.press('ArrowDown', '1')
  const failed = page.getByRole('group', { name: 'This card has failed' })
  await expect(failed.getByRole('alert')).toContainText('What is saved is safe')
  await expect(failed.getByRole('link', { name: 'Back up your work' })).toHaveAttribute('href', /#\/storage$/)
  await review.press('ArrowDown', '2')
  await review.hasStatements(['verified', TITLE], ['disputed', FIRST])
  await expect(failed).toHaveCount(2)
  await expect(review.status).toHaveText('Saved on this device')
  await expectAccessibleInAll(page, { name: 'part that failed' })
  // The narrow window has other cards: until they are gone, one that comes back would not be one that was tried again.
  await expect(review.annotations.getByRole('button', { name: '2 annotations' })).toHaveCount(0)
  await expect(failed).toHaveCount(2)
  await mendTimes(page)
  await review.hasProgress(2, 17)
  await failed.first().getByRole('button', { name: 'Try again' }).click()
  await expect(failed).toHaveCount(1)
  await failed.getByRole('button', { name: 'Try again' }).click()
  await expect(review.cards).toHaveCount(2)

  await review.clickHighlight(TITLE)
  await review.savedAfter(() => review.openCard.rationale.fill('Perhaps secret'))
  await breakTimes(page)
  await review.press('ArrowDown', '3')
  await failed.first().getByRole('button', { name: 'Copy problem report' }).click()
  const report = page.getByRole('textbox', { name: 'Problem report' })
  await expect(report).toHaveValue(/^Factmark problem report\nwritten: 20/)
  const text = await report.inputValue()
  expect(text).toMatch(/^program: Factmark \d+\.\d+\.\d+ \(main-.*\.js\)$/m)
  expect(text).toMatch(/^database: \d+ commits, the last at 20.*, \d+ versions, \d+ originals$/m)
  expect(text).toMatch(/^page: #\/article$/m)
  expect(text).toMatch(/^- .* This card: RangeError$/m)
  for (const word of [...TITLE.split(' ').filter(word => word.length > 4), 'secret', 'words of an article']) {
    expect(text).not.toContain(word)
  }
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  await context.close()
})

test('V63 the settings hold a problem report too; where it cannot be copied it can be selected', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await page.goto('./#/settings')
  await page.getByRole('button', { name: 'Copy problem report' }).click()
  await expect(page.getByText('Select and copy it here')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Problem report' })).toHaveValue(/problems: none noticed/)
})

/** From now on every time of day that a card tells is an error. */
async function breakTimes(page: Page) {
  await page.evaluate(() => {
    const { prototype } = Intl.DateTimeFormat
    const kept = Object.getOwnPropertyDescriptor(prototype, 'format')!
    Object.assign(window, { mendTimes: () => Object.defineProperty(prototype, 'format', kept) })
    Object.defineProperty(prototype, 'format', {
      configurable: true,
      get(this: Intl.DateTimeFormat) {
        if (this.resolvedOptions().minute !== undefined) throw new RangeError('words of an article')
        return kept.get!.call(this) as unknown
      },
    })
  })
}

async function mendTimes(page: Page) {
  await page.evaluate(() => (window as unknown as { mendTimes(): void }).mendTimes())
}
