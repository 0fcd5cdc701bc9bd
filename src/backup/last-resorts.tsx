import { useEffect, useRef, useState } from 'react'
import type { StorageProblem } from '../domain/review-storage.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { words } from '../wording/words.ts'
import { Refusal } from './refusal.tsx'
import { startOver } from './start-over.ts'

interface LastResortsProps {
  /** Whether anything is left to go on with. */
  readonly canGoOn: boolean
}

/** The ways on that give something up: to take a damaged library as it is, and to start anew. */
export function LastResorts({ canGoOn }: LastResortsProps) {
  const store = useReviewStore()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const giveUp = async (how: 'acceptAsIs' | 'startAnew') => {
    const stopped = await store.getState()[how]()
    if (!stopped) return startOver()
    setAsking(false)
    setProblem(stopped)
  }
  return (
    <div className="recovery-page-last">
      {canGoOn && (
        <div>
          <p>{words.backup.goOnHelp}</p>
          <Button look="outlined" onClick={() => void giveUp('acceptAsIs')}>
            {words.backup.goOn}
          </Button>
        </div>
      )}
      <div>
        <p>{words.backup.startAnewHelp}</p>
        <Button look="danger" onClick={() => setAsking(true)}>
          {words.backup.startAnew}
        </Button>
      </div>
      {problem && (
        <Refusal
          sentence={problem.kind === 'unavailable' ? words.backup.browserStuck : words.common.cannotStart[problem.kind]}
        />
      )}
      {isAsking && <StartAnewQuestion onClose={() => setAsking(false)} onStartAnew={() => void giveUp('startAnew')} />}
    </div>
  )
}

interface StartAnewQuestionProps {
  readonly onClose: () => void
  readonly onStartAnew: () => void
}

function StartAnewQuestion({ onClose, onStartAnew }: StartAnewQuestionProps) {
  const safe = useRef<HTMLButtonElement>(null)
  // On the safe answer nobody deletes by pressing Enter twice. Nothing in the dialog takes the focus before it is open.
  useEffect(() => safe.current?.focus(), [])
  return (
    <Dialog title={words.backup.startAnewTitle} closeLabel={words.common.close} onClose={onClose}>
      <p>{words.backup.startAnewQuestion}</p>
      <div className="dialog-actions">
        <Button ref={safe} look="outlined" onClick={onClose}>
          {words.backup.goBack}
        </Button>
        <Button look="danger" onClick={onStartAnew}>
          {words.backup.startAnewNow}
        </Button>
      </div>
    </Dialog>
  )
}
