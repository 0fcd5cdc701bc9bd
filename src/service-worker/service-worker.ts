import { createBuildCache } from './build-cache.ts'
import type { Build } from './build.ts'
import { createShareTarget } from './share-target.ts'

declare const self: ServiceWorkerGlobalScope
/** Written by the build. */
declare const __FACTMARK_BUILD__: Build

const cache = createBuildCache(__FACTMARK_BUILD__, self.registration.scope, self.caches, request => fetch(request))
const shareTarget = createShareTarget(self.registration.scope, self.caches, () => crypto.randomUUID())

self.addEventListener('install', event => {
  event.waitUntil(cache.keepFirstLoad())
})

self.addEventListener('activate', event => {
  event.waitUntil(cache.deleteOthers().then(() => self.clients.claim()))
})

self.addEventListener('fetch', event => {
  if (shareTarget.isShare(event.request)) return event.respondWith(shareTarget.take(event.request))
  const address = cache.addressFor(event.request)
  if (address !== undefined) event.respondWith(cache.answer(address, event.request))
})

self.addEventListener('message', event => {
  // A new build takes over only when the person says so: there may be unsaved work.
  if (event.data === 'skip-waiting') event.waitUntil(self.skipWaiting())
  if (event.data === 'keep-the-rest') event.waitUntil(keepTheRest(event.source))
})

let keeping: Promise<void> | undefined

/** Asked by pages that have nothing better to do; several may ask at once. */
async function keepTheRest(page: ExtendableMessageEvent['source']) {
  keeping ??= cache.keepRest().finally(() => (keeping = undefined))
  const answer = await keeping.then(
    () => 'ready-offline',
    () => 'not-kept',
  )
  page?.postMessage(answer)
}
