import { useState } from 'react'
import type { Tally } from '../domain/library.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import { startOver } from './start-over.ts'
import './erase-dialog.css'

interface EraseDialogProps {
  readonly onClose: () => void
}

/** Asks twice before everything on this device is erased: first what would be lost, then whether it shall be. */
export function EraseDialog({ onClose }: EraseDialogProps) {
  const [isLastQuestion, setLastQuestion] = useState(false)
  return (
    <Dialog title={pageWords.settings.eraseTitle} closeLabel={words.common.close} onClose={onClose}>
      {isLastQuestion ? (
        <LastQuestion onClose={onClose} />
      ) : (
        <WhatIsLost onClose={onClose} onContinue={() => setLastQuestion(true)} />
      )}
    </Dialog>
  )
}

function WhatIsLost({ onClose, onContinue }: EraseDialogProps & { readonly onContinue: () => void }) {
  const articles = useReview(state => Object.keys(state.shelf).length)
  const annotations = useReview(state => Object.values(state.tallies).reduce((sum, tally) => sum + countOf(tally), 0))
  return (
    <>
      <p>{pageWords.settings.eraseLoses(articles, annotations)}</p>
      <p>{pageWords.settings.eraseBackUpFirst}</p>
      <div className="dialog-actions">
        <Button look="outlined" onClick={onClose}>
          {pageWords.settings.eraseKeep}
        </Button>
        <Button look="danger" onClick={onContinue}>
          {pageWords.settings.eraseContinue}
        </Button>
      </div>
    </>
  )
}

function LastQuestion({ onClose }: EraseDialogProps) {
  const store = useReviewStore()
  const [isErasing, setErasing] = useState(false)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const erase = async () => {
    setErasing(true)
    const stopped = await store.getState().eraseEverything()
    if (stopped) {
      setErasing(false)
      setProblem(stopped)
    } else startOver()
  }
  return (
    <>
      <p role="status">{pageWords.settings.eraseLast}</p>
      {problem && (
        <p className="refusal" role="alert">
          {pageWords.settings.eraseProblem[problem.kind]}
        </p>
      )}
      <div className="dialog-actions">
        {/* The first question's button had the focus and is gone; on the safe answer nobody erases by pressing Enter twice. */}
        <Button look="outlined" autoFocus onClick={onClose}>
          {pageWords.settings.eraseKeep}
        </Button>
        <Button look="danger" disabled={isErasing} onClick={() => void erase()}>
          {isErasing ? pageWords.settings.erasing : pageWords.settings.eraseNow}
        </Button>
      </div>
    </>
  )
}

function countOf({ verdicts }: Tally): number {
  return verdicts.verified + verdicts.disputed + verdicts.unverified
}
