import { describeSelector } from '../../src/anchoring/describe-selector.ts'
import { articleText } from '../../src/domain/article-text.ts'
import type { Article, Revision } from '../../src/domain/article.ts'
import { NO_CONTENTS } from '../../src/domain/backup.ts'
import { DEFAULT_SETTINGS } from '../../src/domain/library.ts'
import type { Reviewer } from '../../src/domain/reviewer.ts'
import { VERDICTS } from '../../src/domain/verdict.ts'
import type { AnnotationVersion } from '../../src/domain/version.ts'
import { createArticle } from '../../src/intake/create-article.ts'
import { parsePlainText } from '../../src/intake/parse-plain-text.ts'
import { encodeAnnotationSet } from '../../src/exchange/w3c-set.ts'
import { backupFile } from '../../src/storage/backup/backup-file.ts'
import { anOrigin, aShelfEntry, rowsOf } from '../../src/testing/backups.ts'
import { anAnnotationSet, anAnnotationVersion, aReviewer } from '../../src/testing/builders.ts'
import type { Chance } from './chance.ts'

/** The text of an article about an invented harbour; its number makes it one of its own. */
export function aHarbourText(number: number, paragraphs: number): string {
  const lines = Array.from({ length: paragraphs }, (_, at) => paragraph(number, at))
  return [`Harbour number ${number} counts its boats`, ...lines].join('\n')
}

/** A colleague's annotation set about a text: so many annotations, each on a few words of it. */
export function aColleaguesSet(chance: Chance, text: string, annotations: number): string {
  const { article, revision, versions, reviewer } = aColleaguesWork(chance, text, annotations)
  return encodeAnnotationSet(
    anAnnotationSet({ article, revisions: [revision], versions: [...versions], reviewers: [reviewer], sessions: [] }),
  )
}

/** The backup file of a colleague who has so many annotations on each of these texts. */
export async function aColleaguesBackup(
  chance: Chance,
  texts: readonly string[],
  annotations: number,
): Promise<Buffer> {
  const works = texts.map(text => aColleaguesWork(chance, text, annotations))
  const reviewers = works.map(({ reviewer }) => reviewer)
  const contents = {
    ...NO_CONTENTS,
    articles: works.map(({ article }) => article),
    revisions: works.map(({ revision }) => revision),
    versions: works.flatMap(({ versions }) => versions),
    reviewers,
    shelf: works.map(({ article: { id, title } }) => aShelfEntry({ article: id, name: title, revision: id })),
    settings: [{ ...DEFAULT_SETTINGS, reviewer: reviewers[0]!.id, askedForName: true }],
  }
  const pieces: Uint8Array[] = []
  for await (const piece of backupFile(anOrigin(), rowsOf(contents))) pieces.push(piece)
  return Buffer.concat(pieces)
}

interface Work {
  readonly article: Article
  readonly revision: Revision
  readonly versions: readonly AnnotationVersion[]
  readonly reviewer: Reviewer
}

function aColleaguesWork(chance: Chance, text: string, annotations: number): Work {
  const { article, revision } = articleOf(text)
  const words = articleText(revision.content)
  const [reviewer, device] = [anId(chance), anId(chance)]
  const versions = Array.from({ length: annotations }, (_, at) => {
    const from = wordAt(words, chance.below(words.length - 120))
    const selector = describeSelector(words, { from, to: wordAt(words, from + 40) - 1 })
    return anAnnotationVersion({
      ...{ id: anId(chance), article: article.id, reviewer, dot: [device, at + 1] },
      ...{ revision: revision.hash, selector, verdict: chance.oneOf(VERDICTS), rationale: `Note ${at} of a colleague` },
    })
  })
  return { article, revision, versions, reviewer: aReviewer({ id: reviewer, name: 'A colleague' }) }
}

function paragraph(number: number, at: number): string {
  const counted = `On day ${at + 1} the harbour master of port ${number} counted ${17 * (at + 3)} boats.`
  const left = `The ferry to Orrel left at ${(at % 12) + 1} o’clock, the keeper of the light says.`
  return `${counted} ${left} Nobody has asked the fishermen yet.`
}

function articleOf(text: string): { article: Article; revision: Revision } {
  const content = parsePlainText(text)
  if (!content.ok) throw new Error(`This is no article: ${content.problem.kind}`)
  const about = { origin: 'pasted', sourceUrl: '', published: '', language: 'en' } as const
  return createArticle(content.value, { ...about, captured: '2026-11-20T09:14:02.000Z' })
}

/** The first place at which a word begins, from there on. */
function wordAt(text: string, from: number): number {
  return text.slice(from).search(/(?<=\s)\S/) + from
}

/** A UUID, drawn. */
function anId(chance: Chance): string {
  const digits = (count: number) => Array.from({ length: count }, () => chance.below(16).toString(16)).join('')
  return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`
}
