import type { AnnotationSet } from '../domain/annotation-set.ts'
import { articleText } from '../domain/article-text.ts'
import { newestRevision } from '../domain/article.ts'
import { succeed, type Result } from '../domain/result.ts'
import { labelsIn } from '../exchange/adopt/label-mapping.ts'
import type { ForeignFile } from '../exchange/foreign.ts'
import { shownAnnotations, verdictCounts } from '../exchange/shown-annotations.ts'
import { COMMAND_LINE_WORDS as words } from '../wording/command-line-words.ts'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { readFiles } from './read-file.ts'
import type { Stop, World } from './world.ts'

/** Counts what a file holds, for people or as JSON. */
export async function stats(
  name: string,
  { json }: { readonly json: boolean },
  world: World,
): Promise<Result<null, Stop>> {
  const file = await readFiles([name], world)
  if (!file.ok) return file
  const { codec, reading } = file.value
  const counted = reading.kind === 'set' ? setCounts(reading.set) : fileCounts(reading.file)
  const lines = [[words.counts.format, FORMAT_NAMES[codec.id].name] as const, ...counted]
  if (json) world.print(JSON.stringify(Object.fromEntries(lines), null, 1))
  else
    for (const [label, count] of lines)
      world.print(`${label}: ${typeof count === 'number' ? count.toLocaleString('en') : count}`)
  return succeed(null)
}

type Lines = readonly (readonly [label: string, count: string | number])[]

function setCounts(set: AnnotationSet): Lines {
  const shown = shownAnnotations(set)
  const marks = new Set(set.versions.filter(({ record }) => record === 'mark').map(({ id }) => id))
  return [
    [words.counts.article, set.article.title],
    [words.counts.texts, set.revisions.length],
    [words.counts.characters, [...articleText(newestRevision(set.revisions).content)].length],
    [words.counts.annotations, shown.length],
    ...Object.entries(verdictCounts(shown)),
    [words.counts.reviewers, set.reviewers.length],
    [words.counts.versions, set.versions.length],
    [words.counts.marks, marks.size],
    [words.counts.sessions, set.sessions.length],
  ]
}

function fileCounts({ documents, skipped }: ForeignFile): Lines {
  const annotations = documents.flatMap(document => document.annotations)
  const authors = new Set(annotations.map(({ author }) => author.id || author.name))
  return [
    [words.counts.texts, documents.length],
    [words.counts.annotations, annotations.length],
    ...labelsIn(annotations),
    [words.counts.reviewers, authors.size],
    [words.counts.leftOut, skipped.length],
  ]
}
