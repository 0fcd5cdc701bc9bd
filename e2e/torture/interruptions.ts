import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser } from './browser-process.ts'
import { chanceOf } from './chance.ts'
import type { Rows } from './judge.ts'
import { liveUntilKilled, lookAtCopy, startsAndShows, type Life } from './life.ts'
import { preparePowerCut } from './power-cut.ts'
import { DATABASES, withProfile } from './profile.ts'
import { UNREADABLE } from './read-rows.ts'
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
  /** A folder for what tells why a run failed: the files of the databases as each life met them, and what it was heard to do. */
  readonly evidence: string
  /** Whether what was found is enough, so that the browser is not started again. */
  isEnough?(found: readonly Interruption[]): boolean
}

/** A profile that was interrupted again and again. */
export interface Series {
  readonly interruptions: readonly Interruption[]
  /**
   * Whether it ended early: the browser was killed before its page could begin a new log of writes, behind an entry that the
   * crash before had torn, and now there is no database that opens. The one way of loss that is known and not undone.
   */
  readonly isTornTwice: boolean
}

/** Kills the browser again and again in the middle of work on one profile, and looks each time at what is left. */
export function interruptAgainAndAgain(options: InterruptionOptions): Promise<Series> {
  const { address, seed, times, evidence, isPowerCut = false, isRelaxed = false, isEnough = () => false } = options
  const chance = chanceOf(seed)
  return withProfile(async profile => {
    const interruptions: Interruption[] = []
    let life: Life | null = null
    for (let number = 0; number <= times; number++) {
      keepDatabases(profile, join(evidence, `${number}`), life)
      const found = await lookAtCopy({ address, profile })
      if (life && isTornTwice(life, found)) return { interruptions, isTornTwice: true }
      if (life) interruptions.push({ ...life, after: found })
      if (isEnough(interruptions)) break
      const cut = isPowerCut ? preparePowerCut(profile, join(evidence, `${number}`, 'file-calls.txt')) : null
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
    return { interruptions, isTornTwice: false }
  })
}

/** Keeps what nothing has opened yet, and what the life before it was heard to do. */
function keepDatabases(profile: string, folder: string, life: Life | null): void {
  mkdirSync(folder, { recursive: true })
  if (existsSync(join(profile, DATABASES))) cpSync(join(profile, DATABASES), join(folder, 'files'), { recursive: true })
  if (life) writeFileSync(join(folder, 'transactions.json'), JSON.stringify(life.transactions))
}

/** Whether all is gone after a life of which no transaction was heard: those begin when the log is sealed. */
function isTornTwice({ transactions, before }: Life, found: Rows): boolean {
  return transactions.length === 0 && (found.has(UNREADABLE) || (found.size === 0 && before.size > 0))
}
