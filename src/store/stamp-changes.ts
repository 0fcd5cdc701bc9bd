import type { RecordId } from '../domain/identifiers.ts'
import { shownVersion, type Version } from '../domain/version.ts'
import type { WithheldVersion } from '../domain/withheld.ts'
import { knownTo, versionFor, withheldVersionFor, type Author, type RecordChange } from './record-change.ts'
import type { StepEntry } from './undo.ts'

/** What is known of the records that are changed. */
export interface KnownRecords {
  versionsOf(id: RecordId): readonly Version[]
  /** What is, or was, withheld of an annotation. */
  withheldOf(annotation: RecordId): readonly WithheldVersion[]
}

/** The versions that make the changes of one command, counted on from the last that their device wrote. */
export function stampChanges(
  changes: readonly RecordChange[],
  { versionsOf, withheldOf }: KnownRecords,
  author: Author,
  lastCount: number,
): readonly StepEntry[] {
  const countOf = (index: number) => lastCount + index + 1
  return changes.map((change, index) => {
    if (change.record !== 'withheld') {
      const earlier = knownTo(change, versionsOf(change.id))
      return { before: shownVersion(earlier), written: versionFor(change, earlier, author, countOf(index)) }
    }
    const earlier = withheldOf(change.annotation).filter(({ id }) => id === change.id)
    const beside = changes.findIndex(({ record, id }) => record === 'annotation' && id === change.annotation)
    const withdrawal: WithheldVersion['since'] | undefined = beside < 0 ? undefined : [author.device, countOf(beside)]
    const written = withheldVersionFor(change, earlier, author, { count: countOf(index), withdrawal })
    return { before: shownVersion(earlier), written }
  })
}
