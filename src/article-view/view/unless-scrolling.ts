const STILL_AFTER = 100 // ms without a scroll event
const AT_LEAST_EVERY = 400 // ms, so that what stands beside the text does not stray far from it

/** Work that may be asked for in every frame. */
export interface CalmWork {
  call(): void
  stop(): void
}

/**
 * Does work at once while nothing is scrolled; while something is, when it stands still again, and now and then on the
 * way. Text that is laid out when it comes near the viewport changes the article's height with almost every frame.
 */
export function unlessScrolling(scroller: HTMLElement, work: () => void): CalmWork {
  let lastScroll = -Infinity
  let lastWork = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const scrolled = () => (lastScroll = performance.now())
  const isStill = () => performance.now() - lastScroll > STILL_AFTER
  function call(): void {
    clearTimeout(timer)
    const now = performance.now()
    if (isStill() || now - lastWork > AT_LEAST_EVERY) {
      lastWork = now
      work()
    } else timer = setTimeout(call, STILL_AFTER)
  }

  scroller.addEventListener('scroll', scrolled, { passive: true })
  return {
    call,
    stop() {
      clearTimeout(timer)
      scroller.removeEventListener('scroll', scrolled)
    },
  }
}
