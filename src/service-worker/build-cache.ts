import type { Build, Hashes } from './build.ts'

const PREFIX = 'factmark-'
const PAGE = './'

/** The files of one build, kept for use without a network. */
export interface BuildCache {
  /** Keeps what the page needs to start: all of it, or it throws. */
  keepFirstLoad(): Promise<void>
  /** Keeps what is still missing, one file after the other; throws at the first that cannot be had. */
  keepRest(): Promise<void>
  /** Forgets the files of every other build. */
  deleteOthers(): Promise<void>
  /** The address in this build that a request asks for, or nothing when it is for the network alone. */
  addressFor(request: Request): string | undefined
  /** The file at an address of this build: the one kept, or else the network's. */
  answer(address: string, request: Request): Promise<Response>
}

/** Keeps `build` in `storage`. `scope` is the site's root, with a slash at its end; `download` is `fetch`. */
export function createBuildCache(
  build: Build,
  scope: string,
  storage: CacheStorage,
  download: (request: Request) => Promise<Response>,
): BuildCache {
  const name = PREFIX + build.id
  const addressOf = (path: string) => new URL(path, scope).href
  const addresses = new Set([...Object.keys(build.firstLoad), ...Object.keys(build.rest)].map(addressOf))

  async function keep(cache: Cache, path: string, hash: string) {
    const address = addressOf(path)
    if (await cache.match(address, ANY_VARIANT)) return
    const earlier = await storage.match(address, ANY_VARIANT)
    const kept = earlier && (await hasHash(earlier, hash)) ? earlier : await fetchWithHash(address, hash)
    await cache.put(address, isKeepable(kept) ? kept : withHeaders(kept, {}))
  }

  async function fetchWithHash(address: string, hash: string) {
    const response = await download(new Request(address, { cache: 'reload' }))
    // A host in the middle of an update mixes two builds; half of each must not be kept.
    if (!response.ok || !(await hasHash(response, hash))) throw new Error(`${address} is not the file of this build`)
    return response
  }

  async function keepAll(files: Hashes) {
    const cache = await storage.open(name)
    for (const [path, hash] of Object.entries(files)) await keep(cache, path, hash)
  }

  return {
    async keepFirstLoad() {
      const cache = await storage.open(name)
      await Promise.all(Object.entries(build.firstLoad).map(([path, hash]) => keep(cache, path, hash)))
    },
    keepRest: () => keepAll({ ...build.firstLoad, ...build.rest }), // a browser may have dropped what was kept before
    async deleteOthers() {
      const others = (await storage.keys()).filter(key => key.startsWith(PREFIX) && key !== name)
      await Promise.all(others.map(key => storage.delete(key)))
    },
    addressFor(request) {
      if (request.method !== 'GET') return undefined
      const asked = new URL(request.url)
      const address = asked.origin + asked.pathname
      const found = address === addressOf('index.html') ? addressOf(PAGE) : address
      return addresses.has(found) ? found : undefined
    },
    async answer(address, request) {
      const cache = await storage.open(name)
      const kept = await cache.match(address, ANY_VARIANT)
      if (!kept) return download(request)
      // Chromium keeps the compiled code of a script only when it is answered with what the host sent.
      return request.destination === 'script' ? kept : withHeaders(kept, build.headers)
    },
  }
}

const ANY_VARIANT = { ignoreVary: true }

/**
 * Whether a response can be kept as it came: a browser keeps nothing that is said to vary with everything, and what a redirected
 * script imports would be looked for where it came from.
 */
function isKeepable({ headers, redirected }: Response): boolean {
  return !redirected && headers.get('vary')?.includes('*') !== true
}

async function hasHash(response: Response, hash: string): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('') === hash
}

/**
 * The response with nothing of the host's but its type. A worker obeys the policy of its own file, not the page's, and many
 * static hosts send none; and a browser refuses a redirected one as a page, so it is made anew.
 */
function withHeaders(response: Response, headers: Build['headers']): Response {
  const type = response.headers.get('content-type')
  return new Response(response.body, { headers: { ...(type === null ? {} : { 'Content-Type': type }), ...headers } })
}
