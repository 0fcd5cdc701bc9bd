// Called before `npm start` and `npm test`, so it uses nothing that an install would bring.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = [20, 19] // what Vite 8 asks for
const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = `${root}node_modules/.factmark-set-up`

checkNode()
installPackages()
if (process.argv.includes('--with-browser')) await provideBrowser()
if (process.argv.includes('--with-strace')) await provideStrace()

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  stop(`Factmark needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`)
}

function installPackages() {
  const wanted = stamp()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  console.log('Installing packages (npm ci)…')
  const { status } = npm(['ci', '--no-audit', '--no-fund'])
  if (status !== 0) stop('The packages could not be installed: see what npm says above.')
  writeFileSync(stampFile, wanted)
}

/** What the installed packages depend on: packages with native parts differ by Node version and platform. */
function stamp() {
  const lockfile = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex')
  return `${lockfile} node ${process.versions.node} ${process.platform} ${process.arch}\n`
}

/** @param {readonly string[]} words */
function npm(words) {
  const script = process.env['npm_execpath']
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }
  if (script?.endsWith('.js')) return spawnSync(process.execPath, [script, ...words], options)
  return spawnSync('npm', words, { ...options, shell: process.platform === 'win32' })
}

async function provideBrowser() {
  const { findBrowser } = await import('./find-browser.mjs')
  if (await findBrowser()) return
  const { installBrowser } = await import('./install-browser.mjs')
  installBrowser()
  if (await findBrowser()) return
  stop('The tests need a Chromium. Install one (npx playwright install chromium), or name one in CHROMIUM_PATH.')
}

/** Without it, the tests that need it say that they are skipped. */
async function provideStrace() {
  if (spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0) return
  const { aptInstall } = await import('./apt.mjs')
  aptInstall(['strace'])
}

/**
 * @param {string} reason
 * @returns {never}
 */
function stop(reason) {
  console.error(reason)
  process.exit(1)
}
