import { beforeAll, describe, expect, it, vi, afterEach } from 'vitest'
import type { AnnotationSet } from '../../domain/annotation-set.ts'
import { toBase64Url } from '../../domain/base64url.ts'
import type { Signature } from '../../domain/signature.ts'
import type { SigningKey } from '../../domain/signing-key.ts'
import { NO_CHANGES } from '../../domain/statement.ts'
import { anAnnotationSet, anAnnotationVersion, aReviewer, aUuid } from '../../testing/builders.ts'
import { aSignature, aSigningKey, SIGNED_AT, theKnownKey, theOtherForm } from '../../testing/signing.ts'
import { NO_PUBLISHER } from '../codec.ts'
import { CODECS } from '../codecs.ts'
import { incomingFile } from '../incoming.ts'
import { encodeAnnotationSet, readAnnotationSet, setHash } from '../w3c-set.ts'
import { checkSignatures } from './check-signatures.ts'
import { MOST_SIGNATURES, NO_SIGNATURES, readSignatures } from './read-signatures.ts'
import { signedBytes } from './signed-bytes.ts'

const SET = anAnnotationSet()
const OTHER_SET = anAnnotationSet({ versions: [anAnnotationVersion({ verdict: 'verified' })] })

let keys: Readonly<Record<SigningKey['algorithm'], SigningKey>>
let mine: Signature
let elliptic: Signature
let file: string

beforeAll(async () => {
  keys = { Ed25519: await aSigningKey(), ES256: await aSigningKey('ES256') }
  mine = await aSignature(SET, { key: keys.Ed25519 })
  elliptic = await aSignature(SET, { key: keys.ES256 })
  file = encodeAnnotationSet(SET, NO_CHANGES, [mine])
})

afterEach(() => vi.restoreAllMocks())

/** What checking says of the signatures in a file. */
async function checked(text: string): Promise<readonly string[]> {
  const read = readAnnotationSet(text)
  if (!read.ok) throw new Error(`The set was not read: ${JSON.stringify(read.problem)}`)
  return kindsOf(read.value.found.signatures, read.value.hash)
}

async function kindsOf(signatures: readonly (Signature | null)[], hash = setHash(SET)): Promise<readonly string[]> {
  return (await checkSignatures(signatures, hash)).map(({ kind }) => kind)
}

describe('a signature', () => {
  it('X163 is of exactly these bytes', async () => {
    const claim = { algorithm: 'Ed25519', key: 'AA', reviewer: { id: aUuid(1), name: 'Zoë' }, at: SIGNED_AT }
    const bytes = new TextDecoder().decode(signedBytes(claim, 'f00'))
    expect(bytes).toBe(
      `factmark/set-signature/1\n{"algorithm":"Ed25519","at":"${SIGNED_AT}","key":"AA","reviewer":{"id":"${aUuid(1)}","name":"Zoë"},"setHash":"f00"}`,
    )
    const known = await aSignature(SET, { key: await theKnownKey() })
    expect(known).toMatchObject({ algorithm: 'Ed25519', key: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' })
    expect(known.signature).toMatchInlineSnapshot(
      `"nUggT7eFXCsJ0kVUPpVMLJNhlLkCPaaaAprXvkzBUqSMZmpoWt3xuHbiWTPXDxzcyPY9847BTY87tmrxq6s9CA"`,
    )
  })

  it.each(['Ed25519', 'ES256'] as const)('X163 is valid for its set, and names its signer: %s', async algorithm => {
    const signature = await aSignature(SET, { key: keys[algorithm] })
    expect(await kindsOf([signature])).toEqual(['valid'])
    expect(signature).toMatchObject({ algorithm, reviewer: { id: aReviewer().id, name: 'R. Okafor' }, at: SIGNED_AT })
  })

  const layouts: readonly (readonly [string, (text: string) => string])[] = [
    ['as it was written', text => text],
    ['without white space', text => JSON.stringify(JSON.parse(text))],
    ['with more white space', text => JSON.stringify(JSON.parse(text), null, '\t').replaceAll('\n', '\r\n\r\n')],
    ['with its keys in another order', text => JSON.stringify(reversed(JSON.parse(text)))],
    ['with characters written as escapes', text => text.replaceAll('tunnel', word => word.replace(/./g, escaped))],
    ['with a byte order mark', text => `\uFEFF${text}`],
    ['with a key that stands there twice, the last of which counts', text => text.replace('{', '{"factmark:set": 1,')],
  ]
  it.each(layouts)('X164 stays valid %s', async (_name, change) => {
    expect(await checked(change(file))).toEqual(['valid'])
  })

  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ['another rationale', text => text.replaceAll('14 days, not 10', '10 days, as said')],
    ['another verdict', text => text.replaceAll('"verdict": "disputed"', '"verdict": "verified"')],
    ['a letter in another form', text => text.replaceAll('Port log', 'Port lo\\u011f')],
    ['the hash of what it was changed to', text => rehashed(text.replaceAll('14 days', '15 days'))],
    [
      'another signer',
      text => text.replace('"name": "R. Okafor"\n   },\n   "signature"', '"name": "Ada"\n   },\n   "signature"'),
    ],
    [
      'the identifier of another signer',
      text => signatureOf(text, { reviewer: { ...mine.reviewer, id: aUuid(0xbad) } }),
    ],
    ['another time', text => signatureOf(text, { at: '2020-01-01T00:00:00.000Z' })],
    ['another key', text => signatureOf(text, { key: elliptic.key })],
    ['another key of the same kind', text => signatureOf(text, { key: toBase64Url(new Uint8Array(32).fill(7)) })],
    ['the other algorithm', text => signatureOf(text, { algorithm: 'ES256' })],
    [
      'other bytes',
      text => signatureOf(text, { signature: mine.signature.replace(/^./, first => (first === 'A' ? 'B' : 'A')) }),
    ],
    ['bytes cut short', text => signatureOf(text, { signature: mine.signature.slice(0, -4) })],
    ['no bytes but zeros', text => signatureOf(text, { signature: toBase64Url(new Uint8Array(64)) })],
    [
      'a repeated key, the last of which counts',
      text => text.replace(/"verdict": "disputed"/g, '"verdict": "disputed", "verdict": "verified"'),
    ],
  ]
  it.each(changes)('X164 is broken with %s', async (_name, change) => {
    const changed = change(file)
    expect(changed).not.toBe(file)
    expect(await checked(changed)).toEqual(['broken'])
  })

  it('X164 is broken when it was taken from another set', async () => {
    expect(await checked(encodeAnnotationSet(OTHER_SET, NO_CHANGES, [mine]))).toEqual(['broken'])
  })

  it('X164 of one kind never counts as one of the other', async () => {
    expect(await kindsOf([{ ...elliptic, algorithm: 'Ed25519' }])).toEqual(['broken'])
    expect(await kindsOf([{ ...mine, algorithm: 'ES256' }])).toEqual(['broken'])
    const offCurve = toBase64Url(new Uint8Array(65).fill(4))
    expect(await kindsOf([{ ...elliptic, key: offCurve }])).toEqual(['broken'])
  })

  it('X165 of an algorithm that this program does not know is told as such, not as broken', async () => {
    expect(await kindsOf([{ ...mine, algorithm: 'ML-DSA-65', key: 'A'.repeat(2603) }])).toEqual(['unsupported'])
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'))
    expect(await kindsOf([mine])).toEqual(['unsupported'])
  })

  const malformed: readonly (readonly [string, unknown])[] = [
    ['not an object', 'signed'],
    ['without a signer', { ...{ algorithm: 'Ed25519', key: 'AA', at: SIGNED_AT, signature: 'AA' } }],
    ['with more than it may say', { extra: true }],
    ['with a name that nobody has', { reviewer: { id: aUuid(1), name: 'x'.repeat(201) } }],
    ['with padding', { signature: 'AA==' }],
    ['with signs of other alphabets', { signature: '+/+/' }],
    ['with a signature without end', { signature: 'A'.repeat(10_001) }],
    ['with no time', { at: 'yesterday' }],
    ['with a name of an algorithm that is a sentence', { algorithm: 'trust me' }],
  ]
  it.each(malformed)(
    'X165 that is %s is listed as malformed, and the set is read all the same',
    async (_name, part) => {
      const signature =
        typeof part === 'object' && Object.hasOwn(part!, 'key') ? part : { ...mine, ...(part as object) }
      const written = typeof part === 'string' ? part : signature
      const json = { ...(JSON.parse(file) as object), 'factmark:signatures': [written, mine] }
      expect(await checked(JSON.stringify(json))).toEqual(['malformed', 'valid'])
    },
  )

  it('X165 with bytes that have two texts is broken in the one that nobody writes', async () => {
    // 64 bytes leave four bits of the last sign unused: another last sign would stand for the same bytes.
    const last = mine.signature.at(-1)!
    const other = String.fromCharCode(last.charCodeAt(0) + 1)
    expect(await kindsOf([{ ...mine, signature: `${mine.signature.slice(0, -1)}${other}` }])).toEqual(['broken'])
  })

  it('X165 is looked at with nineteen others at most; how many more there are is known', () => {
    const found = readSignatures(Array.from({ length: 100_000 }, () => mine))
    expect(found.signatures).toHaveLength(MOST_SIGNATURES)
    expect(found.more).toBe(99_980)
    expect(readSignatures({})).toEqual({ signatures: [null], more: 0 })
    expect(readSignatures(undefined)).toEqual(NO_SIGNATURES)
  })

  it('X170 that stands there twice, also in the other form that ECDSA allows, is told once', async () => {
    const other = theOtherForm(elliptic)
    expect(other.signature).not.toBe(elliptic.signature)
    expect(await kindsOf([other])).toEqual(['valid'])
    expect(await kindsOf([elliptic, other, elliptic, mine, mine])).toEqual(['valid', 'valid'])
    expect(await kindsOf([mine, { ...mine, at: '2026-11-24T00:00:00.000Z' }])).toEqual(['valid', 'broken'])
  })
})

describe('a set', () => {
  it('X166 without signatures has the bytes that it always had, and with them names them once', () => {
    expect(encodeAnnotationSet(SET, NO_CHANGES, [])).toBe(encodeAnnotationSet(SET))
    expect(encodeAnnotationSet(SET)).not.toContain('signatures')
    const { '@context': _context, 'factmark:signatures': signatures, ...rest } = JSON.parse(file)
    expect(signatures).toEqual([mine])
    const { '@context': _other, ...unsigned } = JSON.parse(encodeAnnotationSet(SET))
    expect(rest).toEqual(unsigned)
  })

  it.each(['w3c', 'report', 'bundle'] as const)(
    'X166 carries its signatures in every format that holds it: %s',
    async id => {
      const { writer, reader } = CODECS.find(codec => codec.id === id)!
      expect(writer!.signs).toBe(true)
      const options = { changes: NO_CHANGES, publisher: NO_PUBLISHER, signatures: [mine, elliptic] }
      const written = writer!.encode(SET, options)
      const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
      const read = reader!.read({ files: [incomingFile('a', bytes)] })
      if (!read.ok || read.value.kind !== 'set') throw new Error('The set was not read.')
      expect(await kindsOf(read.value.found.signatures, read.value.hash)).toEqual(['valid', 'valid'])
    },
  )

  it('X166 from which the signature was taken is not signed, and is not altered', () => {
    const { 'factmark:signatures': _, ...stripped } = JSON.parse(file)
    expect(readAnnotationSet(JSON.stringify(stripped))).toMatchObject({
      value: { isAltered: false, found: NO_SIGNATURES },
    })
  })

  it('X166 with history and without are different sets to a signature', async () => {
    const first = anAnnotationVersion()
    const more: AnnotationSet = anAnnotationSet({
      versions: [first, anAnnotationVersion({ rationale: 'More', dot: [first.dot[0], 9] })],
    })
    expect(setHash(more)).not.toBe(setHash(SET))
    expect(await kindsOf([await aSignature(more, { key: keys.Ed25519 })], setHash(more))).toEqual(['valid'])
  })
})

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, reversed(part)] as const)
      .reverse(),
  )
}

/** The file with another hash noted in it: that of what it holds now. */
function rehashed(text: string): string {
  const read = readAnnotationSet(text)
  if (!read.ok) throw new Error('The set was not read.')
  return text.replace(/("factmark:setHash": ")\w+/, `$1${read.value.hash}`)
}

/** The file with something else in its signature. */
function signatureOf(text: string, part: Partial<Signature>): string {
  const json = JSON.parse(text) as { 'factmark:signatures': Signature[] }
  return JSON.stringify({
    ...json,
    'factmark:signatures': json['factmark:signatures'].map(one => ({ ...one, ...part })),
  })
}
