import type { Evidence } from '../domain/annotation.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { RecordId } from '../domain/identifiers.ts'
import { withheldEvidence, type WithheldEvidence } from '../domain/withheld.ts'
import { isMine } from './cursor-target.ts'
import { readingInHand } from './history-slice.ts'
import { withheldOf } from './open-article.ts'
import type { Ports } from './ports.ts'
import type { RecordChange } from './record-change.ts'
import type { Slice, WithholdingSlice } from './review-state.ts'

/** Evidence goes into hiding and comes out of it together with a version of its annotation: it never stands in both, or in neither. */
export const createWithholdingSlice =
  ({ newId }: Ports): Slice<WithholdingSlice> =>
  (_set, get) => {
    /** What one of the local reviewer's annotations says in the reading that is changed, and what is withheld of it. */
    function inHand(id: RecordId) {
      const { open } = get()
      const annotation = open?.annotations.get(id)
      if (!open || !annotation || !isMine(get(), annotation)) return null
      const onto = annotation.conflict ? readingInHand(get(), id) : null
      return { content: onto?.content ?? annotation.content, ...(onto && { onto }) }
    }

    function withheld(id: RecordId, record: RecordId): WithheldEvidence | undefined {
      const { open } = get()
      return open ? withheldEvidence(withheldOf(open, id)).find(one => one.id === record) : undefined
    }

    function isChangeable(id: RecordId): boolean {
      const annotation = get().open?.annotations.get(id)
      return annotation !== undefined && isMine(get(), annotation)
    }

    return {
      withhold(id, index) {
        get().settleDrafts()
        const reading = inHand(id)
        const evidence = reading?.content.evidence[index]
        if (!reading || !evidence) return
        const { content, ...goesOnFrom } = reading
        const rest = content.evidence.filter((_, position) => position !== index)
        get().perform('withhold', [
          { record: 'annotation', id, content: { ...content, evidence: rest }, ...goesOnFrom },
          { record: 'withheld', id: newId(), annotation: id, content: evidence },
        ])
        get().announce({ kind: 'withheld' })
      },

      release(id, record) {
        get().settleDrafts()
        const reading = inHand(id)
        const evidence = withheld(id, record)
        if (!reading || !evidence) return
        const { content, ...goesOnFrom } = reading
        const given = [evidence.content]
        const released: RecordChange = {
          record: 'withheld',
          id: record,
          annotation: id,
          content: null,
          isReleased: true,
        }
        get().perform('release', [
          {
            record: 'annotation',
            id,
            content: { ...content, evidence: [...content.evidence, ...given] },
            given,
            ...goesOnFrom,
          },
          released,
        ])
        get().announce({ kind: 'released' })
      },

      editWithheld(id, record, change) {
        const before = withheld(id, record)
        if (!before || !isChangeable(id)) return
        const content: Evidence = { ...before.content, ...change }
        if (canonicalJson(content) === canonicalJson(before.content)) return
        get().perform('evidence', [{ record: 'withheld', id: record, annotation: id, content }])
      },

      removeWithheld(id, record) {
        get().settleDrafts()
        if (!withheld(id, record) || !isChangeable(id)) return
        get().perform('evidence', [{ record: 'withheld', id: record, annotation: id, content: null }])
      },
    }
  }
