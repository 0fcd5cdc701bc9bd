import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'
import { formatBytes } from './format-bytes.ts'
import { useStorageFacts, type StorageFacts } from './use-storage-facts.ts'

/** How much is kept on this device, and whether the browser has promised to keep it. */
export function StorageReport() {
  const [facts, askToKeep] = useStorageFacts()
  const [isRefused, setRefused] = useState(false)
  const ask = async () => setRefused(!(await askToKeep()))
  return (
    <>
      <p>{words.settings.storageIntro}</p>
      {facts && <p>{usage(facts)}</p>}
      {facts && <p role="status">{promise(facts, isRefused)}</p>}
      {facts && !facts.isPersisted && !isRefused && (
        <div>
          <Button look="outlined" onClick={() => void ask()}>
            {words.settings.askToKeep}
          </Button>
        </div>
      )}
    </>
  )
}

function usage({ used, available }: StorageFacts): string {
  if (used === null || available === null) return words.settings.usageUnknown
  return words.settings.used(formatBytes(used), formatBytes(available))
}

function promise({ isPersisted }: StorageFacts, isRefused: boolean): string {
  if (isPersisted) return words.settings.persisted
  return isRefused ? words.settings.keepRefused : words.settings.notPersisted
}
