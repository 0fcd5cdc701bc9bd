import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import type { ReviewPage } from './pages/review-page.ts'
import { LANTERN } from './seeds.ts'

test.use({ keepsOffline: true })

const [TITLE = '', FIRST = ''] = LANTERN.text.split('\n')

test('V25 after one visit everything works with the network off, deep links included', async ({
  context,
  page,
  review,
}) => {
  await review.open(LANTERN)
  await isReadyOffline(review)
  await expectAccessible(page, 'ready offline')
  await context.setOffline(true)

  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('2'))
  await review.reload()
  await review.hasStatements(['disputed', TITLE])

  const deep = await context.newPage()
  await deep.goto(page.url())
  await expect(deep.getByRole('textbox', { name: 'Article' })).toContainText(FIRST)
  await deep.close()

  await review.headerButton('Export').click()
  await page.getByRole('dialog', { name: 'Export' }).getByRole('radio', { name: 'CSV' }).check()
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('article,statement,verdict')
  // One that could not be loaded would have ended by now.
  expect(page.workers().filter(worker => worker.url().includes('export-worker'))).toHaveLength(1)
  await page.keyboard.press('Escape')
  await page.goto('./#/settings')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await page.goto('./#/new')
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('A title\n\nOne sentence. Another one.')
  await page.getByRole('button', { name: 'Start review' }).click()
  await review.isReady()
  await expect(review.article).toContainText('Another one.')
})

test('V25 O3 what is not kept for use offline is not asked for at all, whatever address leads here', async ({
  context,
  page,
  review,
}) => {
  await review.open()
  await isReadyOffline(review)
  await context.setOffline(true)
  const failed: string[] = []
  context.on('requestfailed', request => {
    // What is still on its way when the page is left is given up, and failed for no want of a network.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url())
  })
  await page.reload()
  await review.isReady()
  await page.goto('./?from=elsewhere#/library')
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible()
  expect(failed.filter(url => !url.endsWith('service-worker.js'))).toEqual([])
})

/** Waits until the program says that it is kept for use offline. */
async function isReadyOffline({ page }: ReviewPage): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 20_000 })
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
}
