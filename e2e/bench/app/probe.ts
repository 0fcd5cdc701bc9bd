/** What a step came to, in milliseconds from its beginning, which stands at the beginning of a frame. */
export interface Step {
  /** Until the end of the frame in which what was asked for is shown. */
  readonly painted: number
  /** Until the last of what it caused has ended. */
  readonly settled: number
  /** The longest task on the way; 0 when none took 50 ms. */
  readonly longest: number
  /** Until the first writing transaction was asked for; `null` when there was none. */
  readonly issued: number | null
  /** Until the page says that all is saved; `null` when it never said anything else. */
  readonly saved: number | null
}

/** Measures the app from within its page, without a hand in it. */
export interface Probe {
  /** Does something at the beginning of a frame and follows what comes of it. `limit` in ms. */
  step(act: () => unknown, isShown: () => boolean, limit?: number): Promise<Step>
  /** Resolves when nothing has happened for a while and everything is saved. */
  settle(): Promise<void>
  /** Scrolls by so many px a frame; milliseconds between the frames, and the longest task. */
  scroll(frames: number, step: number): Promise<{ readonly frames: readonly number[]; readonly longest: number }>
  readonly article: () => HTMLElement | null
  readonly scroller: () => HTMLElement
  press(key: string, options?: KeyboardEventInit): void
  /** Whether every statement in view is highlighted, and some cards are there. */
  isInViewPainted(): boolean
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Runs in every page of the app before anything else: knows nothing outside of itself. */
export function installProbe(): void {
  const tasks: { readonly end: number; readonly duration: number; readonly start: number }[] = []
  const writes: number[] = []
  const statuses: { readonly at: number; readonly text: string }[] = []
  let lastChange = 0

  const observer = new PerformanceObserver(list => note(list.getEntries()))
  observer.observe({ type: 'longtask', buffered: true })
  function note(entries: readonly PerformanceEntry[]): void {
    for (const { startTime, duration } of entries) tasks.push({ start: startTime, end: startTime + duration, duration })
  }

  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (...options) {
    if (options[1] === 'readwrite') writes.push(performance.now())
    return transaction.apply(this, options)
  }

  // Elements that come and go are enough to see that something happens; to note more would cost what is measured.
  new MutationObserver(() => (lastChange = performance.now())).observe(document, { childList: true, subtree: true })
  const noteStatus = (status: Element) => {
    const text = status.textContent
    if (statuses.at(-1)?.text !== text) statuses.push({ at: performance.now(), text })
  }
  let watched: Element | null = null
  function watchStatus(): void {
    const status = document.querySelector('header [role=status]')
    if (!status || status === watched) return
    watched = status
    noteStatus(status)
    new MutationObserver(() => noteStatus(status)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  }

  const afterFrame = () =>
    new Promise<number>(resolve => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve(performance.now())
      }
      port2.postMessage(null)
    })
  const nextFrame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
  const pause = (time: number) => new Promise(resolve => setTimeout(resolve, time))
  const isSaved = () => (statuses.at(-1)?.text ?? '').startsWith('Saved')

  async function settle(): Promise<void> {
    const end = performance.now() + 60_000
    const quiet = 250 // ms
    while (performance.now() < end) {
      await pause(quiet / 2)
      watchStatus()
      note(observer.takeRecords())
      const busy = Math.max(lastChange, tasks.at(-1)?.end ?? 0)
      if (performance.now() - busy > quiet && (isSaved() || watched === null)) return
    }
    throw new Error('The page did not come to rest within a minute.')
  }

  window.probe = {
    settle,
    article: () => document.querySelector<HTMLElement>('[role=textbox][aria-readonly]'),
    scroller: () => document.querySelector<HTMLElement>('.review-scroller')!,
    press(key, options = {}) {
      const target = document.querySelector('[role=textbox][aria-readonly]') ?? document.body
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }))
    },
    async step(act, isShown, limit = 60_000) {
      await nextFrame()
      const start = performance.now()
      const before = statuses.length
      act()
      let painted = await afterFrame()
      while (!isShown()) {
        if (painted - start > limit) throw new Error(`Not shown within ${limit} ms.`)
        await nextFrame()
        painted = await afterFrame()
      }
      await settle()
      const later = statuses.slice(before)
      const mine = tasks.filter(({ end }) => end > start)
      return {
        painted: painted - start,
        settled: Math.max(painted, lastChange, ...mine.map(({ end }) => end)) - start,
        longest: Math.max(0, ...mine.map(({ duration }) => duration)),
        issued: (writes.find(at => at >= start) ?? NaN) - start || null,
        saved: later.length > 0 ? later.at(-1)!.at - start : null,
      }
    },
    async scroll(frames, step) {
      const scroller = document.querySelector<HTMLElement>('.review-scroller')!
      await settle()
      note(observer.takeRecords())
      const times: number[] = []
      const start = performance.now()
      for (let time = await nextFrame(); times.push(time) <= frames; time = await nextFrame())
        scroller.scrollTop += step
      await pause(100)
      note(observer.takeRecords())
      return {
        frames: times.slice(1).map((one, index) => one - times[index]!),
        longest: Math.max(0, ...tasks.filter(({ end }) => end > start).map(({ duration }) => duration)),
      }
    },
    isInViewPainted() {
      const article = document.querySelector('[role=textbox][aria-readonly]')
      const scroller = document.querySelector('.review-scroller')
      if (!article || !scroller) return false
      const { top, bottom } = scroller.getBoundingClientRect()
      const isInView = (element: Element) => {
        const box = element.getBoundingClientRect()
        return box.bottom > top && box.top < bottom
      }
      // Its blocks lie on sheets: a block of one that is not in view is not to be laid out for this.
      const sheets = [...article.children].filter(isInView)
      const blocks = sheets.flatMap(sheet => [...sheet.children]).filter(isInView)
      const paragraphs = blocks.filter(({ tagName }) => tagName === 'P')
      const hasCards = document.querySelector('[role=comment]') !== null
      return paragraphs.length > 0 && hasCards && paragraphs.every(block => block.querySelector('mark') !== null)
    },
  }
}
