import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'

// Debian's headless shell is the same engine without the browser's own windows: tests take half the time.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const USUAL_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(variable =>
    join(process.env[variable] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
]

/**
 * The path of a Chromium that starts: Playwright's own, the one named in CHROMIUM_PATH, or one installed on the system.
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  const own = await playwrightsOwn()
  const named = process.env['CHROMIUM_PATH']
  const candidates = [...own, ...(named ? [named] : []), ...onSearchPath(), ...USUAL_PLACES]
  return candidates.find(candidate => existsSync(candidate) && starts(candidate))
}

/** How tests start it: nothing looks for hosts in the background, and only root goes without the sandbox. */
export const LAUNCH_ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** The headless shell first, as Playwright itself does. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const full = chromium.executablePath()
  return [...headlessShells(full), full]
}

/**
 * Playwright keeps `chromium-1234` and `chromium_headless_shell-1234` side by side, and names only the first.
 * @param {string} full
 */
function headlessShells(full) {
  const build = full.split(/[\\/]/).find(part => /^chromium-\d+$/.test(part))
  if (build === undefined) return []
  const cache = full.slice(0, full.indexOf(build))
  const shell = join(cache, build.replace('chromium-', 'chromium_headless_shell-'))
  if (!existsSync(shell)) return []
  return readdirSync(shell, { recursive: true, encoding: 'utf8' })
    .filter(file => /^(chrome-)?headless[-_]shell(\.exe)?$/.test(basename(file)))
    .map(file => join(shell, file))
}

function onSearchPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '')
  return NAMES.flatMap(name => folders.map(folder => join(folder, name)))
}

/**
 * Some systems have a `chromium-browser` that only says what to install. On Windows, asking would open a window.
 * @param {string} path
 */
function starts(path) {
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { cwd: dirname(path), stdio: 'ignore', timeout: 20_000 }).status === 0
}
