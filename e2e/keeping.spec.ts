import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { ReviewPage } from './pages/review-page.ts'
import { LANTERN } from './seeds.ts'

const [TITLE = '', FIRST = '', SECOND = ''] = LANTERN.text.split('\n')

test('V9 what could not be written is never called saved, stays on screen, and is saved once there is room', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown')
  await page.evaluate(() => {
    const { prototype } = IDBDatabase
    const open = Object.getOwnPropertyDescriptor(prototype, 'transaction')?.value as IDBDatabase['transaction']
    prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite' && !('isRoomAgain' in window)) throw new DOMException('full', 'QuotaExceededError')
      return open.call(this, stores, mode, options)
    }
  })
  await review.press('1')
  await expect(review.status).toHaveText(/^Not saved: this device is out of room/)
  await review.hasStatements(['verified', TITLE])
  await review.press('ArrowDown', '2')
  await expect(review.status).toHaveText(/^Not saved/)
  // In one go: saving is also tried again by itself, and then there is no button any more.
  await review.headerButton('Try again').evaluate((button: HTMLButtonElement) => {
    Object.assign(window, { isRoomAgain: true })
    button.click()
  })
  await expect(review.status).toHaveText('Saved on this device')
  await review.reload()
  await review.hasStatements(['verified', TITLE], ['disputed', FIRST])
})

test('V23 a restart of the browser brings back everything as it was', async ({ playwright, watch }) => {
  const profile = mkdtempSync(join(tmpdir(), 'factmark-profile-'))
  const start = async () => {
    const context = await playwright.chromium.launchPersistentContext(profile)
    await watch(context)
    return { context, review: new ReviewPage(await context.newPage()) }
  }
  try {
    const before = await start()
    await before.review.open(LANTERN)
    await before.review.press('ArrowDown', '1', 'ArrowDown')
    await before.review.savedAfter(() => before.review.press('2'))
    await before.context.close()

    const after = await start()
    await after.review.open()
    await after.review.hasStatements(['verified', TITLE], ['disputed', FIRST])
    await after.review.hasProgress(2, 17)
    await after.context.close()
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})

test('V24 an address opens an article, and a statement with its card, one after the other; of what is gone it says so', async ({
  context,
  page,
  review,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await review.open(LANTERN)
  const addresses: string[] = []
  for (const keys of [
    ['ArrowDown', '1'],
    ['Control+End', '2'],
  ]) {
    await review.press(...keys)
    await review.openCard.button('Copy link').click()
    addresses.push(await page.evaluate(() => navigator.clipboard.readText()))
  }
  const [first = '', last = ''] = addresses
  expect(last).toMatch(/#\/article\/[0-9a-f]{64}\/statement\/[0-9a-f-]{36}$/)
  await expect(review.status).toHaveText('Saved on this device')
  const other = new ReviewPage(await context.newPage())
  await other.page.goto(last)
  await other.isReady()
  await expect(other.openCard.quote).toHaveText('“The council has not said…”')
  await expect(other.highlight('The council has not said…')).toBeInViewport()
  await other.page.close()

  await page.goto(first)
  await expect(review.openCard.quote).toHaveText(`“${TITLE}”`)
  await page.goto(last)
  await expect(review.openCard.quote).toHaveText('“The council has not said…”')
  await page.goBack()
  await expect(review.openCard.quote).toHaveText(`“${TITLE}”`)

  await page.goto(`${LANTERN.address}/statement/00000000-0000-4000-8000-000000000000`)
  await expect(page.getByText('The statement in this address is not in this article any more.')).toBeVisible()
  await page.goto(`./#/article/${'0'.repeat(64)}`)
  await expect(page.getByRole('alert')).toContainText('This article is not on this device.')
  await page.getByRole('link', { name: 'Go to the library' }).click()
  await page.getByRole('link', { name: LANTERN.title }).click()
  await review.isReady()
})

test('V26 two tabs stay in step; what the other has changed since is left alone by an undo, and the page says so', async ({
  context,
  page,
  review,
}) => {
  await review.open(LANTERN)
  const other = new ReviewPage(await context.newPage())
  await other.page.goto(page.url())
  await other.isReady()

  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('1'))
  await other.hasStatements(['verified', TITLE])
  await other.press('ArrowDown')
  await other.savedAfter(() => other.press('2'))
  await review.hasStatements(['disputed', TITLE])
  await other.press('ArrowDown')
  await other.savedAfter(() => other.press('3'))
  await review.hasStatements(['disputed', TITLE], ['unverified', FIRST])
  await review.savedAfter(() => review.openCard.rationale.fill('Written in the first tab'))
  await other.clickText(TITLE)
  await expect(other.openCard.rationale).toHaveValue('Written in the first tab')
  await other.hasProgress(2, 17)

  const toSecond = ['Control+Home', 'ArrowDown', 'ArrowDown']
  await review.press(...toSecond)
  await review.savedAfter(() => review.press('1'))
  await other.press(...toSecond)
  await other.savedAfter(() => other.press('3'))
  await review.hasStatements(['disputed', TITLE], ['unverified', FIRST], ['unverified', SECOND])
  await review.headerButton('Undo').click()
  await expect(page.getByText('One annotation was left alone: it has been changed elsewhere since.')).toBeVisible()
  await review.hasStatements(['disputed', TITLE], ['unverified', FIRST], ['unverified', SECOND])
})

test('V26 S47 tags given in two tabs at the same time are all kept, and one given by a page that is left before it hears', async ({
  context,
  page,
  review,
}) => {
  await review.open(LANTERN)
  const other = new ReviewPage(await context.newPage())
  await other.page.goto(page.url())
  await other.isReady()
  await review.press('ArrowDown', 'ArrowDown')
  await other.press('ArrowDown', 'ArrowDown', 'ArrowDown')
  await Promise.all([page.keyboard.press('1'), other.page.keyboard.press('2')])
  for (const tab of [review, other]) await tab.hasStatements(['verified', FIRST], ['disputed', SECOND])
  await review.reload()
  await review.hasStatements(['verified', FIRST], ['disputed', SECOND])

  await review.press('Control+Home')
  await leaveUnheard(review, '1')
  await other.hasStatements(['verified', TITLE], ['verified', FIRST], ['disputed', SECOND])
})

/** Presses a key, and leaves the page when its work is stored, before the page hears of that. */
async function leaveUnheard(review: ReviewPage, key: string): Promise<void> {
  const { page, status } = review
  await page.evaluate(() => {
    const listen = EventTarget.prototype.addEventListener
    IDBTransaction.prototype.addEventListener = function (type: string) {
      listen.call(this, type, () => {
        if (this.objectStoreNames.contains('versions')) document.documentElement.dataset['unheard'] = type
      })
    }
  })
  await review.press(key)
  await expect(status).toHaveText('Saving…')
  // A transaction that is under way when its page goes may be given up, and then there is nothing to tell.
  await expect(page.locator('html')).toHaveAttribute('data-unheard', 'complete')
  page.on('dialog', dialog => void dialog.accept())
  await page.goto('about:blank')
}
