import { Plus } from 'lucide-react'
import { useState } from 'react'
import { EvidenceFields } from '../evidence/evidence-fields.tsx'
import type { AnnotationContent, Evidence } from '../domain/annotation.ts'
import type { WithheldEvidence } from '../domain/withheld.ts'
import { NO_EVIDENCE } from '../store/commands-slice.ts'
import { ConflictBox } from '../history/conflict-box.tsx'
import { readingInHand } from '../store/history-slice.ts'
import type { PlacedAnnotation } from '../store/open-article.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { words } from '../wording/words.ts'
import { ClaimFields } from './claim-fields.tsx'
import { TagsField } from './tags-field.tsx'
import { useDraft } from '../store/use-draft.ts'
import { VerdictPicker } from './verdict-picker.tsx'

interface CardFormProps {
  readonly annotation: PlacedAnnotation
  /** What it says; of several readings the one that is edited here. */
  readonly content: AnnotationContent
  readonly withheld: readonly WithheldEvidence[]
}

/** Everything the local reviewer can say of a statement. Each field saves by itself. */
export function CardForm({ annotation, content, withheld }: CardFormProps) {
  const store = useReviewStore()
  const { id } = annotation
  // A conflict that arises while the card is open is shown below, so that no field moves under the hands that write in it.
  const [isConflictKnown] = useState(annotation.conflict)
  const [hasClaim, setHasClaim] = useState(content.claim.text + content.claim.claimant + content.claim.date !== '')
  const edit = (change: Partial<AnnotationContent>) => store.getState().edit(id, change)
  // A field is stored a moment after it was typed: by then another may have changed the rest.
  const current = () => readingInHand(store.getState(), id)?.content ?? content
  const rationale = useDraft(`${id} rationale`, content.rationale, value => edit({ rationale: value }))
  const { review } = words

  function changeEvidence(index: number, change: Partial<Evidence>) {
    edit({ evidence: current().evidence.map((one, position) => (position === index ? { ...one, ...change } : one)) })
  }

  return (
    <div className="card-form">
      {annotation.conflict && isConflictKnown && <ConflictBox annotation={annotation} />}
      <VerdictPicker value={content.verdict} onChange={verdict => edit({ verdict })} />
      <TextArea
        label={review.rationale}
        placeholder={review.rationaleHint}
        dir="auto"
        data-focus="rationale"
        {...rationale}
      />
      {hasClaim && (
        <ClaimFields
          annotation={id}
          claim={content.claim}
          onChange={change => edit({ claim: { ...current().claim, ...change } })}
        />
      )}
      {content.evidence.map((evidence, index) => (
        <EvidenceFields
          key={index}
          number={index + 1}
          name={`${id} evidence ${index + 1}`}
          evidence={evidence}
          isWithheld={false}
          onWithhold={() => {
            store.getState().withhold(id, index)
            store.getState().requestFocus({ target: 'release', id })
          }}
          onChange={change => changeEvidence(index, change)}
          onRemove={() => {
            edit({ evidence: current().evidence.filter((_, position) => position !== index) })
            store.getState().requestFocus({ target: 'card', id })
          }}
        />
      ))}
      {withheld.map(({ id: record, content: evidence }, index) => (
        <EvidenceFields
          key={`${record} ${index}`}
          number={content.evidence.length + index + 1}
          name={`${id} withheld ${record}`}
          evidence={evidence}
          isWithheld
          onWithhold={() => {
            store.getState().release(id, record)
            store.getState().requestFocus({ target: 'withhold', id })
          }}
          onChange={change => store.getState().editWithheld(id, record, change)}
          onRemove={() => {
            store.getState().removeWithheld(id, record)
            store.getState().requestFocus({ target: 'card', id })
          }}
        />
      ))}
      <TagsField tags={content.tags} onChange={tags => edit({ tags: [...tags] })} />
      <div className="card-adders">
        <Button
          icon={<Plus size={15} aria-hidden />}
          onClick={() => {
            edit({ evidence: [...current().evidence, NO_EVIDENCE] })
            store.getState().requestFocus({ target: 'evidence', id })
          }}
        >
          {review.addEvidence}
        </Button>
        {!hasClaim && (
          <Button icon={<Plus size={15} aria-hidden />} onClick={() => setHasClaim(true)}>
            {review.addClaim}
          </Button>
        )}
      </div>
      {annotation.conflict && !isConflictKnown && <ConflictBox annotation={annotation} />}
    </div>
  )
}
