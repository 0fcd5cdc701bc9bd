/** Work on a database that another tab may hold up. */
export interface HeldUpWork<T> {
  /** What the work came to, or `HELD_UP` when the other tab has still not let go after its time. May be asked again. */
  outcome(): Promise<T | typeof HELD_UP>
}

const HELD_UP = Symbol('held up by another tab')

/** Begins work that says when it is held up; from then on it has `patience` milliseconds. It is never broken off. */
export function unlessHeldUp<T>(patience: number, begin: (onHeldUp: () => void) => Promise<T>): HeldUpWork<T> {
  let giveUp: () => void
  const heldUp = new Promise<typeof HELD_UP>(resolve => {
    giveUp = () => resolve(HELD_UP)
  })
  const work = begin(() => setTimeout(() => giveUp(), patience))
  return { outcome: () => Promise.race([work, heldUp]) }
}

/** Whether work was held up for longer than its time. */
export function isHeldUp(outcome: unknown): outcome is typeof HELD_UP {
  return outcome === HELD_UP
}
