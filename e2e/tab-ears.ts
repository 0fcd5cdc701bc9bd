import type { Page } from '@playwright/test'

/** Gives a page, before it is loaded, ears that can be stopped: what other tabs tell then waits. */
export async function withEars(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const ears = { stopped: false, waiting: [] as (() => void)[] }
    Object.assign(window, { ears })
    const listen = EventTarget.prototype.addEventListener
    BroadcastChannel.prototype.addEventListener = function (type: string, listener: unknown) {
      listen.call(this, type, event => {
        const hear = () => (listener as (event: Event) => void)(event)
        if (ears.stopped) ears.waiting.push(hear)
        else hear()
      })
    }
  })
}

/** From now on the page does not hear what other tabs tell. */
export async function stopEars(page: Page): Promise<void> {
  await page.evaluate(() => {
    ;(window as unknown as { ears: { stopped: boolean } }).ears.stopped = true
  })
}

/** The page hears what it missed, and everything from now on. */
export async function openEars(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { ears } = window as unknown as { ears: { stopped: boolean; waiting: (() => void)[] } }
    ears.stopped = false
    for (const hear of ears.waiting.splice(0)) hear()
  })
}
