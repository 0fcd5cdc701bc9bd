import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from '@playwright/test'

const FOLDER = '/some/folder/'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

/** A plain static host: the build in a folder of it, no headers but the type, `index.html` redirected to its folder. */
export interface StaticHost {
  /** Of the page, with a slash at the end. */
  readonly address: string
  /** Puts up another build: `change` gets and gives back the page's markup. */
  publish(change: (page: string) => string): void
  /** Puts up a page that no service worker knows, as while another build is being uploaded. */
  publishPageOnly(page: string): void
}

/** A test with a host of its own, for what must not touch the host of the other tests. */
export const test = base.extend<{ host: StaticHost }>({
  host: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'factmark-host-'))
    cpSync(fileURLToPath(new URL('../dist', import.meta.url)), root, { recursive: true })
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://host').pathname
      if (path === `${FOLDER}index.html`) return response.writeHead(308, { location: FOLDER }).end()
      const file = path.slice(FOLDER.length) || 'index.html'
      const bytes = path.startsWith(FOLDER) ? read(join(root, file)) : undefined
      if (!bytes) return response.writeHead(404).end()
      return response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(bytes)
    })
    const port = await new Promise<number>(resolve => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    await use({
      address: `http://127.0.0.1:${port}${FOLDER}`,
      publish: change => publish(root, change),
      publishPageOnly: page => writeFileSync(join(root, 'index.html'), page),
    })
    server.close()
    server.closeAllConnections()
    rmSync(root, { recursive: true })
  },
})

/** What a new build changes: the page, and what its service worker says of it. */
function publish(root: string, change: (page: string) => string) {
  const [pagePath, workerPath] = [join(root, 'index.html'), join(root, 'service-worker.js')]
  const before = readFileSync(pagePath, 'utf8')
  const after = change(before)
  const worker = readFileSync(workerPath, 'utf8')
    .replace(sha256(before), sha256(after))
    .replace(/"id":"[0-9a-f]+"/, `"id":"${sha256(after)}"`)
  writeFileSync(pagePath, after)
  writeFileSync(workerPath, worker)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
