import * as v from 'valibot'
import { AnnotationContentSchema } from './annotation.ts'
import { canonicalJson, sha256Hex } from './canonical-json.ts'
import { HashSchema, TimestampSchema, UuidSchema, type DeviceId, type RecordId } from './identifiers.ts'
import { MarkContentSchema } from './mark.ts'
import { SessionContentSchema } from './session.ts'

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Who wrote a version, as the n-th of which device, having seen what. */
export const VERSION_STAMP = {
  id: UuidSchema,
  article: HashSchema,
  reviewer: UuidSchema,
  dot: v.strictTuple([UuidSchema, v.pipe(CountSchema, v.minValue(1))]),
  seen: v.record(UuidSchema, CountSchema),
  at: TimestampSchema,
}

const removal = { kind: v.picklist(['deleted', 'erased']) }

/** A version of one reviewer's judgement of one statement. */
export const AnnotationVersionSchema = v.variant('kind', [
  v.strictObject({
    record: v.literal('annotation'),
    ...VERSION_STAMP,
    kind: v.literal('content'),
    content: AnnotationContentSchema,
  }),
  v.strictObject({ record: v.literal('annotation'), ...VERSION_STAMP, ...removal }),
])

/** A version of a "nothing to check" mark. */
export const MarkVersionSchema = v.variant('kind', [
  v.strictObject({
    record: v.literal('mark'),
    ...VERSION_STAMP,
    kind: v.literal('content'),
    content: MarkContentSchema,
  }),
  v.strictObject({ record: v.literal('mark'), ...VERSION_STAMP, ...removal }),
])

/** A version of a review session. */
export const SessionVersionSchema = v.variant('kind', [
  v.strictObject({
    record: v.literal('session'),
    ...VERSION_STAMP,
    kind: v.literal('content'),
    content: SessionContentSchema,
  }),
  v.strictObject({ record: v.literal('session'), ...VERSION_STAMP, ...removal }),
])

export type AnnotationVersion = Readonly<v.InferOutput<typeof AnnotationVersionSchema>>
export type MarkVersion = Readonly<v.InferOutput<typeof MarkVersionSchema>>
export type SessionVersion = Readonly<v.InferOutput<typeof SessionVersionSchema>>

/** One immutable state of a record. A record is the set of its versions; nothing overwrites one. */
export type Version = AnnotationVersion | MarkVersion | SessionVersion

/** What orders the versions of a record, of whatever kind it is. */
export interface Stamped {
  readonly id: RecordId
  readonly kind: string
  readonly dot: readonly [device: DeviceId, count: number]
  readonly seen: Seen
}

/** A version that says something, as opposed to one that removes. */
export type ContentOf<V extends Version> = Extract<V, { kind: 'content' }>

/** For each device the highest count its author had seen of this record. */
export type Seen = Readonly<Record<DeviceId, number>>

// Versions never change, so a hash once computed stays true for the object.
const hashes = new WeakMap<Stamped, string>()

/** SHA-256 of the version's canonical JSON: its key in every set. */
export function versionHash(version: Stamped): string {
  const known = hashes.get(version)
  if (known !== undefined) return known
  const hash = sha256Hex(canonicalJson(version))
  hashes.set(version, hash)
  return hash
}

/** The hash of a version if it has been worked out here; `null` if to know it would take work. */
export function knownHash(version: Version): string | null {
  return hashes.get(version) ?? null
}

/** Takes a hash over that was worked out elsewhere in this program, as in a worker: to hash many versions takes long. */
export function rememberHash(version: Version, hash: string): void {
  hashes.set(version, hash)
}

/** Whether `later` was written by someone who had seen `earlier`. */
export function supersedes(later: Pick<Stamped, 'seen'>, earlier: Pick<Stamped, 'dot'>): boolean {
  const [device, count] = earlier.dot
  return (later.seen[device] ?? 0) >= count
}

/** The versions of one record that nothing supersedes. Several with different content are a conflict. */
export function heads<V extends Stamped>(versions: readonly V[]): readonly V[] {
  if (versions.length === 1) return versions // as most records have
  const seen = highestSeen(versions)
  const latest = versions.filter(({ dot: [device, count] }) => (seen[device] ?? 0) < count)
  // Only a forged set has versions that supersede each other in a circle: showing them all is better than losing the record.
  return latest.length > 0 ? latest : versions
}

/** The head to show: content before removal, then who had seen more, then the smaller hash. `undefined` when there are no versions. */
export function shownVersion<V extends Stamped>(versions: readonly V[]): V | undefined {
  const latest = heads(versions)
  return latest.length > 1 ? latest.toSorted(byPrecedence)[0] : latest[0]
}

/** The versions that the author of `version` had seen, and itself: what an edit of it alone goes on from. */
export function lineOf<V extends Stamped>(version: V, versions: readonly V[]): readonly V[] {
  const hash = versionHash(version)
  return versions.filter(other => versionHash(other) === hash || supersedes(version, other))
}

/** What a new version that knows these versions has seen. */
export function seenOf(versions: readonly Stamped[]): Seen {
  const seen = highestSeen(versions)
  for (const {
    dot: [device, count],
  } of versions)
    seen[device] = Math.max(seen[device] ?? 0, count)
  return seen
}

function highestSeen(versions: readonly Stamped[]): Record<DeviceId, number> {
  const highest: Record<DeviceId, number> = {}
  for (const { seen } of versions) {
    for (const [device, count] of Object.entries(seen)) highest[device] = Math.max(highest[device] ?? 0, count)
  }
  return highest
}

/** Orders versions by which of them would be shown if both were heads; never 0 for two that differ. */
export function byPrecedence(a: Stamped, b: Stamped): number {
  const content = Number(b.kind === 'content') - Number(a.kind === 'content')
  if (content !== 0) return content
  const seen = sumSeen(b) - sumSeen(a)
  if (seen !== 0) return seen
  return versionHash(a) < versionHash(b) ? -1 : 1
}

function sumSeen(version: Stamped): number {
  return Object.values(version.seen).reduce((sum, count) => sum + count, 0)
}
