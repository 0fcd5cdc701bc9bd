import { expect, type Page } from '@playwright/test'
import { test } from './static-host.ts'

test('O7 what a plain host serves obeys the policy in its headers too, once it is kept', async ({ page, host }) => {
  await visit(page, host.address)
  const first = await page.request.get(host.address)
  expect(first.headers()).not.toHaveProperty('content-security-policy')
  const kept = await page.reload()
  expect(kept?.fromServiceWorker()).toBe(true)
  expect(kept?.headers()['content-security-policy']).toMatch(/^default-src 'none'/)
})

test('O8 any folder of a host will do, and its index.html too', async ({ page, context, host }) => {
  await visit(page, host.address)
  await everythingIsKept(page)
  await context.setOffline(true)
  await page.goto(`${host.address}index.html#/settings`)
  await expect(page).toHaveTitle('Factmark')
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
})

test('O12 a new build waits until it is asked for, also through reloads', async ({ page, host }) => {
  await visit(page, host.address)
  host.publish(markup => markup.replace('<title>Factmark', '<title>Factmark 2'))
  expect(await becomesOfTheNewBuild(page)).toBe('installed')
  const offer = page.getByText('A new version of Factmark is ready.')
  await expect(offer).toBeVisible()
  await page.reload()
  await expect(page).toHaveTitle('Factmark')
  await expect(offer).toBeVisible()

  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Update now' }).click()
  await loaded
  await expect(page).toHaveTitle('Factmark 2')
  await expect(offer).toBeHidden()
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1)
})

test('O13, O16 a tab whose update was let in by another keeps its page, and is no longer called ready offline', async ({
  page,
  context,
  host,
}) => {
  await visit(page, host.address)
  const other = await context.newPage()
  await visit(other, host.address)
  await other.evaluate(() => Object.assign(window, { isStillHere: true }))

  host.publish(markup => markup.replace('<title>Factmark', '<title>Factmark 2'))
  await everythingIsKept(other)
  expect(await becomesOfTheNewBuild(page)).toBe('installed')
  await page.getByRole('button', { name: 'Update now' }).click()
  await expect(page).toHaveTitle('Factmark 2')
  await expect(other.getByText('Ready offline')).toBeHidden()
  await expect(other.getByRole('button', { name: 'Update now' })).toBeVisible()
  expect(await other.evaluate(() => 'isStillHere' in window)).toBe(true)

  await other.evaluate(() => (location.hash = '#/new'))
  await other.getByRole('textbox', { name: 'Text', exact: true }).fill('The ferry left at nine.')
  await other.getByRole('button', { name: 'Update now' }).click()
  await expect(other.getByRole('status').filter({ hasText: 'Not updated' })).toBeVisible()
  await other.getByRole('button', { name: 'Take everything away' }).click()
  await other.getByRole('button', { name: 'Update now' }).click()
  await expect(other).toHaveTitle('Factmark 2')
})

test('O4 a half-published build is not kept, and the old one goes on working', async ({ page, context, host }) => {
  await visit(page, host.address)
  host.publish(markup => markup.replace('<title>Factmark', '<title>Factmark 2'))
  host.publishPageOnly('<!doctype html><title>Factmark 3</title>')
  expect(await becomesOfTheNewBuild(page)).toBe('redundant')
  await context.setOffline(true)
  await page.reload()
  await expect(page).toHaveTitle('Factmark')
})

async function visit(page: Page, address: string) {
  await page.goto(address)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

async function everythingIsKept(page: Page) {
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 20_000 })
}

/**
 * Looks for what was published, and says what the new service worker became. A look may join one that the program began on its
 * own before anything was published, so it is looked twice; and the program may have found the new one already.
 */
async function becomesOfTheNewBuild(page: Page): Promise<ServiceWorkerState | 'not found'> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    let worker = registration.installing ?? registration.waiting
    registration.addEventListener('updatefound', () => (worker = registration.installing))
    await registration.update()
    await registration.update()
    worker ??= registration.installing ?? registration.waiting
    if (worker?.state === 'installing') {
      await new Promise(resolve => worker!.addEventListener('statechange', resolve, { once: true }))
    }
    return worker?.state ?? 'not found'
  })
}
