import { canonicalJson } from '../domain/canonical-json.ts'
import type { RecordId } from '../domain/identifiers.ts'
import { hiddenEvidence, type WithheldVersion } from '../domain/withheld.ts'
import { annotationVersions, withheldOf, type OpenArticle } from './open-article.ts'
import type { RecordChange, WithheldChange } from './record-change.ts'

/**
 * The changes without evidence that would come out of hiding by the way, as it would when an earlier version is restored: what
 * is withheld already stays so, and what may be an earlier form of it comes back withheld. What a person has just given, and
 * readings that go on beside others, are left as they are.
 */
export function keepBack(
  open: Pick<OpenArticle, 'versions' | 'withheld'>,
  changes: readonly RecordChange[],
  newId: () => RecordId,
): readonly RecordChange[] {
  return changes.flatMap((change): readonly RecordChange[] => {
    if (change.record !== 'annotation' || !change.content || change.onto) return [change]
    const { id, content, given = [] } = change
    const withheld = withheldOf(open, id)
    const hidden = new Set(hiddenEvidence(content, annotationVersions(open, id), withheld).map(canonicalJson))
    for (const evidence of given) hidden.delete(canonicalJson(evidence))
    if (hidden.size === 0) return [change]
    const isHidden = (evidence: (typeof given)[number]) => hidden.has(canonicalJson(evidence))
    const known = new Set(withheld.map(wordsOf))
    const again = content.evidence.filter(one => isHidden(one) && !known.has(canonicalJson(one)))
    return [
      { ...change, content: { ...content, evidence: content.evidence.filter(one => !isHidden(one)) } },
      ...again.map((evidence): WithheldChange => ({
        record: 'withheld',
        id: newId(),
        annotation: id,
        content: evidence,
      })),
    ]
  })
}

function wordsOf(version: WithheldVersion): string | null {
  return version.kind === 'content' ? canonicalJson(version.content) : null
}
