import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { findBrowser, LAUNCH_ARGUMENTS } from '../../../.ci/find-browser.mjs'
import { changesOf, type MadeArticle } from '../made-article.ts'
import type { BenchHost } from '../bench-host.ts'
import { installProbe } from './probe.ts'

/** A browser with a profile on disk, as a person has one. */
export interface Profile {
  readonly context: BrowserContext
  /** A page of Factmark, at this place of it; with an article it is there, painted and at rest. */
  openApp(hash?: string): Promise<Page>
  /** A page of the bench, ready. */
  openPage(name: string): Promise<Page>
  /** Puts articles into the library. */
  fill(articles: readonly MadeArticle[]): Promise<void>
  close(): Promise<void>
}

const WINDOW = { width: 1360, height: 900 }

/** Starts a browser with an empty profile. */
export async function openProfile(host: BenchHost): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), 'factmark-bench-'))
  const executablePath = await findBrowser()
  if (executablePath === undefined) throw new Error('There is no Chromium: npm test installs one.')
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...LAUNCH_ARGUMENTS, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
    viewport: WINDOW,
  })
  context.setDefaultTimeout(60_000)

  async function openPage(name: string): Promise<Page> {
    const page = await context.newPage()
    await page.goto(`${host.address}pages/${name}`)
    await page.locator('html[data-ready=yes]').waitFor({ state: 'attached' })
    return page
  }

  return {
    context,
    openPage,
    async openApp(hash = '#/library') {
      const page = await context.newPage()
      await page.addInitScript(installProbe)
      await page.goto(`${host.address}app/${hash}`)
      await goTo(page, hash)
      await untilNothingIsCopied(page)
      return page
    },
    async fill(articles) {
      const page = await openPage('storage.html')
      host.offer('changes.json', changesOf(articles))
      await page.evaluate(() => window.storagePage.fill('changes.json'))
      await page.close()
    },
    async close() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Goes to a place of the app and waits until it stands there: the library, or an article, with all that is drawn in it. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(to => (location.hash = to), hash)
  if (hash.includes('/article/')) {
    await page.waitForFunction(() => window.probe.article() !== null, undefined, { polling: 100 })
  } else await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(() => window.probe.settle())
}

/** Waits until nothing was copied for two seconds: snapshots and copies make themselves while the page is idle, and would be measured with what comes first after them. */
export async function untilNothingIsCopied(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let quiet = 0; quiet < 8; quiet += 1) {
      await new Promise(resolve => setTimeout(resolve, 250))
      const { held = [], pending = [] } = await navigator.locks.query()
      if ([...held, ...pending].some(({ name = '' }) => /^factmark-(?:snapshots|copy-)/.test(name))) quiet = -1
    }
  })
}

/** The heap of a page in bytes, after everything that can go has gone. */
export async function heapOf(page: Page): Promise<number> {
  const session: CDPSession = await page.context().newCDPSession(page)
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

/** Slows the processor of a page down while something is done. */
export async function slowedDown<T>(page: Page, factor: number, work: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor })
  try {
    return await work()
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await session.detach()
  }
}

/** Waits until the copy that makes an article quick to read is no longer written. */
export async function untilCopied(page: Page, article: string): Promise<void> {
  await page.evaluate(async id => {
    const opening = indexedDB.open('factmark')
    await new Promise(resolve => (opening.onsuccess = resolve))
    const database = opening.result
    const count = () =>
      new Promise<number>(resolve => {
        const request = database
          .transaction('readingCopies')
          .objectStore('readingCopies')
          .count(IDBKeyRange.bound([id], [id, []]))
        request.onsuccess = () => resolve(request.result)
      })
    let last = -1
    for (let same = 0; same < 3;) {
      await new Promise(resolve => setTimeout(resolve, 500))
      const now = await count()
      same = now === last ? same + 1 : 0
      last = now
    }
    database.close()
  }, article)
}
