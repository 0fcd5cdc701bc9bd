import type { BrowserProcess } from './browser-process.ts'
import type { Chance } from './chance.ts'
import type { Ledger } from './ledger.ts'

/** A kill that comes at a moment chosen by chance. */
export interface KillMoment {
  /** From now on it may come. */
  arm(): void
  hasBegun(): boolean
  /** Resolves when the browser is gone. It must have been armed. */
  ended(): Promise<void>
}

/**
 * Half of the kills come after so many milliseconds, the others in the middle of a transaction: after so many more
 * requests to write, of which an import makes hundreds.
 */
export function killSoon(browser: BrowserProcess, ledger: Ledger, chance: Chance): KillMoment {
  const delay = chance.below(400) // ms
  const writes = 1 + chance.below(chance.oneOf([10, 10, 30, 600]))
  const isInTransaction = chance.below(2) === 0
  let hasBegun = false
  let resolve: (gone: Promise<void>) => void
  const ended = new Promise<void>(answer => {
    resolve = answer
  })

  function kill(): void {
    if (hasBegun) return
    hasBegun = true
    resolve(browser.kill())
  }

  return {
    arm() {
      if (isInTransaction) ledger.afterWrites(writes, kill)
      setTimeout(kill, isInTransaction ? LONGEST_WAIT : delay)
    },
    hasBegun: () => hasBegun,
    ended: () => ended,
  }
}

const LONGEST_WAIT = 1500 // ms for the requests to come, for some work makes few
