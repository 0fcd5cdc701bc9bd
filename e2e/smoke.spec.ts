import { test as unwatchedTest } from '@playwright/test'
import { expect, test } from './fixtures.ts'

test('O14, O15 the page loads under its policy, which comes first in it, with its manifest and every icon', async ({
  page,
  request,
}) => {
  const response = await page.goto('./')
  await expect(page).toHaveTitle('Factmark')
  const first = page.locator('head > :first-child')
  await expect(first).toHaveAttribute('http-equiv', 'Content-Security-Policy')
  await expect(first).toHaveAttribute('content', /^default-src 'none'; script-src 'self';/)
  expect(response?.headers()).toMatchObject({
    'content-security-policy': await first.getAttribute('content'),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })

  const links = page.locator('link[rel="manifest"], link[rel~="icon"], link[rel="apple-touch-icon"]')
  const addresses = await links.evaluateAll(elements => elements.map(element => (element as HTMLLinkElement).href))
  expect(addresses).toHaveLength(4)
  const manifestAddress = addresses.find(address => address.endsWith('.webmanifest')) ?? ''
  const manifest = (await (await request.get(manifestAddress)).json()) as { name: string; icons: { src: string }[] }
  expect(manifest.name).toBe('Factmark')
  for (const address of [...addresses, ...manifest.icons.map(({ src }) => new URL(src, manifestAddress).href)]) {
    const answer = await request.get(address)
    expect([address, answer.status()]).toEqual([address, 200])
    expect(answer.headers()['content-type']).toMatch(/^(image\/(png|svg\+xml)|application\/manifest\+json)/)
  }
})

// Without the fixture that fails on a violation: here there must be one.
unwatchedTest('O14 the policy stops a script that the page did not bring', async ({ page }) => {
  await page.goto('./')
  const blocked = await page.evaluate(async () => {
    const violation = new Promise<string>(resolve => {
      document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective), { once: true })
    })
    const image = new Image()
    image.setAttribute('onerror', 'window.hasFired = true')
    image.src = 'data:,'
    document.body.append(image)
    return [await violation, 'hasFired' in window]
  })
  expect(blocked).toEqual(['script-src-attr', false])
})
