import { CloudOff, RefreshCw } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
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

/** Offers a newer build of the program. It is taken only when the person asks, and not over anything that is not saved. */
export function UpdateNotice({ offline }: OfflineProps) {
  const store = useReviewStore()
  const { isUpdateReady } = useSyncExternalStore(offline.subscribe, offline.getState)
  const [phase, setPhase] = useState<keyof typeof words.common.update>('ready')
  if (!isUpdateReady) return null

  async function isSaved() {
    const { settleDrafts, rememberView, whenSettled } = store.getState()
    settleDrafts()
    rememberView()
    await whenSettled()
    return store.getState().saving.kind === 'saved' && isNothingOpen()
  }

  async function update() {
    setPhase('underWay')
    if (await isSaved()) await offline.applyUpdate(isSaved)
    setPhase('putOff')
  }

  const isUnderWay = phase === 'underWay'
  return (
    <Strip
      actions={
        <Button
          look="outlined"
          icon={<RefreshCw size={15} aria-hidden />}
          // Not disabled in the way of buttons: it has the focus.
          aria-disabled={isUnderWay || undefined}
          onClick={() => isUnderWay || void update()}
        >
          {words.common.updateNow}
        </Button>
      }
    >
      <span role="status">{words.common.update[phase]}</span>
    </Strip>
  )
}

/** Whether nothing is open that leaving the page would take away: no dialog, and nothing that would have the browser ask. */
function isNothingOpen(): boolean {
  if (document.querySelector('dialog[open]')) return false
  return window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}
