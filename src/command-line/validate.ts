import { succeed, type Result } from '../domain/result.ts'
import { shownAnnotations } from '../exchange/shown-annotations.ts'
import { COMMAND_LINE_WORDS as words } from '../wording/command-line-words.ts'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { describeSkip } from '../wording/skip-reasons.ts'
import { readFiles } from './read-file.ts'
import { inFile, type Stop, type World } from './world.ts'

/** Says what a file is; fails when it cannot be read, or when anything in it was left out. */
export async function validate(name: string, world: World): Promise<Result<null, Stop>> {
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
  if (reading.kind === 'set' && reading.isAltered) return inFile(words.problem(name, words.altered))
  for (const { place, reason } of skipped) world.print(`  ${describeSkip(place, reason)}`)
  if (skipped.length > 0) return inFile(words.problem(name, words.leftOut(skipped.length).replace(/:$/, '.')))
  world.print(words.sound(name))
  return succeed(null)
}
