import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ArticleRecords } from '../domain/merge.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { ImportPreview } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/choice.tsx'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import { ImportRefusal } from './import-refusal.tsx'
import { probableReviewer } from './read-import.ts'

interface AcceptPartProps {
  /** What comes in, one entry for each article; nothing while that is not known. */
  readonly records: readonly ArticleRecords[]
  readonly reviewers: ImportPreview['reviewers']
  readonly onClose: () => void
}

/** The last step of an import: who of the file's reviewers one is, then "Accept" or "Cancel". */
export function AcceptPart({ records, reviewers, onClose }: AcceptPartProps) {
  const store = useReviewStore()
  const [, navigate] = useLocation()
  const [chosen, setMe] = useState<string | null | undefined>(undefined)
  const probable = probableReviewer(
    { reviewers: records.flatMap(({ reviewers: theirs }) => theirs) },
    store.getState().settings.reviewer,
  )
  const me = chosen === undefined ? probable : chosen
  /** The share that is written, from 0 to 1; `null` while nothing is accepted. */
  const [written, setWritten] = useState<number | null>(null)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const accept = async () => {
    setWritten(0)
    const reviewer = reviewers.some(({ id }) => id === me) ? me : null
    const outcome = await store.getState().acceptImports(records, reviewer, setWritten)
    setWritten(null)
    if (!outcome.ok) return setProblem(outcome.problem)
    onClose()
    const [first] = outcome.value
    if (first) navigate(`/article/${first.article}`)
  }
  return (
    <>
      {reviewers.length > 0 && reviewers.length <= MOST_REVIEWERS && (
        <RadioGroup
          legend={pageWords.transfer.whoAreYou}
          options={[
            ...reviewers.map(({ id, name, annotations }) => ({
              value: id,
              label: pageWords.transfer.reviewerLine(nameOf({ name }), annotations),
            })),
            { value: null, label: pageWords.transfer.noneOfThem },
          ]}
          value={me}
          onChange={setMe}
        />
      )}
      <ChangeOfName me={me} reviewers={reviewers} />
      {problem && (
        <ImportRefusal
          sentence={`${pageWords.transfer.notAccepted} ${pageWords.transfer.storageProblem[problem.kind]}`}
        />
      )}
      <div className="dialog-actions">
        <Button look="outlined" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button look="solid" disabled={written !== null || records.length === 0} onClick={() => void accept()}>
          {written === null ? pageWords.transfer.accept : pageWords.transfer.accepting(Math.floor(written * 100))}
        </Button>
      </div>
    </>
  )
}

const MOST_REVIEWERS = 30 // who has written one of so many files is not asked which they are

/** Says what becomes of what one has written under the name that one gives up. */
function ChangeOfName({
  me,
  reviewers,
}: {
  readonly me: string | null
  readonly reviewers: ImportPreview['reviewers']
}) {
  const former = useReview(state => (state.settings.reviewer ? state.reviewers[state.settings.reviewer] : undefined))
  const chosen = reviewers.find(({ id }) => id === me)
  if (!former || !chosen) return null
  return (
    <p className="import-summary-help" role="status">
      {pageWords.transfer.signedAs(nameOf(chosen), nameOf(former))}
    </p>
  )
}

function nameOf({ name }: { readonly name: string }): string {
  return name || words.common.unnamedReviewer
}
