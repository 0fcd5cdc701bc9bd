import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { ImportPreview } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { RadioGroup } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FileField } from '../ui/file-field.tsx'
import { words } from '../wording/words.ts'
import { ImportSummary } from './import-summary.tsx'
import {
  describeImportProblem,
  probableReviewer,
  readImport,
  type ImportProblem,
  type ReadyImport,
} from './read-import.ts'
import './import-dialog.css'

interface ImportDialogProps {
  /** What was chosen here, dropped, or opened from outside. */
  readonly file: File | undefined
  /** The person chose a file: it comes back as `file`, unless it is for another dialog. */
  readonly onFile: (file: File) => void
  readonly onClose: () => void
}

/** Takes an annotation set in: a file, what it would bring, then "Accept" or nothing at all. */
export function ImportDialog({ file, onFile, onClose }: ImportDialogProps) {
  const outcome = useImport(file)
  return (
    <Dialog title={words.transfer.import} closeLabel={words.common.close} onClose={onClose}>
      <FileField
        label={words.transfer.chooseFile}
        help={words.transfer.chooseHelp}
        accept=".json,.jsonld,.factmark,application/json,application/ld+json"
        onFile={onFile}
      />
      <p className="import-dialog-reading" role="status">
        {file && !outcome && words.transfer.reading(file.name)}
      </p>
      {outcome && !outcome.ok && <Refusal sentence={describeImportProblem(outcome.problem)} />}
      {file && outcome?.ok ? (
        <Decision fileName={file.name} ready={outcome.value} onClose={onClose} />
      ) : (
        <div className="dialog-actions">
          <Button look="outlined" onClick={onClose}>
            {words.common.cancel}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

/** What reading the file gave; `null` while it is being read, or without a file. */
function useImport(file: File | undefined): Result<ReadyImport, ImportProblem> | null {
  const store = useReviewStore()
  const [read, setRead] = useState<{ file: File; outcome: Result<ReadyImport, ImportProblem> } | null>(null)
  useEffect(() => {
    if (!file) return
    let isWanted = true
    void readImport(file, store.getState().previewImport).then(outcome => {
      if (isWanted) setRead({ file, outcome })
    })
    return () => {
      isWanted = false
    }
  }, [file, store])
  return read && read.file === file ? read.outcome : null
}

interface DecisionProps {
  readonly fileName: string
  readonly ready: ReadyImport
  readonly onClose: () => void
}

function Decision({ fileName, ready, onClose }: DecisionProps) {
  const { records, preview } = ready
  const store = useReviewStore()
  const [, navigate] = useLocation()
  const [me, setMe] = useState(() => probableReviewer(records, store.getState().settings.reviewer))
  const [isAccepting, setAccepting] = useState(false)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const accept = async () => {
    setAccepting(true)
    const outcome = await store.getState().acceptImport(records, me)
    setAccepting(false)
    if (!outcome.ok) {
      setProblem(outcome.problem)
      return
    }
    onClose()
    navigate(`/article/${preview.article}`)
  }
  return (
    <>
      <ImportSummary fileName={fileName} preview={preview} language={records.article.language} />
      {preview.reviewers.length > 0 && (
        <RadioGroup
          legend={words.transfer.whoAreYou}
          options={[
            ...preview.reviewers.map(({ id, name, annotations }) => ({
              value: id,
              label: words.transfer.reviewerLine(nameOf({ name }), annotations),
            })),
            { value: null, label: words.transfer.noneOfThem },
          ]}
          value={me}
          onChange={setMe}
        />
      )}
      <ChangeOfName me={me} reviewers={preview.reviewers} />
      {problem && <Refusal sentence={`${words.transfer.notAccepted} ${words.transfer.storageProblem[problem.kind]}`} />}
      <div className="dialog-actions">
        <Button look="outlined" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button look="solid" disabled={isAccepting} onClick={() => void accept()}>
          {isAccepting ? words.transfer.accepting : words.transfer.accept}
        </Button>
      </div>
    </>
  )
}

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
      {words.transfer.signedAs(nameOf(chosen), nameOf(former))}
    </p>
  )
}

function nameOf({ name }: { readonly name: string }): string {
  return name || words.common.unnamedReviewer
}

function Refusal({ sentence }: { readonly sentence: string }) {
  return (
    <p className="import-dialog-refusal" role="alert">
      {sentence}
    </p>
  )
}
