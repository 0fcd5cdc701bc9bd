import type { AnnotationSet } from '../domain/annotation-set.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { Signature } from '../domain/signature.ts'
import type { WritableCodec } from '../exchange/codecs.ts'
import type { ReadSet } from '../exchange/read-set.ts'
import { checkSignatures } from '../exchange/signatures/check-signatures.ts'
import { setHash } from '../exchange/w3c-set.ts'
import { COMMAND_LINE_WORDS as words } from '../wording/command-line-words.ts'
import type { World } from './world.ts'

/**
 * The signatures of the files that hold of the set that is written: of this very set, and not broken; in one order whatever that
 * of the files. How many are left out is said on standard error.
 */
export async function keptSignatures(
  files: readonly Pick<ReadSet, 'hash' | 'found'>[],
  { set, format }: { readonly set: AnnotationSet; readonly format: WritableCodec },
  world: World,
): Promise<readonly Signature[]> {
  const all = inOneOrder(files)
  const ofThisSet = format.writer.signs ? inOneOrder(files.filter(({ hash }) => hash === setHash(set))) : []
  const checked = await checkSignatures(ofThisSet, setHash(set))
  const kept = checked.flatMap(item => (item.kind === 'valid' || item.kind === 'unsupported' ? [item.signature] : []))
  const more = files.reduce((count, { found }) => count + found.more, 0)
  const leftOut = all.length + more - kept.length
  if (leftOut > 0) world.say(words.signaturesLeftOut(leftOut))
  return kept
}

/** The signatures of files, each once. */
function inOneOrder(files: readonly Pick<ReadSet, 'found'>[]): readonly (Signature | null)[] {
  const byText = new Map<string, Signature | null>()
  for (const signature of files.flatMap(({ found }) => found.signatures)) {
    byText.set(canonicalJson(signature), signature)
  }
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, signature]) => signature)
}
