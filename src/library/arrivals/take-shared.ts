import * as v from 'valibot'
import { SHARED_CACHE } from './shared-cache.ts'
import { takeWords } from './shared-words.ts'

const Words = v.object({ title: v.string(), text: v.string(), url: v.string() })

/** What other programs have shared with Factmark and nobody has taken yet. */
export interface SharedThings {
  readonly files: readonly File[]
  /** Of what was shared without any text. */
  readonly addresses: readonly string[]
}

/** Takes everything that was shared, once: it is not there any more afterwards. Nothing where nothing can be kept. */
export async function takeShared(storage: CacheStorage | undefined, unnamed: string): Promise<SharedThings> {
  if (!storage || !(await storage.has(SHARED_CACHE))) return NOTHING
  const cache = await storage.open(SHARED_CACHE)
  const files: File[] = []
  const addresses: string[] = []
  for (const { url } of await cache.keys()) {
    const kept = await cache.match(url)
    const name = kept?.headers.get('x-file-name')
    if (!kept) continue
    if (name != null) {
      files.push(
        new File([await kept.blob()], decodeURIComponent(name), { type: kept.headers.get('content-type') ?? '' }),
      )
      continue
    }
    const said = v.safeParse(Words, await kept.json())
    if (!said.success) continue
    const taken = takeWords(said.output, unnamed)
    if (taken.kind === 'article') files.push(taken.file)
    if (taken.kind === 'address') addresses.push(taken.address)
  }
  await storage.delete(SHARED_CACHE)
  return { files, addresses }
}

const NOTHING: SharedThings = { files: [], addresses: [] }
