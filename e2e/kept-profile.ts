import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'

/**
 * A browser profile that one test after the other gets empty. A profile of its own would have each test load the program over
 * the network and compile it, which takes as long as a short test; here the browser still has the program's files, and no more.
 */
export interface KeptProfile {
  readonly context: BrowserContext
  readonly page: Page
  /** Takes out what a test has brought in, and forgets all that the site has stored. */
  empty(): Promise<void>
}

/** Opens a profile that has never seen the site of this origin, for a person who likes motion or not. */
export async function keepProfile(
  browser: Browser,
  origin: string,
  reducedMotion: Exclude<BrowserContextOptions['reducedMotion'], undefined>,
): Promise<KeptProfile> {
  const context = await browser.newContext()
  await hideServiceWorkers(context)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const viewport = page.viewportSize()
  const takeOutScripts = noteScripts(page)
  page.clock.install = () => Promise.reject(new Error('A clock stays in its page: set `hasOwnProfile` for this test.'))

  async function empty(): Promise<void> {
    for (const kind of PAGE_EVENTS) page.removeAllListeners(kind)
    for (const other of context.pages()) if (other !== page) await other.close()
    await takeOutScripts()
    await page.unrouteAll({ behavior: 'wait' })
    await context.unrouteAll({ behavior: 'wait' })
    await page.goto('about:blank')
    await page.evaluate(() => (window.name = ''))
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    await session.send('Page.resetNavigationHistory')
    await context.clearPermissions()
    await context.setOffline(false)
    await page.emulateMedia({ media: null, colorScheme: null, reducedMotion, forcedColors: null })
    if (viewport) await page.setViewportSize(viewport)
  }

  return { context, page, empty }
}

const PAGE_EVENTS = ['dialog', 'request', 'requestfailed', 'console', 'pageerror', 'download']

/** To the program it is then a browser that keeps nothing for use without a network. */
export async function hideServiceWorkers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
}

/** Answers what takes out the scripts that are added from now on. */
function noteScripts(page: Page): () => Promise<void> {
  const add = page.addInitScript.bind(page)
  const added: { dispose(): Promise<void> }[] = []
  page.addInitScript = async (...script: Parameters<typeof add>) => {
    const disposable = await add(...script)
    added.push(disposable)
    return disposable
  }
  return async () => {
    await Promise.all(added.splice(0).map(script => script.dispose()))
  }
}
