import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { findOnScreen, selectByTouch } from './pages/words-on-screen.ts'
import { LANTERN } from './seeds.ts'

const [TITLE = '', FIRST = ''] = LANTERN.text.split('\n')

test.use({
  viewport: { width: 390, height: 780 },
  hasTouch: true,
  isMobile: true,
  contextOptions: { reducedMotion: 'no-preference' },
})

test('V37 a tap on a sentence offers the bar, where a tap tags it; words selected by touch are tagged too', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await tapOn(page, 'Inspectors found')
  await expect(review.bar).toBeVisible()
  await review.savedAfter(() => review.bar.getByRole('button', { name: 'Disputed' }).tap())
  const sentence = 'Inspectors found 17 cracked bolts in pier No. 3, i.e. one bolt in nine.'
  await review.hasStatements(['disputed', sentence])

  await selectByTouch(review.article, 'eel Co. delivered 96')
  await expect(review.bar).toBeVisible()
  await review.savedAfter(() => review.bar.getByRole('button', { name: 'Verified', exact: true }).tap())
  await review.hasStatements(['disputed', sentence], ['verified', 'Steel Co. delivered 96.4'])
})

test('V37 the card is a sheet at the bottom: open, step, edit, close; it does not cover its statement', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1', 'ArrowDown', '2')
  await expect(review.cards).toHaveCount(1)
  await expect(review.openCard.quote).toHaveText(`“${FIRST}”`)
  const sheet = await review.annotations.boundingBox()
  expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeGreaterThan(779)
  await review.annotations.getByRole('button', { name: 'Previous annotation' }).tap()
  await expect(review.openCard.quote).toHaveText(`“${TITLE}”`)
  await review.savedAfter(() => review.openCard.rationale.fill('On a train'))
  await review.annotations.getByRole('button', { name: 'Close card' }).tap()
  await expect(review.cards).toHaveCount(0)
  await review.annotations.getByRole('button', { name: '2 annotations' }).tap()
  await expect(review.cards).toHaveCount(2)
  await tapOn(page, 'Lantern Bridge reopens')
  await expect(review.openCard.rationale).toHaveValue('On a train')

  await review.press('Control+End', '1')
  await expect(review.openCard.card).toBeVisible()
  await expect(review.openCard.quote).toHaveText('“The council has not said…”')
  await expect
    .poll(async () => {
      const mark = await review.highlight('The council has not said…').first().boundingBox()
      const sheet = await page.getByRole('region', { name: 'Annotations' }).boundingBox()
      return (mark?.y ?? 0) + (mark?.height ?? 0) <= (sheet?.y ?? 0)
    })
    .toBe(true)
})

test('V37 the menu "More" holds Undo, Redo, Import and Export; the overview opens over the article and closes again', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  const choose = async (name: string) => {
    await review.headerButton('More').tap()
    await page.getByRole('menuitem', { name }).tap()
  }
  await review.savedAfter(() => choose('Undo'))
  await review.hasStatements()
  await review.savedAfter(() => choose('Redo'))
  await review.hasStatements(['verified', TITLE])
  await choose('Import')
  await expect(page.getByRole('dialog', { name: 'Import' })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()
  await choose('Export')
  const dialog = new ExportDialog(page)
  await dialog.choose('CSV')
  expect((await dialog.download()).name).toMatch(/\.csv$/)
  await dialog.close()

  await page.getByRole('button', { name: '1 of 17 reviewed' }).tap()
  await expect(review.overview.getByRole('progressbar')).toBeVisible()
  await review.overview.getByRole('button', { name: 'Next unreviewed' }).tap()
  await expect(review.overview.getByRole('progressbar')).toBeHidden()
})

test('V37 nothing is wider than the window', async ({ page, review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', 'n')
  for (const place of [page.url(), './#/library', './#/new', './#/settings']) {
    await page.goto(place)
    await expect(page.getByRole('main')).toBeVisible()
    for (const width of [320, 390, 768]) {
      await page.setViewportSize({ width, height: 640 })
      const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      await expect.poll(beyond, `${place} at ${width} px`).toBeLessThanOrEqual(0)
    }
  }
})

async function tapOn(page: Page, words: string): Promise<void> {
  const { letter } = await findOnScreen(page.getByRole('textbox', { name: 'Article' }), words)
  await page.touchscreen.tap(letter.x, letter.y)
}
