import * as v from 'valibot'
import { EvidenceSchema, type AnnotationContent, type Evidence } from './annotation.ts'
import { canonicalJson } from './canonical-json.ts'
import { UuidSchema, type DeviceId, type RecordId } from './identifiers.ts'
import { byRecord } from './merge.ts'
import { heads, supersedes, VERSION_STAMP, type AnnotationVersion, type Version } from './version.ts'

const { dot } = VERSION_STAMP

const stamp = {
  record: v.literal('withheld'),
  ...VERSION_STAMP,
  /** The annotation that it is evidence of. */
  annotation: UuidSchema,
  /** The version of the annotation that was written when the evidence was withheld: whoever has seen that one knows of it. */
  since: dot,
}

/**
 * A version of one piece of evidence that never leaves this device but in backups: what it says, or that it was deleted, or
 * released into the annotation. No `Version`, so that nothing that writes sets can be given one. Its words stand in its latest
 * version alone: what is superseded is not kept.
 */
export const WithheldVersionSchema = v.variant('kind', [
  v.strictObject({ ...stamp, kind: v.literal('content'), content: EvidenceSchema }),
  v.strictObject({ ...stamp, kind: v.picklist(['deleted', 'released']) }),
])

export type WithheldVersion = Readonly<v.InferOutput<typeof WithheldVersionSchema>>

/** What one device writes: what may leave it, and what may not. */
export type AnyVersion = Version | WithheldVersion

/** One piece of evidence that is withheld now. */
export type WithheldEvidence = Extract<WithheldVersion, { kind: 'content' }>

/** What is withheld, of some versions of any records, in the order in which it was. A record that was edited in two places gives both. */
export function withheldEvidence(versions: readonly WithheldVersion[]): readonly WithheldEvidence[] {
  return latestWithheld(versions)
    .filter(version => version.kind === 'content')
    .sort((a, b) => a.since[1] - b.since[1] || (a.id < b.id ? -1 : 1))
}

/** The versions that nothing supersedes, of any number of records: all that is kept of them. */
export function latestWithheld(versions: readonly WithheldVersion[]): readonly WithheldVersion[] {
  return [...byRecord(versions).values()].flatMap(record => heads(record))
}

/** The latest versions of what is, or was, withheld of each annotation that has any. */
export function withheldByAnnotation(
  versions: readonly WithheldVersion[],
): ReadonlyMap<RecordId, readonly WithheldVersion[]> {
  const found = new Map<RecordId, readonly WithheldVersion[]>()
  for (const version of latestWithheld(versions)) {
    found.set(version.annotation, [...(found.get(version.annotation) ?? []), version])
  }
  return found
}

/** Whether nothing was written into a piece of evidence. Such a piece is hidden by nobody. */
export function isBlank({ stance: _stance, kind: _kind, ...texts }: Evidence): boolean {
  return Object.values(texts).every(text => text === '')
}

/** An article's versions that may leave this device, and how much of it stays. */
export interface Leaving {
  readonly versions: readonly Version[]
  /** Annotations that stay wholly or in part: what they say now holds, in one place or in all, what may be withheld. */
  readonly annotations: number
  /** Earlier versions that stay. */
  readonly earlier: number
}

/**
 * Takes out of an article's versions those that hold, or may hold, evidence that is withheld or was so when it was deleted.
 * A piece of evidence has no name that stays while it is written, so its earlier forms cannot be told from other evidence:
 * what leaves of an annotation with withheld evidence are versions whose evidence stands, word for word, in a version that
 * was written by somebody who knew of the withholding; and none that holds what is withheld now.
 */
export function leavingVersions(versions: readonly Version[], withheld: readonly WithheldVersion[]): Leaving {
  const byAnnotation = withheldByAnnotation(withheld)
  const rest = versions.filter(({ id }) => !byAnnotation.has(id))
  const own = [...byAnnotation].map(([id, ofIt]) => {
    const record = versions.filter((version): version is AnnotationVersion => version.id === id)
    return leavingOf(record, ofIt)
  })
  const total = (count: (one: Leaving) => number) => own.reduce((sum, one) => sum + count(one), 0)
  return {
    versions: own.length === 0 ? versions : [...rest, ...own.flatMap(one => one.versions)],
    annotations: total(one => one.annotations),
    earlier: total(one => one.earlier),
  }
}

function leavingOf(record: readonly AnnotationVersion[], withheld: readonly WithheldVersion[]): Leaving {
  const hides = hiding(record, withheld)
  const mayLeave = (version: AnnotationVersion) =>
    version.kind !== 'content' || version.content.evidence.every(one => !hides(one, version))
  const current = heads(record)
  const shown = current.filter(mayLeave)
  // Without the one that superseded it, an earlier version would be taken for what is said now.
  const isEarlier = (version: AnnotationVersion) =>
    !current.includes(version) && shown.some(head => supersedes(head, version))
  const earlier = record.filter(version => isEarlier(version) && mayLeave(version))
  return {
    versions: [...shown, ...earlier],
    annotations: Number(shown.length < current.length),
    earlier: record.length - current.length - earlier.length,
  }
}

/** What of an annotation's content is withheld, or may be an earlier form of what is. */
export function hiddenEvidence(
  { evidence }: AnnotationContent,
  record: readonly AnnotationVersion[],
  withheld: readonly WithheldVersion[],
): readonly Evidence[] {
  if (withheld.length === 0) return NOTHING
  const hides = hiding(record, withheld)
  return evidence.filter(one => hides(one, null))
}

const NOTHING: readonly Evidence[] = []

/** Tells whether a piece of evidence must not leave with a version; without one, as a part of whichever version has it. */
function hiding(record: readonly AnnotationVersion[], withheld: readonly WithheldVersion[]) {
  const open = withheld.filter(({ kind }) => kind !== 'released')
  const knows = (version: AnnotationVersion) => open.every(({ since }) => hasSeen(version, since))
  const words = new Set(open.flatMap(version => (version.kind === 'content' ? [canonicalJson(version.content)] : [])))
  const cleared = new Set(record.filter(knows).flatMap(evidenceOf).map(canonicalJson))
  const written = new Set(record.flatMap(evidenceOf).map(canonicalJson))
  return (evidence: Evidence, version: AnnotationVersion | null): boolean => {
    if (open.length === 0 || isBlank(evidence)) return false
    const said = canonicalJson(evidence)
    if (words.has(said)) return true
    if (version) return !knows(version) && !cleared.has(said)
    return written.has(said) && !cleared.has(said)
  }
}

function hasSeen({ dot: [by, count], seen }: AnnotationVersion, [device, since]: readonly [DeviceId, number]): boolean {
  return (by === device && count >= since) || (seen[device] ?? 0) >= since
}

function evidenceOf(version: AnnotationVersion): readonly Evidence[] {
  return version.kind === 'content' ? version.content.evidence : NOTHING
}

/** The record that a version belongs to as far as people see it: withheld evidence goes with its annotation. */
export function subjectOf(version: Pick<AnyVersion, 'id'> & { readonly annotation?: RecordId }): RecordId {
  return version.annotation ?? version.id
}
