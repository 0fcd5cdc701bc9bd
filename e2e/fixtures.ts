import {
  test as base,
  type BrowserContext,
  type ConsoleMessage,
  type Page,
  type Request,
  type WebError,
} from '@playwright/test'
import { expect } from '@playwright/test'
import { hideServiceWorkers, keepProfile, type KeptProfile } from './kept-profile.ts'
import { ReviewPage } from './pages/review-page.ts'

interface Fixtures {
  /** Whether pages keep the program for use without a network, which costs each test a third of its time. */
  readonly keepsOffline: boolean
  /** Whether the test has a profile that no other test has used, for what cannot be taken out of one. */
  readonly hasOwnProfile: boolean
  /** Notes in the test's own list of faults whatever goes wrong in a context that the test made itself. */
  readonly watch: (context: BrowserContext) => Promise<void>
  /** An empty profile for this test. */
  readonly emptyProfile: () => Promise<Profile>
  readonly profile: Profile
  /** A page in a browser profile that has never seen Factmark. */
  readonly newProfile: () => Promise<Page>
  readonly review: ReviewPage
}

type Profile = Pick<KeptProfile, 'context' | 'page'>

interface WorkerFixtures {
  /** By the kind of device that they are of. */
  readonly kept: Map<string, KeptProfile[]>
}

/**
 * A test that fails on an uncaught error, an error in the console, a violation of the content security policy, or a request
 * to another origin, in any page and worker that it opens.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  keepsOffline: [false, { option: true }],
  hasOwnProfile: [false, { option: true }],
  kept: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  watch: async ({ baseURL }, use) => {
    const faults: string[] = []
    const stops: (() => Promise<void>)[] = []
    await use(async context => void stops.push(await noteFaults(context, originOf(baseURL), faults)))
    await Promise.all(stops.map(stop => stop()))
    expect(faults, 'errors, policy violations and requests to other origins').toEqual([])
  },
  emptyProfile: async (
    { browser, baseURL, kept, keepsOffline, hasOwnProfile, viewport, isMobile, hasTouch, contextOptions },
    use,
  ) => {
    const { reducedMotion = null } = contextOptions
    const device = JSON.stringify({ viewport, isMobile, hasTouch, reducedMotion })
    const idle = kept.get(device) ?? []
    kept.set(device, idle)
    const used: KeptProfile[] = []
    const own: BrowserContext[] = []
    await use(async () => {
      if (keepsOffline || hasOwnProfile) {
        const context = await browser.newContext()
        own.push(context)
        if (!keepsOffline) await hideServiceWorkers(context)
        // What works without a network must not come from the browser’s own cache.
        if (keepsOffline) await context.setExtraHTTPHeaders({ 'Cache-Control': 'no-cache' })
        return { context, page: await context.newPage() }
      }
      const profile = idle.pop() ?? (await keepProfile(browser, originOf(baseURL), reducedMotion))
      used.push(profile)
      return profile
    })
    await Promise.all(own.map(context => context.close()))
    for (const profile of used.reverse()) {
      if (profile.page.isClosed()) continue
      await profile.empty()
      idle.push(profile)
    }
  },
  profile: async ({ emptyProfile, watch }, use) => {
    const profile = await emptyProfile()
    await watch(profile.context)
    await use(profile)
  },
  context: ({ profile }, use) => use(profile.context),
  page: ({ profile }, use) => use(profile.page),
  newProfile: async ({ emptyProfile, watch }, use) => {
    await use(async () => {
      const { context, page } = await emptyProfile()
      await watch(context)
      return page
    })
  },
  review: async ({ page }, use) => {
    await use(new ReviewPage(page))
  },
})

export { expect }

/** Appends to `faults` what goes wrong in any page or worker of a context, until what it answers with is called. */
export async function noteFaults(
  context: BrowserContext,
  origin: string,
  faults: string[],
): Promise<() => Promise<void>> {
  const noteError = (problem: WebError) => faults.push(`error: ${String(problem.error())}`)
  const noteMessage = (message: ConsoleMessage) => {
    const text = message.text()
    // What the browser says of a violation in a page; the event below tells it too, and can be stopped by a test that means it.
    const isToldByEvent = message.page() !== null && text.includes('Content Security Policy directive')
    if (message.type() === 'error' && !isToldByEvent) faults.push(`console: ${text} (${message.location().url})`)
  }
  const noteRequest = (request: Request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (/^(http|ws)s?:$/.test(protocol) && asked !== origin) faults.push(`request: ${request.url()}`)
  }
  const noteCrash = () => faults.push('crash')
  const notePage = (page: Page) => page.on('crash', noteCrash)
  context.on('weberror', noteError).on('console', noteMessage).on('request', noteRequest).on('page', notePage)
  context.pages().forEach(notePage)
  const script = await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`securitypolicyviolation of ${violatedDirective} by ${blockedURI}`)
    })
  })
  return async () => {
    context.off('weberror', noteError).off('console', noteMessage).off('request', noteRequest).off('page', notePage)
    context.pages().forEach(page => page.off('crash', noteCrash))
    await script.dispose()
  }
}

/** The origin that all requests of a test go to. */
export function originOf(baseURL: string | undefined): string {
  if (baseURL === undefined) throw new Error('The tests need the base URL of their configuration.')
  return new URL(baseURL).origin
}
