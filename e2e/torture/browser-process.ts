import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { LAUNCH_ARGUMENTS } from '../../.ci/find-browser.mjs'

/** A Chromium of its own on a profile that outlives it. */
export interface BrowserProcess {
  readonly page: Page
  /** Of the built program, with a slash at the end. */
  readonly address: string
  readonly context: BrowserContext
  /** To the page, for what Playwright has no word for. */
  readonly session: CDPSession
  /** Ends every process of the browser at once, as a crash or the system would, and waits until it is gone. */
  kill(): Promise<void>
  /** Closes the browser as a person does, and waits until everything is written. */
  close(): Promise<void>
}

/** How a browser is started. */
export interface BrowserOptions {
  /** Of the built program, with a slash at the end. */
  readonly address: string
  /** A folder that outlives the browser. */
  readonly profile: string
  /** A command that runs the browser, with its words; it must end when the browser does. */
  readonly under?: readonly string[]
}

/** Starts a Chromium. */
export async function startBrowser({ address, profile, under }: BrowserOptions): Promise<BrowserProcess> {
  const [command, ...words] = commandFor(profile, under ?? [])
  // The leader of a process group, so that one signal reaches all of it.
  const child = spawn(command, words, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'exit')
  const browser = await chromium.connectOverCDP(await addressOf(child))
  const gone = new Promise(resolve => browser.on('disconnected', resolve))
  const context = browser.contexts()[0]!
  context.setDefaultTimeout(30_000) // ms
  const page = context.pages()[0] ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  return {
    page,
    address,
    context,
    session,
    async kill() {
      if (child.exitCode === null && child.signalCode === null) endProcesses(child, under !== undefined)
      // What the browser had said before stands in the connection until it is read.
      await Promise.all([ended, gone])
    },
    async close() {
      const control = await browser.newBrowserCDPSession()
      await control.send('Browser.close')
      await Promise.all([ended, gone])
    },
  }
}

function commandFor(profile: string, under: readonly string[]): readonly [string, ...string[]] {
  const [command, ...words] = [...under, browserPath()]
  if (command === undefined) throw new Error('There is nothing to start.')
  return [command, ...words, ...ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank']
}

const ARGUMENTS = [
  ...LAUNCH_ARGUMENTS,
  '--headless',
  '--remote-debugging-port=0',
  '--no-default-browser-check',
  '--password-store=basic',
  '--window-size=1280,800',
]

function browserPath(): string {
  return process.env['FACTMARK_BROWSER'] || chromium.executablePath()
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`Chromium did not start: ${said}`)))
  })
}

/** What the browser runs under is spared: it has to write down how it ended. */
function endProcesses({ pid }: ChildProcess, isUnder: boolean): void {
  if (pid === undefined) throw new Error('Chromium has no process.')
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', `${pid}`, '/t', '/f'])
  else if (isUnder) for (const member of membersOf(pid)) process.kill(member, 'SIGKILL')
  else process.kill(-pid, 'SIGKILL')
}

/** The processes of a group but its leader. */
function membersOf(group: number): readonly number[] {
  const listing = spawnSync('ps', ['-A', '-o', 'pid=,pgid=']).stdout.toString()
  return listing
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, pgid]) => (pid !== undefined && pgid === group && pid !== group ? [pid] : []))
}
