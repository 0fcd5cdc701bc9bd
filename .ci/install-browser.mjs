import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { aptInstall } from './apt.mjs'

const DOWNLOAD_LIMIT = 5 * 60_000 // ms; without a way out, the download tries again and again

/** Tries Playwright's own download, then Debian's package; whether one came is for the caller to look. */
export function installBrowser() {
  console.log('No Chromium found. Trying `playwright install chromium`…')
  const playwright = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url))
  const { status } = spawnSync(process.execPath, [playwright, 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: DOWNLOAD_LIMIT,
  })
  if (status !== 0) aptInstall(['chromium-headless-shell', 'chromium'])
}
