import { useMemo, useState } from 'react'
import type { RecordId, ReviewerId } from '../domain/identifiers.ts'
import type { Reviewer } from '../domain/reviewer.ts'
import { labelsIn, probableMapping } from '../exchange/adopt/label-mapping.ts'
import type { ForeignDocument, SkippedItem } from '../exchange/foreign.ts'
import type { ImportPreview } from '../store/review-state.ts'
import { pageWords } from '../wording/page-words.ts'
import { AcceptPart } from './accept-part.tsx'
import { AnnotationChoice } from './annotation-choice.tsx'
import { chosenRecords } from './chosen-records.ts'
import { DestinationChoice } from './destination-choice.tsx'
import { ImportRefusal } from './import-refusal.tsx'
import { ImportSummary } from './import-summary.tsx'
import { LabelTable } from './label-table.tsx'
import { LeftOutList } from './left-out-list.tsx'
import {
  probableDestinations,
  useAdoptions,
  useBelongings,
  usePlacing,
  usePreviews,
  type Destination,
} from './use-foreign-import.ts'

interface ForeignDecisionProps {
  readonly fileName: string
  readonly documents: readonly ForeignDocument[]
  readonly skipped: readonly SkippedItem[]
  /** Authors who have a name in Factmark already. */
  readonly reviewers?: readonly Reviewer[]
  readonly onClose: () => void
}

const NOBODY: readonly Reviewer[] = []

/** What annotations of another tool would bring: to which article, under which verdicts, and which of them. */
export function ForeignDecision({ fileName, documents, skipped, reviewers = NOBODY, onClose }: ForeignDecisionProps) {
  const labels = useMemo(() => labelsIn(documents.flatMap(({ annotations }) => annotations)), [documents])
  const [mapping, setMapping] = useState(() => probableMapping(labels.keys()))
  const belongings = useBelongings(documents)
  const [chosen, setChosen] = useState<readonly Destination[] | null>(null)
  const destinations = useMemo(
    () => chosen ?? (belongings && probableDestinations(documents, belongings)),
    [chosen, documents, belongings],
  )
  const placing = usePlacing(documents, destinations)
  const adoptions = useAdoptions(placing, mapping, reviewers)
  const previews = usePreviews(adoptions)
  const [leftOut, setLeftOut] = useState<ReadonlySet<RecordId>>(new Set())
  const records = useMemo(
    () => (previews && adoptions ? adoptions.map(adoption => chosenRecords(adoption.records, leftOut)) : []),
    [adoptions, previews, leftOut],
  ).filter(({ versions }) => versions.length > 0)
  const notTaken = [
    ...(adoptions ?? []).flatMap(adoption => adoption.leftOut),
    ...skipped.map(item => ({ kind: 'skipped', ...item }) as const),
  ]
  const authors = (adoptions ?? []).flatMap(adoption => adoption.records.reviewers)
  const language = adoptions?.[0]?.records.article.language ?? 'en'
  return (
    <>
      {destinations && belongings && (
        <DestinationChoice
          documents={documents}
          belongings={belongings}
          destinations={destinations}
          onChange={setChosen}
        />
      )}
      <LabelTable labels={labels} mapping={mapping} onChange={setMapping} />
      {placing.kind === 'failed' && <ImportRefusal sentence={pageWords.transfer.placingFailed} />}
      {placing.kind !== 'failed' && !previews && (
        <p role="status">{pageWords.transfer.placing(placing.kind === 'placing' ? placing.share : 1)}</p>
      )}
      {previews?.map(preview => (
        <ImportSummary key={preview.article} fileName={fileName} preview={preview} language={language} />
      ))}
      {previews && (
        <AnnotationChoice
          annotations={previews.flatMap(({ annotations }) => annotations)}
          states={new Map(previews.flatMap(({ states }) => [...states]))}
          names={new Map<ReviewerId, string>(authors.map(({ id, name }) => [id, name]))}
          language={language}
          leftOut={leftOut}
          onChange={setLeftOut}
        />
      )}
      {previews && <LeftOutList items={notTaken} language={language} />}
      <AcceptPart records={records} reviewers={reviewersOf(previews ?? [])} onClose={onClose} />
    </>
  )
}

/** The reviewers of all previews, each once. */
function reviewersOf(previews: readonly ImportPreview[]): ImportPreview['reviewers'] {
  const all = new Map<ReviewerId, ImportPreview['reviewers'][number]>()
  for (const reviewer of previews.flatMap(({ reviewers }) => reviewers)) {
    const annotations = (all.get(reviewer.id)?.annotations ?? 0) + reviewer.annotations
    all.set(reviewer.id, { ...reviewer, annotations })
  }
  return [...all.values()]
}
