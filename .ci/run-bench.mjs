import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { build } from 'vite'

// Measures what is shipped: the sources as Vite builds them, not as a test runner transforms them.
const [name] = process.argv.slice(2)
if (name === undefined) throw new Error('Which bench? For example: node .ci/run-bench.mjs anchoring')
const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = join(root, 'node_modules/.cache/factmark-bench')
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { ssr: join(root, `e2e/bench/${name}.ts`), outDir, emptyOutDir: true, target: 'es2023' },
})
await import(pathToFileURL(join(outDir, `${name}.js`)).href)
