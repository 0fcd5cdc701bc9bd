import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import './ui/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { App } from './App.tsx'
import { SHARED_CACHE } from './library/arrivals/shared-cache.ts'
import { readSuppliedArticles } from './library/supplied-articles.ts'
import { fail } from './domain/result.ts'
import { registerServiceWorker } from './offline/register-service-worker.ts'
import { guardUnsavedWork } from './shell/guard-unsaved-work.ts'
import { createReviewStorage } from './storage/indexed-db-storage.ts'
import { privateFolder, quotaOf } from './storage/backup/private-folder.ts'
import { createBreather } from './storage/breather.ts'
import { askForPersistence, isPersisted } from './storage/persistence.ts'
import { sealLog } from './storage/seal-log.ts'
import { keepCopies } from './store/keep-copies.ts'
import { createReviewStore } from './store/review-store.ts'
import { ReviewStoreContext } from './store/use-review.ts'
import { createProblemLog, noteUncaught } from './trouble/problem-log.ts'
import { ReportSource } from './trouble/report-source.ts'
import { reportWriter } from './trouble/write-report.ts'

const newId = () => crypto.randomUUID()
const now = () => Date.now()
const log = createProblemLog(now)
noteUncaught(log, window)

const storage = createReviewStorage({
  name: 'factmark',
  newId,
  now,
  locks: navigator.locks,
  channel: new BroadcastChannel('factmark'),
  onLeaving: leaving => window.addEventListener('pagehide', leaving),
  sentinelArea: () => localStorage,
  webStorages: () => [localStorage, sessionStorage],
  forgetShared: async () => 'caches' in window && caches.delete(SHARED_CACHE),
  beforeOpening: () => sealLog('factmark'),
  onErasedElsewhere: () => location.reload(),
  privateFolder: privateFolder(),
  quota: () => quotaOf(navigator.storage),
  canChooseFolder: 'showDirectoryPicker' in window,
})
const store = createReviewStore({
  storage,
  backups: storage.backups,
  keys: storage.keys,
  // Loaded when an article has a second text: nobody waits for it who only reads and tags.
  reanchor: async (request, options) => {
    try {
      return await (await import('./workers/reanchor-client.ts')).reanchorInWorker(request, options)
    } catch (error) {
      return fail(error) // Without a network it may not be there yet: words that are the same are found all the same.
    }
  },
  now,
  newId,
  askForPersistence: () => askForPersistence(navigator.storage),
  isPersisted: () => isPersisted(navigator.storage),
  createBreather,
})

const offline = registerServiceWorker()
store.subscribe(({ saving }, before) => {
  if (saving !== before.saving && saving.kind === 'not-saved') log.noteProblem('saving', saving.problem.kind)
})
guardUnsavedWork(store, window)
void store.getState().start(readSuppliedArticles)
keepCopies(store, document)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ReviewStoreContext value={store}>
      <ReportSource value={reportWriter({ store, offline, log, now })}>
        <Router hook={useHashLocation}>
          <App offline={offline} log={log} />
        </Router>
      </ReportSource>
    </ReviewStoreContext>
  </StrictMode>,
)
