import { useEffect, useRef, useState } from 'react'
import type { StorageProblem } from '../domain/review-storage.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Part } from '../ui/part.tsx'
import { pageWords } from '../wording/page-words.ts'
import { MakeKey } from './make-key.tsx'
import { MyKey } from './my-key.tsx'
import { TakeKey } from './take-key.tsx'
import { TrustedKeys } from './trusted-keys.tsx'
import './signing-page.css'

/** The reviewer's own key, and those by which the signatures of others are known. */
export function SigningPage() {
  const store = useReviewStore()
  const keys = useReview(state => state.keys)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const [said, setSaid] = useState('')
  const line = useRef<HTMLParagraphElement>(null)
  const say = (sentence: string) => {
    setSaid(sentence)
    line.current?.focus() // What had the focus may be gone with what was done.
  }
  useEffect(() => {
    void store.getState().readKeys().then(setProblem)
  }, [store])
  return (
    <main className="signing-page">
      <header>
        <h1>{pageWords.signing.title}</h1>
        <p>{pageWords.signing.intro}</p>
      </header>
      <p className="signing-page-said" role="status" tabIndex={-1} ref={line}>
        {said}
      </p>
      {problem && <p role="alert">{pageWords.transfer.storageProblem[problem.kind]}</p>}
      {keys && keys.damaged > 0 && <p role="alert">{pageWords.signing.damaged(keys.damaged)}</p>}
      {keys && (
        <>
          <Part title={pageWords.signing.mine}>
            {keys.mine ? (
              <MyKey signingKey={keys.mine} onSaid={say} />
            ) : (
              <>
                <p>{pageWords.signing.noneYet}</p>
                <MakeKey onSaid={say} />
                <TakeKey onSaid={say} />
              </>
            )}
          </Part>
          <Part title={pageWords.signing.trusted}>
            <TrustedKeys trusted={keys.trusted} onSaid={say} />
          </Part>
        </>
      )}
    </main>
  )
}
