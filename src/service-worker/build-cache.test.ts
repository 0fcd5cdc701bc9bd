import { describe, expect, it } from 'vitest'
import { createBuildCache } from './build-cache.ts'
import type { Build } from './build.ts'

const SCOPE = 'https://desk.example/factmark/'
const HEADERS = { 'Content-Security-Policy': "default-src 'none'" }

describe('build cache', () => {
  it('O3 keeps the whole first load, past the browser’s own cache', async () => {
    const { cache, storage, asked } = await aSite({
      firstLoad: { './': 'page', 'main.js': 'script' },
      rest: { 'pdf.js': 'pdf' },
    })
    await cache.keepFirstLoad()
    expect(await storage.contents()).toEqual({ [SCOPE]: 'page', [`${SCOPE}main.js`]: 'script' })
    expect(asked.map(request => request.cache)).toEqual(['reload', 'reload'])
  })

  it('O4 refuses a file that is not the one of its build, as while a host is being updated', async () => {
    const site = await aSite({ firstLoad: { './': 'page' } })
    site.host({ './': 'page of the next build' })
    await expect(site.cache.keepFirstLoad()).rejects.toThrow('is not the file of this build')
    expect(await site.storage.contents()).toEqual({})
  })

  it('O4 refuses a file that the host no longer has', async () => {
    const site = await aSite({ firstLoad: { 'main.js': 'script' } })
    site.host({})
    await expect(site.cache.keepFirstLoad()).rejects.toThrow('is not the file of this build')
  })

  it('O5 takes from an earlier build what has not changed, and asks for the rest', async () => {
    const first = await aSite({ id: '1', firstLoad: { './': 'page 1', 'main.js': 'same' } })
    await first.cache.keepFirstLoad()
    const next = await aSite({ id: '2', firstLoad: { './': 'page 2', 'main.js': 'same' } }, first.storage)
    await next.cache.keepFirstLoad()
    expect(next.asked.map(request => request.url)).toEqual([SCOPE])
    await next.cache.deleteOthers()
    expect(await next.storage.keys()).toEqual(['factmark-2'])
    expect(await next.storage.contents()).toEqual({ [SCOPE]: 'page 2', [`${SCOPE}main.js`]: 'same' })
  })

  it('O5 deletes no cache of another program of the same host', async () => {
    const site = await aSite({ id: '1', firstLoad: { './': 'page' } })
    await site.storage.open('somebody-else')
    await site.cache.keepFirstLoad()
    await site.cache.deleteOthers()
    expect(await site.storage.keys()).toEqual(['somebody-else', 'factmark-1'])
  })

  it('O6 keeps later what is missing, also of the first load, and asks for nothing twice', async () => {
    const site = await aSite({ firstLoad: { './': 'page' }, rest: { 'pdf.js': 'pdf', 'font.woff2': 'font' } })
    await site.cache.keepRest()
    expect(Object.keys(await site.storage.contents())).toEqual([SCOPE, `${SCOPE}pdf.js`, `${SCOPE}font.woff2`])
    await site.cache.keepRest()
    expect(site.asked).toHaveLength(3)
  })

  it.each(['document', 'worker', 'sharedworker', 'style', ''])(
    'O7 answers “%s” with the security headers of the build alone',
    async kind => {
      const { cache } = await aSite({ firstLoad: { './': 'page' } })
      await cache.keepFirstLoad()
      const answer = await cache.answer(SCOPE, aRequest(SCOPE, kind))
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'")
      expect(answer.headers.get('content-type')).toBe('text/html')
      expect(answer.headers.get('x-host')).toBeNull()
      expect(await answer.text()).toBe('page')
    },
  )

  it('O7 answers scripts with what the host sent', async () => {
    const { cache } = await aSite({ firstLoad: { 'main.js': 'script' } })
    await cache.keepFirstLoad()
    const answer = await cache.answer(`${SCOPE}main.js`, aRequest(`${SCOPE}main.js`, 'script'))
    expect(answer.headers.get('x-host')).toBe('busy')
    expect(await answer.text()).toBe('script')
  })

  it('O7 keeps nothing of where a redirected script came from', async () => {
    const { cache } = await aSite({ firstLoad: { 'main.js': 'script' } }, new MemoryCaches(), { 'x-redirected': 'yes' })
    await cache.keepFirstLoad()
    const answer = await cache.answer(`${SCOPE}main.js`, aRequest(`${SCOPE}main.js`, 'script'))
    expect(answer.headers.get('x-host')).toBeNull()
    expect(await answer.text()).toBe('script')
  })

  it('O3 keeps also what is said to vary with everything', async () => {
    const { cache, storage } = await aSite({ firstLoad: { './': 'page' } }, new MemoryCaches(), { vary: 'Origin, *' })
    await cache.keepFirstLoad()
    expect(await storage.contents()).toEqual({ [SCOPE]: 'page' })
  })

  it('O8 asks the network for a file of the build that is not kept yet', async () => {
    const { cache, asked } = await aSite({ rest: { 'pdf.js': 'pdf' } })
    const request = new Request(`${SCOPE}pdf.js`)
    expect(await (await cache.answer(`${SCOPE}pdf.js`, request)).text()).toBe('pdf')
    expect(asked).toEqual([request])
  })

  const addresses: readonly { name: string; request: Request; found: string | undefined }[] = [
    { name: 'the folder is the page', request: new Request(SCOPE), found: SCOPE },
    { name: 'index.html is the page', request: new Request(`${SCOPE}index.html`), found: SCOPE },
    { name: 'a query changes nothing', request: new Request(`${SCOPE}?from=mail`), found: SCOPE },
    { name: 'a deep link is the page', request: new Request(`${SCOPE}#/article/1`), found: SCOPE },
    { name: 'a file of the first load', request: new Request(`${SCOPE}main.js`), found: `${SCOPE}main.js` },
    { name: 'a file that is loaded later', request: new Request(`${SCOPE}pdf.js`), found: `${SCOPE}pdf.js` },
    { name: 'a file of no build', request: new Request(`${SCOPE}elsewhere.html`), found: undefined },
    { name: 'the folder above', request: new Request('https://desk.example/'), found: undefined },
    { name: 'another host', request: new Request('https://other.example/factmark/main.js'), found: undefined },
    { name: 'what is sent', request: new Request(SCOPE, { method: 'POST' }), found: undefined },
  ]
  it.each(addresses)('O8 $name', async ({ request, found }) => {
    const { cache } = await aSite({ firstLoad: { './': 'page', 'main.js': 'script' }, rest: { 'pdf.js': 'pdf' } })
    expect(cache.addressFor(request)).toBe(found)
  })
})

interface Contents {
  readonly id?: string
  readonly firstLoad?: Readonly<Record<string, string>>
  readonly rest?: Readonly<Record<string, string>>
}

/** A host with these files, and the cache of the build they make. */
async function aSite(
  { id = '1', firstLoad = {}, rest = {} }: Contents,
  storage = new MemoryCaches(),
  moreHeaders: Readonly<Record<string, string>> = {},
) {
  const asked: Request[] = []
  let files: Readonly<Record<string, string>> = { ...firstLoad, ...rest }
  const download = (request: Request) => {
    asked.push(request)
    const found = Object.entries(files).find(([path]) => new URL(path, SCOPE).href === request.url)
    const headers = { 'content-type': 'text/html', 'x-host': 'busy', ...moreHeaders }
    const response = found ? new Response(found[1], { headers }) : new Response('', { status: 404 })
    return Promise.resolve(Object.defineProperty(response, 'redirected', { value: 'x-redirected' in moreHeaders }))
  }
  const build: Build = { id, headers: HEADERS, firstLoad: await hashed(firstLoad), rest: await hashed(rest) }
  const cache = createBuildCache(build, SCOPE, storage, download)
  return { cache, storage, asked, host: (next: Readonly<Record<string, string>>) => void (files = next) }
}

async function hashed(files: Readonly<Record<string, string>>) {
  const entries = Object.entries(files).map(async ([path, text]) => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    return [path, Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** A request for what a page uses in this way, which a page alone can make. */
function aRequest(address: string, destination: string): Request {
  return Object.defineProperty(new Request(address), 'destination', { value: destination })
}

/** As much of CacheStorage as is used here. */
class MemoryCaches implements CacheStorage {
  private readonly caches = new Map<string, MemoryCache>()

  open(name: string): Promise<Cache> {
    const cache = this.caches.get(name) ?? new MemoryCache()
    this.caches.set(name, cache)
    return Promise.resolve(cache)
  }
  async match(address: string): Promise<Response | undefined> {
    for (const cache of this.caches.values()) {
      const found = await cache.match(address)
      if (found) return found
    }
    return undefined
  }
  has = (name: string) => Promise.resolve(this.caches.has(name))
  delete = (name: string) => Promise.resolve(this.caches.delete(name))
  keys = () => Promise.resolve([...this.caches.keys()])

  async contents(): Promise<Readonly<Record<string, string>>> {
    const all: Record<string, string> = {}
    for (const cache of this.caches.values()) {
      for (const [address, response] of cache.kept) all[address] = await response.clone().text()
    }
    return all
  }
}

class MemoryCache implements Cache {
  readonly kept = new Map<string, Response>()

  match = (address: string) => Promise.resolve(this.kept.get(address)?.clone())
  put(address: string, response: Response) {
    if (response.headers.get('vary')?.includes('*') === true) return Promise.reject(new TypeError('Vary: *'))
    this.kept.set(address, response)
    return Promise.resolve()
  }
  add = notUsed
  addAll = notUsed
  delete = notUsed
  keys = notUsed
  matchAll = notUsed
}

function notUsed(): Promise<never> {
  return Promise.reject(new Error('not used'))
}
