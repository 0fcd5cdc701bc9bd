import { CloudOff, RefreshCw } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { OfflineSupport } from '../offline/offline-state.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Strip } from '../ui/strip.tsx'
import { words } from '../wording/words.ts'

interface OfflineProps {
  readonly offline: OfflineSupport
}

/** Says quietly that everything works without a network, while it does. */
export function OfflineBadge({ offline }: OfflineProps) {
  const { kept } = useSyncExternalStore(offline.subscribe, offline.getState)
  if (kept !== 'all') return null
  return (
    <p className="offline-badge">
      <CloudOff size={14} aria-hidden />
      {words.common.offlineReady}
    </p>
  )
}

/** Offers a newer build of the program. It is taken only when the person asks, and after everything is saved. */
export function UpdateNotice({ offline }: OfflineProps) {
  const store = useReviewStore()
  const { isUpdateReady } = useSyncExternalStore(offline.subscribe, offline.getState)
  if (!isUpdateReady) return null

  async function update() {
    const { settleDrafts, rememberView, whenSettled } = store.getState()
    settleDrafts()
    rememberView()
    await whenSettled()
    if (store.getState().saving.kind === 'saved') offline.applyUpdate()
  }

  return (
    <Strip
      actions={
        <Button look="outlined" icon={<RefreshCw size={15} aria-hidden />} onClick={() => void update()}>
          {words.common.updateNow}
        </Button>
      }
    >
      {words.common.updateReady}
    </Strip>
  )
}
