// Measures what is shipped: the sources as Vite builds them, not as a test runner transforms them.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules/.cache/factmark-bench')
const bench = join(root, 'e2e/bench')
const words = process.argv.slice(2)

if (words[0] === 'anchoring') await buildScript('anchoring')
else await benchApp()

async function benchApp() {
  const options = readOptions()
  installPeers()
  const folders = { project: root, app: join(cache, 'app'), pages: join(cache, 'pages') }
  await build({ root, logLevel: 'warn', build: { outDir: folders.app, emptyOutDir: true } })
  await build({
    root: join(bench, 'pages'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folders.pages,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { input: ['floor', 'storage', 'peers'].map(name => join(bench, `pages/${name}.html`)) },
    },
  })
  const { runBench } = /** @type {typeof import('../e2e/bench/bench.ts')} */ (await buildScript('bench'))
  await runBench(folders, options)
}

/**
 * @param {string} name
 * @returns {Promise<unknown>} what it exports
 */
async function buildScript(name) {
  const outDir = join(cache, name)
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: join(bench, `${name}.ts`), outDir, emptyOutDir: true, target: 'es2023' },
  })
  return import(pathToFileURL(join(outDir, `${name}.js`)).href)
}

function readOptions() {
  const only = words.flatMap((word, index) => (words[index - 1] === '--only' ? word.split(',') : []))
  const known = new Set(['--quick', '--write', '--only'])
  const wrong = words.find((word, index) => !known.has(word) && words[index - 1] !== '--only')
  if (wrong !== undefined) throw new Error(`What is ${wrong}? There are --quick, --write and --only ROW[,ROW].`)
  return { isQuick: words.includes('--quick'), isWritten: words.includes('--write'), only }
}

/** The other tools are installed beside the bench, and only for it. */
function installPeers() {
  const stampFile = join(bench, 'node_modules/.factmark-set-up')
  const wanted = createHash('sha256')
    .update(readFileSync(join(bench, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  console.error('Installing what Factmark is measured against (npm ci in e2e/bench)…')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel', 'error'], {
    cwd: bench,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('They could not be installed: see what npm says above.')
  writeFileSync(stampFile, wanted)
}
