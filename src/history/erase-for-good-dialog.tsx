import { useState } from 'react'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { Erasure } from '../store/review-state.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'

interface EraseForGoodDialogProps {
  readonly what: 'bin' | 'article' | 'annotation'
  readonly chosen: Erasure
  onClose(): void
  /** Called with how many were left, because another tab has brought them back. */
  onErased(left: number): void
}

/** Asks twice before something is erased for good: first what goes, then whether it shall. */
export function EraseForGoodDialog({ what, chosen, onClose, onErased }: EraseForGoodDialogProps) {
  const [isLastQuestion, setLastQuestion] = useState(false)
  return (
    <Dialog title={words.history.eraseTitle[what]} closeLabel={words.common.close} onClose={onClose}>
      {isLastQuestion ? (
        <LastQuestion chosen={chosen} onClose={onClose} onErased={onErased} />
      ) : (
        <WhatGoes chosen={chosen} onClose={onClose} onContinue={() => setLastQuestion(true)} />
      )}
    </Dialog>
  )
}

interface QuestionProps extends Pick<EraseForGoodDialogProps, 'chosen' | 'onClose'> {
  onContinue(): void
}

function WhatGoes({ chosen: { articles, annotations }, onClose, onContinue }: QuestionProps) {
  const { history } = words
  return (
    <>
      <p>{history.eraseLoses(articles.length, annotations.length)}</p>
      {articles.length > 0 && <p>{history.eraseArticleNote}</p>}
      {annotations.length > 0 && <p>{history.eraseAnnotationNote}</p>}
      <p>{history.eraseCopiesNote}</p>
      <div className="dialog-actions">
        <Button look="outlined" onClick={onClose}>
          {history.eraseKeep}
        </Button>
        <Button look="danger" onClick={onContinue}>
          {history.eraseContinue}
        </Button>
      </div>
    </>
  )
}

function LastQuestion({ chosen, onClose, onErased }: Omit<EraseForGoodDialogProps, 'what'>) {
  const store = useReviewStore()
  const [isErasing, setErasing] = useState(false)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const { history } = words

  async function erase() {
    setErasing(true)
    const outcome = await store.getState().erase(chosen)
    if (outcome.ok) return onErased(outcome.value.left)
    setErasing(false)
    setProblem(outcome.problem)
  }

  return (
    <>
      <p role="status">{history.eraseLast}</p>
      {problem && (
        <p className="bin-page-problem" role="alert">
          {pageWords.settings.eraseProblem[problem.kind]}
        </p>
      )}
      <div className="dialog-actions">
        {/* The first question's button had the focus and is gone; on the safe answer nobody erases by pressing Enter twice. */}
        <Button look="outlined" autoFocus onClick={onClose}>
          {history.eraseKeep}
        </Button>
        <Button look="danger" disabled={isErasing} onClick={() => void erase()}>
          {isErasing ? history.erasing : history.eraseNow}
        </Button>
      </div>
    </>
  )
}
