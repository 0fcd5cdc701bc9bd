import type { AnnotationContent, Evidence } from '../domain/annotation.ts'
import type { ArticleId, DeviceId, RecordId, ReviewerId, Timestamp } from '../domain/identifiers.ts'
import type { MarkContent } from '../domain/mark.ts'
import type { DeviceLease } from '../domain/review-storage.ts'
import type { SessionContent } from '../domain/session.ts'
import { lineOf, seenOf, shownVersion, type AnnotationVersion, type Version } from '../domain/version.ts'
import type { AnyVersion, WithheldVersion } from '../domain/withheld.ts'

/** What a record shall say next; `null` removes it. */
export type RecordChange =
  | {
      readonly record: 'annotation'
      readonly id: RecordId
      readonly content: AnnotationContent | null
      /** Evidence that a person gives here and now, and that is therefore not kept back. */
      readonly given?: readonly Evidence[]
      /** The reading that alone goes on, where several stand beside each other; without it all are settled. */
      readonly onto?: AnnotationVersion
    }
  | {
      readonly record: 'mark'
      readonly id: RecordId
      readonly content: MarkContent | null
    }
  | {
      readonly record: 'session'
      readonly id: RecordId
      readonly content: SessionContent | null
    }
  | WithheldChange

/** What withheld evidence shall say next; `null` deletes it, or releases it into its annotation by another change of the same command. */
export interface WithheldChange {
  readonly record: 'withheld'
  readonly id: RecordId
  readonly annotation: RecordId
  readonly content: Evidence | null
  readonly isReleased?: boolean
}

/** Who writes, where, and when. */
export interface Author {
  readonly article: ArticleId
  readonly reviewer: ReviewerId
  readonly device: DeviceId
  readonly at: Timestamp
}

/** A change of what may leave this device. */
export type PublicChange = Exclude<RecordChange, WithheldChange>

/** What of a record's versions the author of a change goes on from. */
export function knownTo<V extends AnyVersion>(change: RecordChange, versions: readonly V[]): readonly V[] {
  return change.record === 'annotation' && change.onto
    ? (lineOf<AnyVersion>(change.onto, versions) as readonly V[])
    : versions
}

/**
 * The version that makes a change of withheld evidence. Withheld anew, it is so since the version of its annotation that the
 * same command writes: `withdrawal` is the dot of that one.
 */
export function withheldVersionFor(
  { id, annotation, content, isReleased = false }: WithheldChange,
  earlier: readonly WithheldVersion[],
  { article, reviewer, device, at }: Author,
  { count, withdrawal }: { readonly count: number; readonly withdrawal: WithheldVersion['since'] | undefined },
): WithheldVersion {
  const before = shownVersion(earlier)
  const since = before && before.kind !== 'released' ? before.since : withdrawal
  if (!since) throw new Error('Evidence is withheld together with a version of its annotation.')
  const dot: [DeviceId, number] = [device, count]
  const stamp = { id, annotation, article, reviewer, since, dot, seen: { ...seenOf(earlier) }, at }
  if (content) return { record: 'withheld', ...stamp, kind: 'content', content }
  return { record: 'withheld', ...stamp, kind: isReleased ? 'released' : 'deleted' }
}

/** The version that makes a change, as the `count`-th of its device, by an author who has seen `earlier`. */
export function versionFor(change: PublicChange, earlier: readonly Version[], author: Author, count: number): Version {
  const { record, id } = change
  const { article, reviewer, device, at } = author
  const stamp = {
    id,
    article,
    reviewer,
    dot: [device, count] as [DeviceId, number],
    seen: { ...seenOf(earlier) },
    at,
  }
  if (change.content === null) return { record, ...stamp, kind: 'deleted' }
  switch (change.record) {
    case 'annotation':
      return {
        record: 'annotation',
        ...stamp,
        kind: 'content',
        content: change.content,
      }
    case 'mark':
      return {
        record: 'mark',
        ...stamp,
        kind: 'content',
        content: change.content,
      }
    case 'session':
      return {
        record: 'session',
        ...stamp,
        kind: 'content',
        content: change.content,
      }
  }
}

/** The version that erases an annotation for good, as the `count`-th of its device, by an author who has seen these versions. */
export function erasureFor(
  versions: readonly [AnnotationVersion, ...AnnotationVersion[]],
  author: Author,
  count: number,
): AnnotationVersion {
  const [{ id }] = versions
  const { article, reviewer, device, at } = author
  return {
    record: 'annotation',
    kind: 'erased',
    ...{ id, article, reviewer, at },
    dot: [device, count],
    seen: { ...seenOf(versions) },
  }
}

/** The change that makes a record say what an earlier version said; from nothing it removes. */
export function changeBackTo(version: AnyVersion | undefined, current: AnyVersion): RecordChange {
  if (current.record === 'withheld') {
    const { record, id, annotation } = current
    if (version?.record === 'withheld' && version.kind === 'content')
      return { record, id, annotation, content: version.content }
    return { record, id, annotation, content: null, isReleased: version?.kind !== 'deleted' }
  }
  const { record, id } = current
  if (version?.kind !== 'content') return { record, id, content: null }
  switch (version.record) {
    case 'annotation':
      return { record: 'annotation', id, content: version.content }
    case 'mark':
      return { record: 'mark', id, content: version.content }
    case 'session':
      return { record: 'session', id, content: version.content }
    case 'withheld':
      throw new Error('A record does not change its kind.')
  }
}

/**
 * The lease with a count that no version under its name exceeds: an imported file may hold what this device wrote, or
 * exported before it could save it, and a count given twice would make the second version look superseded.
 */
export function leaseBeyond(lease: DeviceLease | null, versions: readonly AnyVersion[]): DeviceLease | null {
  if (!lease) return null
  const own = versions.filter(({ dot: [device] }) => device === lease.device)
  const count = own.reduce((highest, version) => Math.max(highest, version.dot[1]), lease.count)
  return count === lease.count ? lease : { ...lease, count }
}
