import { fingerprintOf } from '../domain/signing-key.ts'
import { succeed, type Result } from '../domain/result.ts'
import type { ReadSet } from '../exchange/read-set.ts'
import { shownAnnotations } from '../exchange/shown-annotations.ts'
import { checkSignatures, type CheckedSignature } from '../exchange/signatures/check-signatures.ts'
import { COMMAND_LINE_WORDS as words } from '../wording/command-line-words.ts'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { describeSignature, fingerprintShown } from '../wording/signatures.ts'
import { describeSkip } from '../wording/skip-reasons.ts'
import { readFiles } from './read-file.ts'
import { inFile, type Stop, type World } from './world.ts'

/** What `validate` is asked for. */
export interface ValidateOrder {
  readonly name: string
  /** The fingerprint of a key that must have signed the file, without spaces and in lowercase. */
  readonly signedBy: string | undefined
}

/** Says what a file is; fails when it cannot be read, when anything in it was left out, or when a signature is not right. */
export async function validate({ name, signedBy }: ValidateOrder, world: World): Promise<Result<null, Stop>> {
  const file = await readFiles([name], world)
  if (!file.ok) return file
  const { codec, reading } = file.value
  const format = FORMAT_NAMES[codec.id].name
  const isSet = reading.kind === 'set'
  const skipped = isSet ? [] : reading.file.skipped
  const count = isSet
    ? shownAnnotations(reading.set).length
    : reading.file.documents.reduce((sum, { annotations }) => sum + annotations.length, 0)
  world.print(words.read(name, format, count))
  const signatures = isSet ? await reportedSignatures(reading, world) : []
  if (isSet && reading.isAltered) return inFile(words.problem(name, words.altered))
  for (const { place, reason } of skipped) world.print(`  ${describeSkip(place, reason)}`)
  if (skipped.length > 0) return inFile(words.problem(name, words.leftOut(skipped.length).replace(/:$/, '.')))
  if (signatures.some(({ kind }) => kind === 'broken' || kind === 'malformed')) {
    return inFile(words.problem(name, words.brokenSignature))
  }
  if (signedBy !== undefined && !signatures.some(item => isBy(item, signedBy))) {
    return inFile(words.problem(name, words.notSignedBy))
  }
  world.print(words.sound(name))
  return succeed(null)
}

async function reportedSignatures({ found, hash }: ReadSet, world: World): Promise<readonly CheckedSignature[]> {
  const checked = await checkSignatures(found.signatures, hash)
  for (const item of checked) {
    // Nobody is known on a command line: a name is what the file says.
    world.print(`  ${describeSignature(item.kind === 'malformed' ? item : { ...item, signer: { kind: 'unknown' } })}`)
    if (item.kind !== 'malformed')
      world.print(`    ${words.key(item.signature.algorithm, fingerprintShown(item.signature))}`)
  }
  if (found.more > 0) world.print(`  ${words.moreSignatures(found.more)}`)
  return checked
}

function isBy(item: CheckedSignature, fingerprint: string): boolean {
  return item.kind === 'valid' && fingerprintOf(item.signature.key) === fingerprint
}
