import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { SECURITY_HEADERS } from './content-security-policy.ts'

type Bundle = Rolldown.OutputBundle
/** Path below the site's root (`./` for the page) -> SHA-256 of the file, in hexadecimal digits. */
type Hashes = Readonly<Record<string, string>>

const WORKER = 'service-worker.js'
const PAGE = 'index.html'
const PLACEHOLDER = '__FACTMARK_BUILD__'
const FIRST_LOAD_FONT = /-latin-(?!ext-)[^/]*\.woff2$/ // the interface is English

/** Tells the built service worker which files there are, and which of them the page needs to start. */
export function offlineManifest(): Plugin {
  return {
    name: 'factmark:offline-manifest',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir }, bundle) {
        if (dir === undefined) throw new Error('The build has no folder to write to')
        refuseModule(bundle[WORKER])
        const path = join(dir, WORKER)
        writeFileSync(path, withBuild(readFileSync(path, 'utf8'), describeBuild(hashFiles(dir), bundle)))
      },
    },
  }
}

/** What the service worker knows of its build. The first load is what the page needs to start; the rest follows. */
export function describeBuild(files: Hashes, bundle: Bundle) {
  const needed = firstLoad(bundle)
  const isNeeded = (path: string) => needed.has(path) || FIRST_LOAD_FONT.test(path)
  const entries = Object.entries(files)
  return {
    id: createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 16),
    headers: SECURITY_HEADERS,
    firstLoad: Object.fromEntries(entries.filter(([path]) => isNeeded(path))),
    rest: Object.fromEntries(entries.filter(([path]) => !isNeeded(path))),
  }
}

/** The worker's source with the build in the place held for it. */
export function withBuild(source: string, build: ReturnType<typeof describeBuild>): string {
  const parts = source.split(PLACEHOLDER)
  if (parts.length !== 2) throw new Error(`${WORKER} must name ${PLACEHOLDER} once, not ${parts.length - 1} times`)
  return parts.join(JSON.stringify(build))
}

/** Not every browser runs a service worker that is a module. */
function refuseModule(worker: Bundle[string] | undefined) {
  const isPlain = worker?.type === 'chunk' && worker.imports.length + worker.exports.length === 0
  if (!isPlain) throw new Error(`${WORKER} must be one plain script`)
}

/** The page, what it names, all that its scripts import before they run, and their styles. */
function firstLoad(bundle: Bundle): ReadonlySet<string> {
  const found = new Set(['./'])
  const markup = markupOf(bundle[PAGE])
  const follow = (fileName: string) => {
    const output = bundle[fileName]
    if (output?.type !== 'chunk' || found.has(fileName)) return
    found.add(fileName)
    output.viteMetadata?.importedCss.forEach(style => found.add(style))
    output.imports.forEach(follow)
  }
  for (const { type, fileName } of Object.values(bundle)) {
    if (!markup.includes(`/${fileName}"`)) continue
    if (type === 'chunk') follow(fileName)
    else if (fileName.endsWith('.css')) found.add(fileName)
  }
  return found
}

function markupOf(page: Bundle[string] | undefined): string {
  if (page?.type !== 'asset') throw new Error(`The build has no ${PAGE}`)
  return typeof page.source === 'string' ? page.source : new TextDecoder().decode(page.source)
}

function hashFiles(dir: string): Hashes {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(path => path !== WORKER && !path.endsWith('.map'))
    .toSorted()
  // Some hosts answer a request for index.html with a redirect to its folder, so the page is known by its folder.
  return Object.fromEntries(files.map(path => [path === PAGE ? './' : path, hashFile(join(dir, path))]))
}

function hashFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
