import { useEffect, useMemo, useState } from 'react'
import type { RecordId } from '../domain/identifiers.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import type { Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { setAsDocument, textAsDocument } from '../exchange/adopt/set-as-document.ts'
import { fromAnnotationSet } from '../exchange/annotation-set.ts'
import type { ReadSet } from '../exchange/read-set.ts'
import type { ImportPreview } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { RadioGroup } from '../ui/choice.tsx'
import { pageWords } from '../wording/page-words.ts'
import { AcceptPart } from './accept-part.tsx'
import { AnnotationChoice } from './annotation-choice.tsx'
import { chosenRecords } from './chosen-records.ts'
import { ForeignDecision } from './foreign-decision.tsx'
import { ImportRefusal } from './import-refusal.tsx'
import { ImportSummary } from './import-summary.tsx'
import { SignatureList } from './signature-list.tsx'
import { useBelongings } from './use-foreign-import.ts'

interface SetDecisionProps extends ReadSet {
  readonly fileName: string
  readonly onClose: () => void
}

/** What a set of Factmark's would bring: to its own article, or to another of much the same text. */
export function SetDecision({ fileName, set, isAltered, found, hash, onClose }: SetDecisionProps) {
  const isKnown = useReview(state => state.articles[set.article.id] !== undefined)
  const [isOwn, setOwn] = useState(true)
  const documents = useMemo(() => (isKnown ? [] : [textAsDocument(set)]), [isKnown, set])
  const belongings = useBelongings(documents)
  const [candidates = []] = belongings ?? []
  return (
    <>
      {isAltered && <ImportRefusal sentence={pageWords.transfer.altered} />}
      <SignatureList found={found} hash={hash} />
      {candidates.length > 0 && (
        <RadioGroup
          legend={pageWords.transfer.whichArticle}
          options={[
            { value: 'own', label: pageWords.transfer.ownArticle, help: pageWords.transfer.ownArticleHelp },
            { value: 'other', label: pageWords.transfer.similarArticle, help: pageWords.transfer.similarArticleHelp },
          ]}
          value={isOwn ? 'own' : 'other'}
          onChange={value => setOwn(value === 'own')}
        />
      )}
      {isOwn ? (
        <OwnArticle fileName={fileName} set={set} onClose={onClose} />
      ) : (
        <OtherArticle fileName={fileName} set={set} onClose={onClose} />
      )}
    </>
  )
}

type PlaceProps = Pick<SetDecisionProps, 'fileName' | 'set' | 'onClose'>

function OtherArticle({ fileName, set, onClose }: PlaceProps) {
  const documents = useMemo(() => [setAsDocument(set)], [set])
  return (
    <ForeignDecision
      fileName={fileName}
      documents={documents}
      skipped={NONE}
      reviewers={set.reviewers}
      onClose={onClose}
    />
  )
}

const NONE = [] as const

function OwnArticle({ fileName, set, onClose }: PlaceProps) {
  const compared = useComparison(set)
  const preview = compared?.preview ?? null
  const [leftOut, setLeftOut] = useState<ReadonlySet<RecordId>>(new Set())
  const chosen = useMemo(
    () => (compared?.preview.ok ? [chosenRecords(compared.records, leftOut)] : []),
    [compared, leftOut],
  )
  if (preview && !preview.ok)
    return <ImportRefusal sentence={pageWords.transfer.storageProblem[preview.problem.kind]} />
  return (
    <>
      {!preview && <p role="status">{pageWords.transfer.comparing}</p>}
      {preview && (
        <>
          <ImportSummary fileName={fileName} preview={preview.value} language={set.article.language} />
          <AnnotationChoice
            annotations={preview.value.annotations}
            states={preview.value.states}
            names={new Map(set.reviewers.map(({ id, name }) => [id, name]))}
            language={set.article.language}
            leftOut={leftOut}
            onChange={setLeftOut}
          />
        </>
      )}
      <AcceptPart records={chosen} reviewers={preview?.value.reviewers ?? []} onClose={onClose} />
    </>
  )
}

/** The records of a set with what they would bring; `null` while that is worked out. */
function useComparison(set: ReadSet['set']) {
  const store = useReviewStore()
  const [compared, setCompared] = useState<{
    readonly records: ArticleRecords
    readonly preview: Result<ImportPreview, StorageProblem>
  } | null>(null)
  useEffect(() => {
    let isWanted = true
    const records = fromAnnotationSet(set)
    void store
      .getState()
      .previewImport(records)
      .then(preview => isWanted && setCompared({ records, preview }))
    return () => {
      isWanted = false
    }
  }, [set, store])
  return compared
}
