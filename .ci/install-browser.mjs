import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const DOWNLOAD_LIMIT = 5 * 60_000 // ms; without a way out, the download tries again and again

/** Tries Playwright's own download, then Debian's package; whether one came is for the caller to look. */
export function installBrowser() {
  console.log('No Chromium found. Trying `playwright install chromium`…')
  const playwright = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url))
  if (run(process.execPath, [playwright, 'install', 'chromium'], DOWNLOAD_LIMIT)) return
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return
  run('apt-get', ['update'])
  for (const name of ['chromium-headless-shell', 'chromium']) {
    console.log(`Trying \`apt-get install ${name}\`…`)
    if (run('apt-get', ['install', '--yes', '--no-install-recommends', name])) return
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 * @param {number} [timeout] ms
 */
function run(command, words, timeout) {
  const { status } = spawnSync(command, words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    ...(timeout === undefined ? {} : { timeout }),
  })
  return status === 0
}
