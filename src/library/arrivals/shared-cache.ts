/** Where the service worker lays what other programs share; it imports nothing of ours, and has the same name. */
export const SHARED_CACHE = 'shared-with-factmark'
