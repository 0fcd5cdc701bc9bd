import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { SECURITY_HEADERS } from '../../.ci/content-security-policy.ts'

/** The one origin on which everything is measured: the app, pages without it, and what they are filled with. */
export interface BenchHost {
  /** With a slash at the end. */
  readonly address: string
  /** Serves this below `data/`. */
  offer(name: string, value: unknown): void
  close(): void
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
}
const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest'])

/** Serves `app/` and `pages/` from these folders, compressed as good hosts do. */
export async function startHost(folders: { readonly app: string; readonly pages: string }): Promise<BenchHost> {
  const offered = new Map<string, Buffer>()
  const files = new Map<string, Buffer | null>()

  const bytesOf = (path: string): Buffer | null => {
    const [, root = '', ...rest] = path.split('/')
    if (root === 'data') return offered.get(rest.join('/')) ?? null
    if (root !== 'app' && root !== 'pages') return null
    const file = normalize(rest.join('/') || 'index.html')
    if (file.startsWith('..')) return null
    const known = files.get(path)
    if (known !== undefined) return known
    const read = readOrNull(join(folders[root], file))
    const bytes = read && COMPRESSED.has(extname(file)) ? gzipSync(read, { level: 9 }) : read
    files.set(path, bytes)
    return bytes
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const bytes = bytesOf(pathname)
    if (!bytes) return response.writeHead(404).end()
    const extension = extname(pathname.endsWith('/') ? 'index.html' : pathname)
    return response
      .writeHead(200, {
        'Content-Type': TYPES[extension] ?? 'application/octet-stream',
        'Content-Length': bytes.length,
        'Cache-Control': pathname.includes('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
        ...(COMPRESSED.has(extension) && { 'Content-Encoding': 'gzip' }),
        ...(pathname.startsWith('/app/') && SECURITY_HEADERS),
      })
      .end(bytes)
  })
  const port = await new Promise<number>(resolve => {
    server.listen(Number(process.env['FACTMARK_BENCH_PORT'] ?? 0), '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return {
    address: `http://127.0.0.1:${port}/`,
    offer: (name, value) => offered.set(name, gzipSync(JSON.stringify(value), { level: 1 })),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
