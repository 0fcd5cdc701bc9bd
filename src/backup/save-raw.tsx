import { useState } from 'react'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { describeBackUpProblem } from '../wording/backup-problems.ts'
import { words } from '../wording/words.ts'
import { rawFileName } from './file-names.ts'
import { formatBytes } from './format-bytes.ts'
import { Refusal } from './refusal.tsx'
import { chooseSaveTarget } from './save-target.ts'

type Phase =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'saved'; readonly bytes: number; readonly name: string }
  | { readonly kind: 'failed'; readonly detail: string }

/** Saves every row that can still be read, before anything else is tried. */
export function SaveRaw() {
  const store = useReviewStore()
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' })
  const save = async () => {
    const about = { description: words.backup.rawKind, extension: '.jsonl' } as const
    const target = await chooseSaveTarget(rawFileName(new Date()), about)
    if (!target) return
    setPhase({ kind: 'saving' })
    try {
      let bytes = 0
      const counting = new TransformStream<Uint8Array, Uint8Array>({
        transform(piece, controller) {
          bytes += piece.length
          controller.enqueue(piece)
        },
      })
      await store.getState().exportRaw().pipeThrough(counting).pipeTo(target.sink)
      target.finish()
      setPhase({ kind: 'saved', bytes, name: target.name })
    } catch (error) {
      setPhase({ kind: 'failed', detail: String(error) })
    }
  }
  return (
    <div className="restore-choice">
      <p>{words.backup.saveRawHelp}</p>
      <Button look="outlined" disabled={phase.kind === 'saving'} onClick={() => void save()}>
        {words.backup.saveRaw}
      </Button>
      <p role="status">
        {phase.kind === 'saving' && words.backup.savingRaw}
        {phase.kind === 'saved' && words.backup.savedRaw(formatBytes(phase.bytes), phase.name)}
      </p>
      {phase.kind === 'failed' && (
        <Refusal sentence={describeBackUpProblem({ kind: 'not-written', detail: phase.detail })} />
      )}
    </div>
  )
}
