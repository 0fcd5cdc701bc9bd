import { parseArgs, type ParseArgsConfig } from 'node:util'
import { isWebAddress } from '../domain/article-content.ts'
import { succeed, type Result } from '../domain/result.ts'
import { WRITABLE_CODECS } from '../exchange/codecs.ts'
import { COMMAND_LINE_WORDS as words } from '../wording/command-line-words.ts'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { convert } from './convert.ts'
import { merge } from './merge.ts'
import { stats } from './stats.ts'
import { validate } from './validate.ts'
import { misused, type ExitCode, type Stop, type World } from './world.ts'

/** Runs one command with the words after `factmark`. What stops it is said in one sentence on standard error. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    world.print(words.usage)
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : undefined
  const outcome = command ? await command(rest, world) : misused(words.noCommand(name))
  if (outcome.ok) return 0
  world.say(outcome.problem.sentence)
  return outcome.problem.code
}

type Command = (args: readonly string[], world: World) => Promise<Result<null, Stop>>

const TEXT = { type: 'string' } as const
const FLAG = { type: 'boolean' } as const

const PUBLISHER = { 'publisher-name': TEXT, 'publisher-url': TEXT } as const

const COMMANDS = {
  convert: async (args, world) => {
    const options = { to: TEXT, article: TEXT, document: TEXT, language: TEXT, ...PUBLISHER, help: FLAG }
    const parsed = parse(args, options)
    if (!parsed.ok) return parsed
    const { values, positionals } = parsed.value
    if (values.help) return help(words.help.convert(formatList()), world)
    const out = positionals.at(-1)
    const ins = positionals.slice(0, -1)
    if (out === undefined) return misused(words.noInput)
    if (ins.length === 0) return misused(words.noOutput)
    const { to, article, document, language = 'en' } = values
    if (!isLanguage(language)) return misused(words.wrongLanguage(language))
    const publisher = publisherIn(values)
    if (!publisher.ok) return publisher
    return convert({ ins, out, to, article, document, language, publisher: publisher.value }, world)
  },
  merge: async (args, world) => {
    const parsed = parse(args, { output: { ...TEXT, short: 'o' }, to: TEXT, ...PUBLISHER, help: FLAG })
    if (!parsed.ok) return parsed
    const { values, positionals } = parsed.value
    if (values.help) return help(words.help.merge, world)
    const [first, ...others] = positionals
    if (first === undefined || values.output === undefined) return misused(words.twoFiles)
    const publisher = publisherIn(values)
    if (!publisher.ok) return publisher
    return merge({ ins: [first, ...others], out: values.output, to: values.to, publisher: publisher.value }, world)
  },
  validate: async (args, world) => {
    const parsed = parse(args, { 'signed-by': TEXT, help: FLAG })
    if (!parsed.ok) return parsed
    const { values, positionals } = parsed.value
    if (values.help) return help(words.help.validate, world)
    const [name, ...others] = positionals
    const signedBy = values['signed-by']?.replace(/\s/g, '').toLowerCase()
    if (name === undefined || others.length > 0) return misused(words.oneFile)
    if (signedBy !== undefined && !/^[0-9a-f]{64}$/.test(signedBy)) return misused(words.wrongFingerprint)
    return validate({ name, signedBy }, world)
  },
  stats: async (args, world) => {
    const parsed = parse(args, { json: FLAG, help: FLAG })
    if (!parsed.ok) return parsed
    const { values, positionals } = parsed.value
    if (values.help) return help(words.help.stats, world)
    const [name, ...others] = positionals
    return name === undefined || others.length > 0
      ? misused(words.oneFile)
      : stats(name, { json: values.json ?? false }, world)
  },
} as const satisfies Record<string, Command>

function parse<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return succeed(parseArgs({ args: [...args], options, allowPositionals: true, strict: true }))
  } catch (error) {
    // Node's first sentence says what is wrong; the others are about its own notation.
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split(/(?<=\.) |\n/)
    return misused(words.wrongOption(/[.!?]$/.test(message) ? message : `${message}.`))
  }
}

/** Who publishes the checks; nobody unless it is said. */
function publisherIn(values: {
  readonly 'publisher-name'?: string | undefined
  readonly 'publisher-url'?: string | undefined
}) {
  const { 'publisher-name': name = '', 'publisher-url': url = '' } = values
  return url === '' || isWebAddress(url) ? succeed({ name, url }) : misused(words.wrongAddress(url))
}

function help(text: string, world: World): Result<null, Stop> {
  world.print(text)
  return succeed(null)
}

function formatList(): string {
  return WRITABLE_CODECS.map(
    ({ id, writer }) => `    ${id.padEnd(14)}${writer.extension.padEnd(7)}${FORMAT_NAMES[id].name}`,
  ).join('\n')
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
