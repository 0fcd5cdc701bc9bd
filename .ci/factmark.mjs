// The command line: built when the sources are newer than what was built, then run.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = 'dist-command-line'
const built = join(root, folder, 'factmark.js')

if (!existsSync(built) || statSync(built).mtimeMs < newestSource()) await build()
await import(new URL(`../${folder}/factmark.js`, import.meta.url).href)

async function build() {
  const vite = await import('vite')
  await vite.build({
    root,
    configFile: false,
    logLevel: 'error', // Standard output is for what the command writes.
    build: { ssr: 'src/command-line/factmark.ts', outDir: folder, target: 'node20', emptyOutDir: true },
  })
}

function newestSource() {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  const sources = [
    ...names.filter(name => /\.(ts|css)$/.test(name)).map(name => join('src', name)),
    'package-lock.json',
  ]
  return Math.max(...sources.map(name => statSync(join(root, name)).mtimeMs))
}
