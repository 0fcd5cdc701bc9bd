import { createBuildCache } from './build-cache.ts'
import type { Build } from './build.ts'

declare const self: ServiceWorkerGlobalScope
/** Written by the build. */
declare const __FACTMARK_BUILD__: Build

const cache = createBuildCache(__FACTMARK_BUILD__, self.registration.scope, self.caches, request => fetch(request))

self.addEventListener('install', event => {
  event.waitUntil(cache.keepFirstLoad())
})

self.addEventListener('activate', event => {
  event.waitUntil(cache.deleteOthers().then(() => self.clients.claim()))
})

self.addEventListener('fetch', event => {
  const address = cache.addressFor(event.request)
  if (address !== undefined) event.respondWith(cache.answer(address, event.request))
})

self.addEventListener('message', event => {
  // A new build takes over only when the person says so: there may be unsaved work.
  if (event.data === 'skip-waiting') event.waitUntil(self.skipWaiting())
  if (event.data === 'keep-the-rest') event.waitUntil(keepTheRest(event.source))
})

/** Asked by a page that has nothing better to do. */
async function keepTheRest(page: ExtendableMessageEvent['source']) {
  await cache.keepRest()
  page?.postMessage('ready-offline')
}
