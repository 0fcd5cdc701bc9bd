import { placeOf } from '../domain/json-guard.ts'
import { mergeRecords, type ArticleRecords } from '../domain/merge.ts'
import type { Result } from '../domain/result.ts'
import { fromAnnotationSet, toAnnotationSet } from '../exchange/annotation-set.ts'
import type { Publisher } from '../exchange/codec.ts'
import { findInconsistency } from '../exchange/set-consistency.ts'
import { COMMAND_LINE_WORDS as words } from '../wording/command-line-words.ts'
import type { ReadSet } from '../exchange/read-set.ts'
import { keptSignatures } from './kept-signatures.ts'
import { readSet } from './read-file.ts'
import { inFile, type Stop, type World } from './world.ts'
import { formatOf, writeSet } from './write-file.ts'

/** What `merge` is asked for. */
export interface MergeOrder {
  readonly ins: readonly [string, ...string[]]
  readonly out: string
  readonly to: string | undefined
  readonly publisher: Publisher
}

/** Unites sets of one article with all their history. */
export async function merge({ ins, out, to, publisher }: MergeOrder, world: World): Promise<Result<null, Stop>> {
  const format = formatOf(out, to)
  if (!format.ok) return format
  let merged: ArticleRecords | null = null
  const files: Pick<ReadSet, 'hash' | 'found'>[] = []
  for (const name of ins) {
    const read = await readSet(name, world)
    if (!read.ok) return read
    files.push({ hash: read.value.hash, found: read.value.found })
    const records = fromAnnotationSet(read.value.set)
    if (merged && merged.article.id !== records.article.id) return inFile(words.otherArticle(name, ins[0]))
    merged = merged ? mergeRecords(merged, records) : records
  }
  const set = toAnnotationSet(merged!, { history: true })
  const inconsistency = findInconsistency(set)
  if (inconsistency) return inFile(words.contradiction(placeOf(inconsistency.path)))
  const signatures = await keptSignatures(files, { set, format: format.value }, world)
  return writeSet({ set, signatures }, { name: out, format: format.value, publisher }, world)
}
