import { describeSelector } from '../../src/anchoring/describe-selector.ts'
import { NO_CLAIM, type AnnotationContent, type Evidence } from '../../src/domain/annotation.ts'
import type { ArticleContent } from '../../src/domain/article-content.ts'
import { articleText, textHash } from '../../src/domain/article-text.ts'
import { UNKNOWN_DETAILS } from '../../src/domain/article.ts'
import type { ArticleRecords } from '../../src/domain/merge.ts'
import type { Changes } from '../../src/domain/review-storage.ts'
import type { Reviewer } from '../../src/domain/reviewer.ts'
import type { Span } from '../../src/domain/selector.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { AnnotationVersion, ContentOf } from '../../src/domain/version.ts'
import { generateArticle, generateSentence } from './generated-article.ts'
import { seededChance, type Chance } from './seeded-chance.ts'

/** How big a made article is. */
export interface Size {
  readonly words: number
  readonly annotations: number
}

/** The three sizes that are measured. */
export const SIZES = {
  typical: { words: 1_500, annotations: 60 },
  long: { words: 20_000, annotations: 1_000 },
  book: { words: 100_000, annotations: 5_000 },
} as const satisfies Readonly<Record<string, Size>>

/** The reviewer of this device in every made library. */
export const ME: Reviewer = { id: uuidOf(0xa, 1), edition: 1, name: 'Ada Marr', colour: '#2b4c7e' }
/** Somebody else, who wrote a single annotation in each article. */
const OTHER: Reviewer = { id: uuidOf(0xa, 2), edition: 1, name: 'Olav Stern', colour: '#7a3e8c' }

/** What a page without Factmark needs to show the same article and the same statements. */
export interface PlainArticle {
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Places in the text: title and paragraphs, joined by line feeds. */
  readonly statements: readonly (Span & { readonly id: string; readonly verdict: Verdict; readonly exact: string })[]
}

/** A made article: for pages without Factmark, and as records of the present schema. */
export interface MadeArticle {
  readonly plain: PlainArticle
  readonly records: ArticleRecords
}

/** The same article and annotations for the same seed. Every statement is another sentence, or a part of one. */
export function makeArticle(seed: number, size: Size): MadeArticle {
  const chance = seededChance(seed)
  const title = `Report ${seed} on ${written(generateSentence(chance)).toLowerCase()}`
  const paragraphs = generateArticle(chance, size.words).map(sentences => sentences.map(written))
  const content = contentOf(title, paragraphs)
  const text = articleText(content)
  const id = textHash(text)
  const spans = chooseSpans(chance, title, paragraphs, size.annotations)
  const versions = spans.map((span, index) => versionOf(chance, { seed, index, article: id, text, span }))
  const at = timeOf(seed)
  return {
    plain: {
      title,
      paragraphs: paragraphs.map(sentences => sentences.join(' ')),
      statements: spans.map((span, index) => ({
        ...span,
        id: versions[index]!.id,
        verdict: versions[index]!.content.verdict,
        exact: text.slice(span.from, span.to),
      })),
    },
    records: {
      article: {
        ...{ id, edition: 1, title, origin: 'pasted', ...UNKNOWN_DETAILS },
        ...{
          sourceUrl: `https://news${seed % 40}.example.com/${seed}`,
          published: '2026-11-19',
          language: 'en',
          captured: at,
        },
      },
      revisions: [{ hash: id, article: id, parent: null, content }],
      versions,
      reviewers: [ME, OTHER],
    },
  }
}

/** All that puts some articles into a library, on the shelf and counted. */
export function changesOf(articles: readonly MadeArticle[]): Changes {
  return {
    articles: articles.map(({ records }) => records.article),
    revisions: articles.flatMap(({ records }) => records.revisions),
    versions: articles.flatMap(({ records }) => records.versions),
    reviewers: [ME, OTHER],
    shelf: articles.map(({ records: { article } }) => ({
      ...{ article: article.id, name: article.title, added: article.captured, opened: article.captured },
      ...{ binned: false, revision: article.id },
    })),
    tallies: articles.map(({ plain, records: { article } }) => ({
      ...{ article: article.id, segments: plain.statements.length * 2, reviewed: plain.statements.length, stale: 0 },
      verdicts: countsOf(plain),
    })),
    settings: { reviewer: ME.id, askedForName: true, remindOfBackupAfter: '2099-01-01T00:00:00.000Z' },
  }
}

function countsOf({ statements }: PlainArticle): Readonly<Record<Verdict, number>> {
  const count = (verdict: Verdict) => statements.filter(statement => statement.verdict === verdict).length
  return { verified: count('verified'), disputed: count('disputed'), unverified: count('unverified') }
}

function contentOf(title: string, paragraphs: readonly (readonly string[])[]): ArticleContent {
  return {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: title }] },
      ...paragraphs.map(
        sentences => ({ type: 'paragraph', content: [{ type: 'text', text: sentences.join(' ') }] }) as const,
      ),
    ],
  }
}

function written(sentence: readonly { readonly text: string }[]): string {
  const words = sentence.map(({ text }) => text).join(' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** Evenly through the text: four of five are whole sentences, the others the second half of one. */
function chooseSpans(
  chance: Chance,
  title: string,
  paragraphs: readonly (readonly string[])[],
  count: number,
): readonly Span[] {
  const sentences: Span[] = []
  let from = title.length + 1
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph) {
      sentences.push({ from, to: from + sentence.length })
      from += sentence.length + 1
    }
  }
  if (sentences.length < count) throw new Error(`${count} statements do not fit into ${sentences.length} sentences.`)
  const text = [title, ...paragraphs.map(sentencesOf => sentencesOf.join(' '))].join('\n')
  return Array.from({ length: count }, (_, index) => {
    const { from, to } = sentences[Math.floor((index * sentences.length) / count)]!
    if (!chance.happens(0.2)) return { from, to }
    return { from: text.indexOf(' ', from + ((to - from) >> 1)) + 1, to: to - 1 }
  })
}

interface Place {
  readonly seed: number
  readonly index: number
  readonly article: string
  readonly text: string
  readonly span: Span
}

function versionOf(chance: Chance, { seed, index, article, text, span }: Place): ContentOf<AnnotationVersion> {
  const at = timeOf(seed + index)
  const content: AnnotationContent = {
    revision: article,
    selector: describeSelector(text, span),
    verdict: chance.pick(['verified', 'verified', 'disputed', 'unverified'] as const),
    rationale: chance.happens(0.6) ? written(generateSentence(chance)) : '',
    claim: NO_CLAIM,
    evidence: chance.happens(0.3) ? [evidenceOf(chance, index)] : [],
    tags: chance.happens(0.4) ? [chance.pick(TAGS)] : [],
    created: at,
  }
  const reviewer = index === 0 ? OTHER.id : ME.id
  const dot: [string, number] = [uuidOf(0xd, seed), index + 1]
  return {
    record: 'annotation',
    kind: 'content',
    id: uuidOf(seed, index),
    article,
    reviewer,
    dot,
    seen: {},
    at,
    content,
  }
}

const TAGS = ['transport', 'budget', 'health', 'school', 'weather', 'quotation', 'figure', 'date'] as const

function evidenceOf(chance: Chance, index: number): Evidence {
  return {
    question: `${written(generateSentence(chance)).slice(0, -1)}?`,
    url: `https://records.example.com/${index}`,
    title: written(generateSentence(chance)),
    publisher: 'Town archive',
    excerpt: written(generateSentence(chance)),
    ...{ stance: 'supports', kind: 'primary', published: '2026-11', accessed: '2026-11-20', archivedUrl: '' },
  }
}

function uuidOf(group: number, number: number): string {
  return `${group.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

function timeOf(number: number): string {
  return new Date(Date.UTC(2026, 10, 1) + number * 1000).toISOString()
}
