import { startBrowser } from './browser-process.ts'
import { chanceOf } from './chance.ts'
import type { Rows } from './judge.ts'
import { liveUntilKilled, lookAtCopy, startsAndShows, type Life } from './life.ts'
import { preparePowerCut } from './power-cut.ts'
import { withProfile } from './profile.ts'
import { relaxTransactions } from './relax-transactions.ts'

/** A life of the browser, and what was found in the next one. */
export interface Interruption extends Life {
  readonly after: Rows
}

export interface InterruptionOptions {
  /** Of the built program, with a slash at the end. */
  readonly address: string
  readonly seed: number
  readonly times: number
  /** Whether what was not synced is dropped from the disk after each kill. */
  readonly isPowerCut?: boolean
  /** Whether the program's transactions are made to ask for relaxed durability. */
  readonly isRelaxed?: boolean
  /** Whether what was found is enough, so that the browser is not started again. */
  isEnough?(found: readonly Interruption[]): boolean
}

/** Kills the browser again and again in the middle of work on one profile, and looks each time at what is left. */
export function interruptAgainAndAgain(options: InterruptionOptions): Promise<readonly Interruption[]> {
  const { address, seed, times, isPowerCut = false, isRelaxed = false, isEnough = () => false } = options
  const chance = chanceOf(seed)
  return withProfile(async profile => {
    const interruptions: Interruption[] = []
    let life: Life | null = null
    for (let number = 0; number <= times; number++) {
      const found = await lookAtCopy({ address, profile })
      if (life) interruptions.push({ ...life, after: found })
      if (isEnough(interruptions)) break
      const cut = isPowerCut ? preparePowerCut(profile) : null
      const browser = await startBrowser({ address, profile, ...(cut && { under: cut.under }) })
      try {
        if (isRelaxed) await browser.context.addInitScript(relaxTransactions)
        if (number < times) life = await liveUntilKilled(browser, chance, found)
        else await startsAndShows(browser, found)
      } finally {
        await browser.kill()
        cut?.strike(chance)
        cut?.dispose()
      }
    }
    return interruptions
  })
}
