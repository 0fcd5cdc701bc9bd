import { test as base, type BrowserContext, type Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { ReviewPage } from './pages/review-page.ts'

interface Fixtures {
  /** Whether pages keep the program for use without a network, which costs each test a third of its time. */
  readonly keepsOffline: boolean
  /** Notes in the test's own list of faults whatever goes wrong in a context that the test made itself. */
  readonly watch: (context: BrowserContext) => Promise<void>
  /** A page in a browser profile that has never seen Factmark. */
  readonly newProfile: () => Promise<Page>
  readonly review: ReviewPage
}

/**
 * A test that fails on an uncaught error, an error in the console, a violation of the content security policy, or a request
 * to another origin, in any page and worker that it opens.
 */
export const test = base.extend<Fixtures>({
  keepsOffline: [false, { option: true }],
  watch: async ({ baseURL }, use) => {
    const faults: string[] = []
    await use(context => noteFaults(context, originOf(baseURL), faults))
    expect(faults, 'errors, policy violations and requests to other origins').toEqual([])
  },
  context: async ({ context, watch, keepsOffline, baseURL }, use) => {
    await forgetAll(context, originOf(baseURL))
    if (!keepsOffline) await context.addInitScript(hideServiceWorkers)
    await watch(context)
    await use(context)
  },
  newProfile: async ({ browser, watch, keepsOffline }, use) => {
    const made: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext()
      made.push(context)
      if (!keepsOffline) await context.addInitScript(hideServiceWorkers)
      await watch(context)
      return context.newPage()
    })
    await Promise.all(made.map(context => context.close()))
  },
  review: async ({ page }, use) => {
    await use(new ReviewPage(page))
  },
})

export { expect }

/** Appends to `faults` what goes wrong in any page or worker of a context. */
export async function noteFaults(context: BrowserContext, origin: string, faults: string[]): Promise<void> {
  context.on('weberror', problem => faults.push(`error: ${String(problem.error())}`))
  context.on('console', message => {
    const text = message.text()
    // What the browser says of a violation in a page; the event below tells it too, and can be stopped by a test that means it.
    const isToldByEvent = message.page() !== null && text.includes('Content Security Policy directive')
    if (message.type() === 'error' && !isToldByEvent) faults.push(`console: ${text} (${message.location().url})`)
  })
  context.on('request', request => {
    const { protocol, origin: asked } = new URL(request.url())
    if (/^(http|ws)s?:$/.test(protocol) && asked !== origin) faults.push(`request: ${request.url()}`)
  })
  context.on('page', page => page.on('crash', () => faults.push('crash')))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`securitypolicyviolation of ${violatedDirective} by ${blockedURI}`)
    })
  })
}

/**
 * Clears what the test before left in a context that is used again: Playwright itself keeps files, permissions and caches.
 * A service worker would still answer meanwhile, so tests that let one in ask for a context of their own.
 */
async function forgetAll(context: BrowserContext, origin: string): Promise<void> {
  const [page] = context.pages()
  if (!page) return
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await session.detach()
  await context.clearPermissions()
  await context.setOffline(false)
}

/** The origin that all requests of a test go to. */
export function originOf(baseURL: string | undefined): string {
  if (baseURL === undefined) throw new Error('The tests need the base URL of their configuration.')
  return new URL(baseURL).origin
}

/** Runs in the page: to the program it is a browser that keeps nothing for use without a network. */
function hideServiceWorkers(): void {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
}
