import { useState } from 'react'
import type { BackUpProblem } from '../domain/backup-storage.ts'
import type { BackupReport } from '../store/backup-state.ts'
import { useReviewStore } from '../store/use-review.ts'
import { words } from '../wording/words.ts'
import { backupFileName } from './file-names.ts'
import { chooseSaveTarget } from './save-target.ts'

/** How far a backup is. `written` counts bytes. */
export type BackUpPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly written: number }
  | { readonly kind: 'done'; readonly report: BackupReport; readonly name: string }
  | { readonly kind: 'failed'; readonly problem: BackUpProblem }

/** Making a backup: how far it is, and how to begin one, encrypted when there is a passphrase. */
export function useBackUp(): readonly [BackUpPhase, (passphrase: string | null) => Promise<void>] {
  const store = useReviewStore()
  const [phase, setPhase] = useState<BackUpPhase>({ kind: 'idle' })
  const backUp = async (passphrase: string | null) => {
    const about = { description: words.backup.fileKind, extension: '.factmark' } as const
    const target = await chooseSaveTarget(backupFileName(new Date()), about)
    if (!target) return
    setPhase({ kind: 'working', written: 0 })
    const sink = counting(target.sink, written => setPhase({ kind: 'working', written }))
    const outcome = await store.getState().backUp(sink, passphrase)
    if (outcome.ok) target.finish()
    setPhase(
      outcome.ok
        ? { kind: 'done', report: outcome.value, name: target.name }
        : { kind: 'failed', problem: outcome.problem },
    )
  }
  return [phase, backUp]
}

/** Passes everything on to a sink and tells how much it was. */
function counting(sink: WritableStream<Uint8Array>, onWritten: (bytes: number) => void): WritableStream<Uint8Array> {
  const writer = sink.getWriter()
  let written = 0
  return new WritableStream<Uint8Array>({
    async write(piece) {
      await writer.write(piece)
      onWritten((written += piece.length))
    },
    close: () => writer.close(),
    abort: reason => writer.abort(reason),
  })
}
