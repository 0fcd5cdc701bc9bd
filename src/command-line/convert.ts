import { finished } from '../anchoring/finished.ts'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { articleText, textBlocks } from '../domain/article-text.ts'
import { newestRevision } from '../domain/article.ts'
import { succeed, type Result } from '../domain/result.ts'
import { adopt, type AdoptionTarget, type LeftOut } from '../exchange/adopt/adopt.ts'
import { articleOfText } from '../exchange/adopt/article-of-text.ts'
import { labelsIn, probableMapping } from '../exchange/adopt/label-mapping.ts'
import { placeInSteps } from '../exchange/adopt/place-foreign.ts'
import { toAnnotationSet } from '../exchange/annotation-set.ts'
import type { Publisher } from '../exchange/codec.ts'
import type { ForeignDocument, ForeignFile } from '../exchange/foreign.ts'
import { COMMAND_LINE_WORDS as words } from '../wording/command-line-words.ts'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { describeSkip } from '../wording/skip-reasons.ts'
import { keptSignatures } from './kept-signatures.ts'
import { readFiles, readText, type ReadFile } from './read-file.ts'
import { inFile, misused, type Stop, type World } from './world.ts'
import { formatOf, writeSet } from './write-file.ts'

/** What `convert` is asked for. */
export interface ConvertOrder {
  readonly ins: readonly string[]
  readonly out: string
  readonly to: string | undefined
  readonly article: string | undefined
  readonly document: string | undefined
  /** BCP 47. */
  readonly language: string
  /** Who publishes the checks, for the formats that name them. */
  readonly publisher: Publisher
}

/** Reads files, whatever their format, and writes them in another. */
export async function convert(order: ConvertOrder, world: World): Promise<Result<null, Stop>> {
  const format = formatOf(order.out, order.to)
  if (!format.ok) return format
  const file = await readFiles(order.ins, world)
  if (!file.ok) return file
  const set = await setOf(file.value, order, world)
  if (!set.ok) return set
  const { reading } = file.value
  const signed = { set: set.value, format: format.value }
  const signatures = reading.kind === 'set' ? await keptSignatures([reading], signed, world) : []
  return writeSet(
    { set: set.value, signatures },
    { name: order.out, format: format.value, publisher: order.publisher },
    world,
  )
}

const LINES_SHOWN = 20 // more is a table, and validate prints it

async function setOf(file: ReadFile, order: ConvertOrder, world: World): Promise<Result<AnnotationSet, Stop>> {
  const { name, reading } = file
  if (reading.kind === 'set') {
    return order.article === undefined ? succeed(reading.set) : misused(words.setHasArticle(name))
  }
  const document = chosenDocument(name, reading.file, order.document)
  if (!document.ok) return document
  const target = await targetOf(name, document.value, order, world)
  if (!target.ok) return target
  const { set, leftOut, asTags } = adopted(document.value, target.value)
  world.say(words.read(name, FORMAT_NAMES[file.codec.id].name, set.versions.length))
  sayLeftOut([...reading.file.skipped.map(({ place, reason }) => describeSkip(place, reason)), ...leftOut], world)
  if (asTags.length > 0) world.say(words.asTags(asTags))
  return succeed(set)
}

function chosenDocument(
  name: string,
  { documents }: ForeignFile,
  number: string | undefined,
): Result<ForeignDocument, Stop> {
  const [only, ...others] = documents
  if (!only) return inFile(words.nothingIn(name))
  if (number === undefined)
    return others.length === 0 ? succeed(only) : misused(words.severalTexts(name, documents.length))
  if (!/^[1-9]\d{0,8}$/.test(number)) return misused(words.wrongNumber(number))
  const chosen = documents[Number(number) - 1]
  return chosen ? succeed(chosen) : misused(words.noDocument(name, documents.length))
}

/** The article that is named; else one of its own for a document that brings its text. */
async function targetOf(
  name: string,
  document: ForeignDocument,
  order: ConvertOrder,
  world: World,
): Promise<Result<AdoptionTarget, Stop>> {
  const about = { language: languageOf(document.language, order.language), captured: world.now }
  if (order.article === undefined) {
    const { text } = document
    if (text === null) return misused(words.needsArticle(name))
    const target = articleOfText({ ...document, text }, about)
    return target ? succeed(target) : inFile(words.nothingIn(name))
  }
  const named = await readFiles([order.article], world)
  if (named.ok && named.value.reading.kind === 'set') {
    const { article, revisions } = named.value.reading.set
    return succeed({ article, revision: newestRevision(revisions) })
  }
  const text = await readText(order.article, world)
  if (!text.ok) return text
  const ownText = text.value === null ? null : { ...NO_DOCUMENT, sourceUrl: document.sourceUrl, text: text.value }
  const target = ownText && articleOfText(ownText, about)
  return target ? succeed(target) : inFile(words.articleUnknown(order.article))
}

const NO_DOCUMENT = { title: '', sourceUrl: '', language: '', textHash: '', annotations: [] }

function languageOf(said: string, otherwise: string): string {
  try {
    return Intl.getCanonicalLocales(said)[0] ?? otherwise
  } catch {
    return otherwise
  }
}

function adopted(document: ForeignDocument, target: AdoptionTarget) {
  const { content } = target.revision
  const to = { text: articleText(content), blocks: textBlocks(content), language: target.article.language }
  const mapping = probableMapping(labelsIn(document.annotations).keys())
  const { records, leftOut } = adopt(finished(placeInSteps(document, to)), target, { mapping })
  return {
    set: toAnnotationSet(records, { history: true }),
    leftOut: leftOut.map(describeLeftOut),
    asTags: [...mapping].filter(([, verdict]) => verdict === null).map(([label]) => label),
  }
}

function describeLeftOut(item: LeftOut): string {
  return item.kind === 'skipped' ? describeSkip(item.place, item.reason) : words.changed(item.annotation.place)
}

function sayLeftOut(lines: readonly string[], world: World) {
  if (lines.length === 0) return
  world.say(words.leftOut(lines.length))
  for (const line of lines.slice(0, LINES_SHOWN)) world.say(`  ${line}`)
  if (lines.length > LINES_SHOWN) world.say(`  ${words.more(lines.length - LINES_SHOWN)}`)
}
