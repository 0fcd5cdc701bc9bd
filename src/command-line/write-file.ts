import { findChangeStates } from '../anchoring/change-states.ts'
import { reanchor } from '../anchoring/reanchor.ts'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { newestRevision } from '../domain/article.ts'
import { succeed, type Result } from '../domain/result.ts'
import type { Signature } from '../domain/signature.ts'
import type { ChangeStates } from '../domain/statement.ts'
import type { Publisher } from '../exchange/codec.ts'
import { WRITABLE_CODECS, type WritableCodec } from '../exchange/codecs.ts'
import { lossesOf } from '../exchange/fates.ts'
import { COMMAND_LINE_WORDS as words } from '../wording/command-line-words.ts'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { describeLoss } from '../wording/losses.ts'
import { inFile, misused, type Stop, type World } from './world.ts'

/** The format that is asked for by name, else the first that has the file's ending. */
export function formatOf(out: string, to: string | undefined): Result<WritableCodec, Stop> {
  if (to !== undefined) {
    const named = WRITABLE_CODECS.find(({ id }) => id === to)
    return named ? succeed(named) : misused(words.noFormat(to))
  }
  const ending = WRITABLE_CODECS.find(({ writer }) => out.toLowerCase().endsWith(writer.extension))
  return ending ? succeed(ending) : misused(words.noEnding(out))
}

/** A set that is to be written, with the signatures that hold of it. */
export interface SetToWrite {
  readonly set: AnnotationSet
  readonly signatures: readonly Signature[]
}

/** Writes a set in a format, and says what the format cannot express. */
export async function writeSet(
  { set, signatures }: SetToWrite,
  out: { readonly name: string; readonly format: WritableCodec; readonly publisher: Publisher },
  world: World,
): Promise<Result<null, Stop>> {
  const { id, writer } = out.format
  const { name } = FORMAT_NAMES[id]
  const changes = await changesIn(set)
  const content = encoded(() => writer.encode(set, { changes, publisher: out.publisher, signatures }))
  if (content === null) return inFile(words.notWritten(name))
  const written = await world.write(out.name, content)
  if (!written.ok) return inFile(words.unwritable(out.name, written.problem))
  const losses = lossesOf(set, writer.fates, changes)
  if (losses.length > 0) world.say(words.cannotExpress(name))
  for (const loss of losses) world.say(`  ${describeLoss(loss)}`)
  return written
}

/** How the statements of a set fared up to its newest text. */
export function changesIn(set: AnnotationSet): Promise<ChangeStates> {
  const here = (request: Parameters<typeof reanchor>[0]) => Promise.resolve(succeed(reanchor(request)))
  return findChangeStates(here, set, newestRevision(set.revisions))
}

/** Engines refuse texts beyond about 500 million characters with an error. */
function encoded(encode: () => string | Uint8Array): string | Uint8Array | null {
  try {
    return encode()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
