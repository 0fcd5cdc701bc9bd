/** Takes what other programs share with the installed one, and lays it where the page finds it. */
export interface ShareTarget {
  /** Whether a request brings something that was shared. */
  isShare(request: Request): boolean
  /** Keeps all of it or nothing, on this device only, and sends the browser to the page that takes it or says why not. */
  take(request: Request): Promise<Response>
}

/** The page that takes what lies here has the same name. It is none of a build: those are deleted with the build. */
const SHARED_CACHE = 'shared-with-factmark'
const MAX_BYTES = 100_000_000 // of one sharing: two of the largest files that are read
const MAX_ENTRIES = 50 // of all that was shared and not taken yet

/** `scope` is the site's root, with a slash at its end; `newId` gives each sharing a name of its own. */
export function createShareTarget(scope: string, storage: CacheStorage, newId: () => string): ShareTarget {
  const goTo = (path: string) => Response.redirect(new URL(path, scope).href, 303)

  async function keep(form: FormData): Promise<boolean> {
    const things = [wordsIn(form), ...filesIn(form)].map(asResponse)
    const size = things.reduce((sum, thing) => sum + thing.size, 0)
    const cache = await storage.open(SHARED_CACHE)
    if (size > MAX_BYTES || (await cache.keys()).length + things.length > MAX_ENTRIES) return false
    const folder = `shared/${newId()}/`
    const addresses = things.map((_, index) => new URL(folder + String(index), scope).href)
    try {
      for (const [index, { response }] of things.entries()) await cache.put(addresses[index]!, response)
      return true
    } catch {
      await Promise.all(addresses.map(address => cache.delete(address))) // no room: half of it would be no use
      return false
    }
  }

  return {
    isShare: ({ method, url }) => method === 'POST' && url === new URL('?share', scope).href,
    async take(request) {
      try {
        return goTo((await keep(await request.formData())) ? '#/shared' : '#/shared/refused')
      } catch {
        return goTo('#/shared/refused') // no form, or storage that is closed to us
      }
    },
  }
}

function filesIn(form: FormData): readonly File[] {
  // A form without a file still has an empty one that has no name.
  return form.getAll('files').flatMap(entry => (entry instanceof File && entry.name !== '' ? [entry] : []))
}

/** Title, text and address, as JSON; of several with one name all. */
function wordsIn(form: FormData): Blob {
  const said = (name: string) =>
    form
      .getAll(name)
      .filter(entry => typeof entry === 'string')
      .join('\n')
  return new Blob([JSON.stringify({ title: said('title'), text: said('text'), url: said('url') })])
}

function asResponse(thing: Blob | File) {
  const headers = thing instanceof File ? { 'X-File-Name': encodeURIComponent(thing.name) } : undefined
  return { size: thing.size, response: new Response(thing, headers ? { headers } : {}) }
}
