import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { startBrowser, type BrowserOptions, type BrowserProcess } from './browser-process.ts'
import type { Chance } from './chance.ts'
import { acknowledgedRows, type Rows, type SeenTransaction } from './judge.ts'
import { killSoon } from './kill-moment.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { observeDatabases, REPORT, type Observation } from './observer.ts'
import { DATABASES, withProfile } from './profile.ts'
import { readRows } from './read-rows.ts'
import { reviewerAtWork, startWork } from './reviewer-at-work.ts'
import { showsExactly } from './shown-statements.ts'

/** One life of the browser, from its start to its end. */
export interface Life {
  /** What lay in the databases when it began. */
  readonly before: Rows
  /** In the order in which they began. */
  readonly transactions: readonly SeenTransaction[]
}

/** Reads the databases, with no program at work: a picture runs none. Chromium itself writes when it opens them. */
export async function lookInside(browser: BrowserProcess): Promise<Rows> {
  await leaveProgram(browser)
  return readRows(browser.page)
}

/** Reads the databases of a profile in a copy of it, so that Factmark meets the very files that a crash has left. */
export function lookAtCopy({ address, profile }: BrowserOptions): Promise<Rows> {
  return withProfile(async copy => {
    const [from, to] = [join(profile, DATABASES), join(copy, DATABASES)]
    if (existsSync(from)) cpSync(from, to, { recursive: true })
    return liveInPeace({ address, profile: copy }, lookInside)
  })
}

/** Starts Factmark and waits until it shows what lies in the database, no more and no less. */
export async function startsAndShows(browser: BrowserProcess, found: Rows): Promise<void> {
  await startWork(browser)
  await showsExactly(browser.page, () => found)
}

/** Starts a browser, does something in it, and closes it as a person does. */
export async function liveInPeace<T>(
  options: BrowserOptions,
  work: (browser: BrowserProcess) => Promise<T>,
): Promise<T> {
  const browser = await startBrowser(options)
  try {
    const result = await work(browser)
    await browser.close()
    return result
  } finally {
    await browser.kill()
  }
}

/** Does so many things, drawn by chance, waits until they are saved, and leaves the page. */
export async function workInPeace(
  browser: BrowserProcess,
  chance: Chance,
  actions: number,
): Promise<readonly SeenTransaction[]> {
  const ledger = await keepLedger(browser)
  const reviewer = reviewerAtWork(browser, chance)
  await startWork(browser)
  for (let action = 0; action < actions; action++) await reviewer.doNext()
  await reviewer.isSaved()
  await leaveProgram(browser) // which writes down where the reviewer was, and nobody would hear of it once the browser closes
  return ledger.transactions()
}

/** Works on until the browser is killed, at a moment that chance has chosen. Throws when anything fails before that. */
export async function liveUntilKilled(browser: BrowserProcess, chance: Chance, before: Rows): Promise<Life> {
  const { page } = browser
  const ledger = await keepLedger(browser)
  const acknowledged = () => acknowledgedRows(before, ledger.transactions())
  const reviewer = reviewerAtWork(browser, chance)
  const lastAction = chance.below(MOST_ACTIONS)
  const kill = killSoon(browser, ledger, chance)
  try {
    if (lastAction === 0) kill.arm()
    await startWork(browser)
    await showsExactly(page, acknowledged)
    for (let action = 1; ; action++) {
      if (action === lastAction) kill.arm()
      await reviewer.doNext()
      if (chance.below(3) > 0) continue
      await reviewer.isSaved()
      await showsExactly(page, acknowledged)
    }
  } catch (error) {
    // Once the browser is gone, whatever was being done fails.
    if (!kill.hasBegun()) throw error
  }
  await kill.ended()
  return { before, transactions: ledger.transactions() }
}

/**
 * Starts Factmark and kills the browser after so many requests to write, or else once the article is shown. While it
 * `holdsStill`, the page itself waits there for the kill, which otherwise may come late.
 */
export async function migrateUntilKilled(
  browser: BrowserProcess,
  { writes, holdsStill, before }: { readonly writes: number; readonly holdsStill: boolean; readonly before: Rows },
): Promise<Life> {
  const ledger = await keepLedger(browser, holdsStill ? writes : null)
  const kills: Promise<void>[] = []
  ledger.afterWrites(writes, () => kills.push(browser.kill()))
  try {
    await startWork(browser)
  } catch (error) {
    // Once the browser is gone, whatever was being done fails.
    if (kills.length === 0) throw error
  }
  await (kills[0] ?? browser.kill())
  return { before, transactions: ledger.transactions() }
}

const MOST_ACTIONS = 8

async function leaveProgram({ page, address }: BrowserProcess): Promise<void> {
  await page.goto(`${address}icons/factmark.svg`)
}

async function keepLedger({ context, session }: BrowserProcess, stillAfter: number | null = null): Promise<Ledger> {
  const ledger = createLedger()
  session.on('Runtime.bindingCalled', ({ payload }) => ledger.note(JSON.parse(payload) as Observation))
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: REPORT })
  await context.addInitScript(observeDatabases, { report: REPORT, stillAfter })
  return ledger
}
