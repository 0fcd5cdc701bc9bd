import { fail, succeed, type Result } from '../domain/result.ts'
import type { Codec, Reading } from '../exchange/codec.ts'
import { CODECS } from '../exchange/codecs.ts'
import { incomingFile } from '../exchange/incoming.ts'
import { readIncoming } from '../exchange/read-incoming.ts'
import type { ReadSet } from '../exchange/read-set.ts'
import { COMMAND_LINE_WORDS as words } from '../wording/command-line-words.ts'
import { describeDecodeProblem } from '../wording/decode-problems.ts'
import { inFile, type Stop, type World } from './world.ts'

/** What files that belong together hold, and in which format. */
export interface ReadFile {
  /** What the files are called in messages. */
  readonly name: string
  readonly codec: Codec
  readonly reading: Reading
}

/** Reads files that belong together as an import would: the format is told by what they hold. */
export async function readFiles(names: readonly string[], world: World): Promise<Result<ReadFile, Stop>> {
  const files = []
  for (const name of names) {
    const bytes = await world.read(name)
    if (!bytes.ok) return inFile(words.unreadable(name, bytes.problem))
    files.push(incomingFile(name, bytes.value))
  }
  const name = names.join(', ')
  const read = readIncoming({ files })
  if (!read.ok) return inFile(words.problem(name, describeDecodeProblem(read.problem)))
  const { format } = read.value
  return succeed({ name, codec: CODECS.find(({ id }) => id === format)!, reading: read.value })
}

/** Reads the set that a file is; fails where it is something else. */
export async function readSet(name: string, world: World): Promise<Result<ReadSet, Stop>> {
  const file = await readFiles([name], world)
  if (!file.ok) return file
  const { reading } = file.value
  return reading.kind === 'set' ? succeed(reading) : inFile(words.notASet(name))
}

/** The text of a file, `null` when it is not UTF-8. */
export async function readText(name: string, world: World): Promise<Result<string | null, Stop>> {
  const bytes = await world.read(name)
  return bytes.ok
    ? succeed(incomingFile(name, bytes.value).text)
    : fail(inFile(words.unreadable(name, bytes.problem)).problem)
}
