import * as v from 'valibot'
import { AnnotationSetSchema, CURRENT_FORMAT_VERSION, type AnnotationSet } from '../domain/annotation-set.ts'
import { canonicalJson, sha256Hex } from '../domain/canonical-json.ts'
import type { DecodeProblem } from '../domain/decode-problem.ts'
import { findUnsafeJson, placeOf, type Damage } from '../domain/json-guard.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import { damageOf } from '../domain/schema-damage.ts'
import type { Signature } from '../domain/signature.ts'
import type { ChangeStates } from '../domain/statement.ts'
import { inOrder } from './annotation-set.ts'
import type { Codec } from './codec.ts'
import type { ReadSet } from './read-set.ts'
import { findInconsistency } from './set-consistency.ts'
import { readSignatures } from './signatures/read-signatures.ts'
import { shownAnnotations } from './shown-annotations.ts'
import { sortedJson } from './sorted-json.ts'
import { upgradedSet } from './upgraded-set.ts'
import { toW3cAnnotation } from './w3c-annotation.ts'
import { CONTEXT, derivedUrn, GENERATOR, HASH_TERM, SET_TERM, SIGNATURES_TERM, SIGNED_CONTEXT } from './w3c-terms.ts'

/** Factmark's own set, which is also a W3C Web Annotation collection. */
export const w3cCodec: Codec = {
  id: 'w3c',
  writer: {
    extension: '.json',
    mediaType: 'application/ld+json',
    fates: {},
    signs: true,
    encode: (set, { changes, signatures }) => encodeAnnotationSet(set, changes, signatures),
  },
  reader: {
    recognises: ({ files: [file, ...others] }) => others.length === 0 && readEnvelope(file?.json) !== undefined,
    read: ({ files: [file] }, tell) => {
      const read = readParsedSet(file?.text ?? '', file?.json, tell)
      return read.ok ? succeed({ kind: 'set', ...read.value }) : read
    },
  },
}

/** UTF-16 units of a file: room for about 130,000 annotations, and within what engines allow a string to be. */
export const MAX_SET_LENGTH = 400_000_000

/**
 * A set as a W3C AnnotationCollection with one embedded page (REC 2017-02-23), and all of it again in one term of our own.
 * Each annotation says how its statement fared up to the set's newest text, as far as `changes` know.
 * Equal sets with equal signatures give equal texts, whoever exports them and whatever the order of their lists.
 */
export function encodeAnnotationSet(
  set: AnnotationSet,
  changes?: ChangeStates,
  signatures: readonly Signature[] = [],
): string {
  const { article } = set
  const items = shownAnnotations(set, changes).map(shown => toW3cAnnotation(shown, article))
  const isSigned = signatures.length > 0
  return sortedJson({
    '@context': isSigned ? SIGNED_CONTEXT : CONTEXT,
    id: derivedUrn('collection', article.id),
    type: 'AnnotationCollection',
    // Not from the interface's dictionary: two people with different languages write the same file.
    label: `Fact check of '${article.title}'`,
    modified: newestTime(set),
    generator: GENERATOR,
    total: items.length,
    ...(items.length > 0 && pageOf(items, article.id)),
    [SET_TERM]: inOrder(set),
    [HASH_TERM]: setHash(set),
    ...(isSigned && { [SIGNATURES_TERM]: signatures }),
  })
}

const HASHES = new WeakMap<AnnotationSet, string>()

/** SHA-256 over the canonical JSON (RFC 8785) of the set as it is written; what signatures sign. Worked out once for a set. */
export function setHash(set: AnnotationSet): string {
  const known = HASHES.get(set) ?? hashOf(inOrder(set))
  HASHES.set(set, known)
  return known
}

/**
 * Reads what `encodeAnnotationSet` wrote. The set is in the file's own term; the W3C part is for other readers and is not
 * looked at. Fails with the first thing that is wrong and its place; what it returns is consistent in itself.
 */
export function readAnnotationSet(text: string): Result<ReadSet, DecodeProblem> {
  return readParsedSet(text, text.length > MAX_SET_LENGTH ? undefined : parsedJson(text))
}

/** Tells after each step about the share of the time that it and those before it take. */
function readParsedSet(
  text: string,
  json: unknown,
  tell: (share: number) => void = () => undefined,
): Result<ReadSet, DecodeProblem> {
  if (text.length > MAX_SET_LENGTH) return fail({ kind: 'too-large', limit: MAX_SET_LENGTH })
  tell(0.2)
  if (json === undefined) return fail({ kind: 'not-json' })
  const envelope = readEnvelope(json)
  if (envelope === undefined) return fail({ kind: 'not-annotation-set' })
  if (isNewer(envelope.formatVersion)) return fail({ kind: 'newer-version', version: envelope.formatVersion })
  const unsafe = findUnsafeJson(json)
  if (unsafe) return fail(damaged(unsafe))
  tell(0.3)
  const parsed = v.safeParse(AnnotationSetSchema, upgradedSet(envelope), { abortEarly: true })
  if (!parsed.success) return fail(damaged(within(damageOf(parsed.issues[0]))))
  tell(0.45)
  const inconsistency = findInconsistency(parsed.output)
  if (inconsistency) return fail(damaged(within(inconsistency)))
  tell(0.75)
  const { [HASH_TERM]: noted, [SIGNATURES_TERM]: signatures } = json as Readonly<Record<string, unknown>>
  const hash = hashOf(envelope)
  tell(1)
  const isAltered = noted !== undefined && noted !== hash
  return succeed({ set: parsed.output, isAltered, hash, found: readSignatures(signatures) })
}

/** The set alone of what `readAnnotationSet` reads. */
export function decodeAnnotationSet(text: string): Result<AnnotationSet, DecodeProblem> {
  const read = readAnnotationSet(text)
  return read.ok ? succeed(read.value.set) : read
}

function hashOf(set: unknown): string {
  return sha256Hex(canonicalJson(set))
}

function pageOf(items: readonly object[], articleId: string) {
  const id = derivedUrn('page', articleId)
  return { first: { id, type: 'AnnotationPage', startIndex: 0, items }, last: id }
}

function newestTime({ article, versions, sessions }: AnnotationSet): string {
  const times = [...versions, ...sessions].map(({ at }) => at)
  return times.reduce((newest, time) => (time > newest ? time : newest), times[0] ?? article.captured)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined // Every engine words it differently, and none in words for a fact-checker.
  }
}

function readEnvelope(json: unknown): Envelope | undefined {
  const set = isObject(json) && Object.hasOwn(json, SET_TERM) ? json[SET_TERM] : undefined
  if (!isObject(set) || !Object.hasOwn(set, 'formatVersion')) return undefined
  return set as Envelope
}

type Envelope = Readonly<Record<string, unknown>> & { readonly formatVersion: unknown }

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNewer(version: unknown): version is number {
  return Number.isSafeInteger(version) && (version as number) > CURRENT_FORMAT_VERSION
}

function damaged({ path, flaw }: Damage): DecodeProblem {
  return { kind: 'damaged', place: placeOf(path), flaw }
}

function within({ path, flaw }: Damage): Damage {
  return { path: [SET_TERM, ...path], flaw }
}
