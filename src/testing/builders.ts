import type { AnnotationSet } from '../domain/annotation-set.ts'
import { NO_CLAIM, type AnnotationContent, type Evidence } from '../domain/annotation.ts'
import type { ArticleContent } from '../domain/article-content.ts'
import { articleText, textHash } from '../domain/article-text.ts'
import type { Article, Revision } from '../domain/article.ts'
import type { MarkContent } from '../domain/mark.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import type { Original } from '../domain/original.ts'
import type { Reviewer } from '../domain/reviewer.ts'
import type { Selector } from '../domain/selector.ts'
import type { SessionContent } from '../domain/session.ts'
import {
  seenOf,
  type AnnotationVersion,
  type ContentOf,
  type MarkVersion,
  type SessionVersion,
} from '../domain/version.ts'
import type { WithheldVersion } from '../domain/withheld.ts'

/** A UUID that is the same in every run, one for each number. */
export function aUuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

export const REVIEWER_ID = aUuid(0xa1)
export const OTHER_REVIEWER_ID = aUuid(0xa2)
export const DEVICE_ID = aUuid(0xd1)
export const OTHER_DEVICE_ID = aUuid(0xd2)
export const ANNOTATION_ID = aUuid(0xc001)
export const MARK_ID = aUuid(0xb001)
export const SESSION_ID = aUuid(0xe001)
export const WITHHELD_ID = aUuid(0x50)

export const HARBOUR_TITLE = 'Harbour tunnel reopens'
export const HARBOUR_PARAGRAPHS: readonly string[] = [
  '🚧 Repairs are over. The tunnel was closed for ten days, the minister said.',
  'Ferries carried 4,200 passengers a day. A second tube is planned.',
]
/** The article's text as `articleText` gives it: title, then paragraphs, joined by `\n`. */
export const HARBOUR_TEXT = [HARBOUR_TITLE, ...HARBOUR_PARAGRAPHS].join('\n')
export const HARBOUR_ID = textHash(HARBOUR_TEXT)
/** The statement that the annotation builders annotate unless told otherwise. */
export const HARBOUR_STATEMENT = 'The tunnel was closed for ten days'

/** A title as a heading, then paragraphs. An empty string makes an empty block. */
export function aContent(title = HARBOUR_TITLE, paragraphs: readonly string[] = HARBOUR_PARAGRAPHS): ArticleContent {
  return {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: words(title) },
      ...paragraphs.map(text => ({ type: 'paragraph', content: words(text) }) as const),
    ],
  }
}

/** A first revision of the harbour article; `hash` follows from `content`, `article` from `hash`. */
export function aRevision(overrides: Partial<Revision> = {}): Revision {
  const content = overrides.content ?? aContent()
  const hash = textHash(articleText(content))
  return { hash, article: hash, parent: null, content, ...overrides }
}

/** The harbour article. */
export function anArticle(overrides: Partial<Article> = {}): Article {
  return {
    id: HARBOUR_ID,
    edition: 1,
    title: HARBOUR_TITLE,
    origin: 'pasted',
    author: 'Ada Reyes',
    publisher: 'The Ellory Post',
    sourceUrl: 'https://news.example.com/2026/11/harbour-tunnel',
    published: '2026-11-19',
    modified: '2026-11-20',
    language: 'en',
    captured: '2026-11-20T09:14:02.000Z',
    ...overrides,
  }
}

/** What the harbour article was made of: a mail with more in it than the article has; `hash` follows from `text`. */
export function anOriginal(overrides: Partial<Original> = {}): Original {
  const text = overrides.text ?? `From: a source who must not be named\n\n${HARBOUR_TEXT}`
  return {
    article: HARBOUR_ID,
    revision: HARBOUR_ID,
    hash: textHash(text),
    text,
    captured: '2026-11-20T09:14:02.000Z',
    ...overrides,
  }
}

/** R. Okafor. */
export function aReviewer(overrides: Partial<Reviewer> = {}): Reviewer {
  return { id: REVIEWER_ID, edition: 1, name: 'R. Okafor', colour: '#2b4c7e', ...overrides }
}

/** Selects the first occurrence of `exact` in `text`, with 20 UTF-16 units around it; throws where there is none. */
export function aSelector(exact = HARBOUR_STATEMENT, text = HARBOUR_TEXT): Selector {
  const start = text.indexOf(exact)
  if (start < 0) throw new Error(`The text has no "${exact}".`)
  const end = start + exact.length
  const prefix = text.slice(Math.max(0, start - 20), start).replace(/^[\uDC00-\uDFFF]/, '')
  const suffix = text.slice(end, end + 20).replace(/[\uD800-\uDBFF]$/, '')
  return { quote: { exact, prefix, suffix }, position: { start, end } }
}

/** A source that refutes. */
export function anEvidence(overrides: Partial<Evidence> = {}): Evidence {
  return {
    question: 'How long was the tunnel closed?',
    url: 'https://example.com/port-log.pdf',
    title: 'Port log',
    publisher: 'Port authority',
    excerpt: 'Closed 5 to 18 November.',
    stance: 'refutes',
    kind: 'primary',
    published: '2026-11-19',
    accessed: '2026-11-20',
    archivedUrl: '',
    ...overrides,
  }
}

/** A disputed statement with one source and no claim. */
export function anAnnotationContent(overrides: Partial<AnnotationContent> = {}): AnnotationContent {
  return {
    revision: HARBOUR_ID,
    selector: aSelector(),
    verdict: 'disputed',
    rationale: "The port authority's own log shows 14 days, not 10.",
    claim: NO_CLAIM,
    evidence: [anEvidence()],
    tags: ['transport'],
    created: '2026-11-20T09:20:11.000Z',
    ...overrides,
  }
}

/** What every version says beside its content. */
export interface Stamp {
  readonly id: string
  readonly article: string
  readonly reviewer: string
  readonly dot: [string, number]
  readonly seen: Record<string, number>
  readonly at: string
}

const STAMP: Omit<Stamp, 'id'> = {
  article: HARBOUR_ID,
  reviewer: REVIEWER_ID,
  dot: [DEVICE_ID, 1],
  seen: {},
  at: '2026-11-20T09:20:11.000Z',
}

/** A first version; parts of the stamp and of the content may be given side by side. */
export function anAnnotationVersion(overrides: Partial<Stamp & AnnotationContent> = {}): ContentOf<AnnotationVersion> {
  const { stamp, content } = parted(overrides)
  return {
    record: 'annotation',
    kind: 'content',
    ...STAMP,
    id: ANNOTATION_ID,
    ...stamp,
    content: anAnnotationContent(content),
  }
}

/** What follows a version with other content, or `deleted` or `erased`: it has seen that version and all it had seen. */
export function theNextVersion(
  earlier: AnnotationVersion | readonly AnnotationVersion[],
  change: Partial<Stamp & AnnotationContent> & { readonly kind?: 'content' | 'deleted' | 'erased' } = {},
): AnnotationVersion {
  const known = [earlier].flat()
  const [first] = known
  if (first === undefined) throw new Error('There is no earlier version.')
  const seen = seenOf(known)
  const { kind = 'content', ...overrides } = change
  const { stamp, content } = parted(overrides)
  const device = stamp.dot?.[0] ?? first.dot[0]
  const common = {
    record: 'annotation',
    id: first.id,
    article: first.article,
    reviewer: first.reviewer,
    dot: [device, (seen[device] ?? 0) + 1] as [string, number],
    seen: { ...seen },
    at: first.at,
    ...stamp,
  } as const
  if (kind !== 'content') return { ...common, kind }
  const before = known.find(version => version.kind === 'content')?.content
  return { ...common, kind, content: anAnnotationContent({ ...before, ...content }) }
}

/** A "nothing to check" mark on the sentence after the annotated one. */
export function aMarkVersion(overrides: Partial<Stamp & MarkContent> = {}): ContentOf<MarkVersion> {
  const { id, article, reviewer, dot, seen, at, ...content } = { ...STAMP, id: MARK_ID, ...overrides }
  return {
    record: 'mark',
    kind: 'content',
    ...{ id, article, reviewer, dot, seen, at },
    content: {
      revision: HARBOUR_ID,
      selector: aSelector('A second tube is planned.'),
      created: '2026-11-20T09:21:00.000Z',
      ...content,
    },
  }
}

/** A source of the annotation that must not be named; without words where it was deleted or released. */
export function aWithheldVersion(
  overrides: Partial<Stamp> & {
    readonly annotation?: string
    readonly since?: readonly [string, number]
    readonly evidence?: Evidence
    readonly kind?: WithheldVersion['kind']
  } = {},
): WithheldVersion {
  const { kind = 'content', evidence = anEvidence({ title: 'A call' }), since = [DEVICE_ID, 4], ...rest } = overrides
  const stamp = {
    ...STAMP,
    id: WITHHELD_ID,
    annotation: ANNOTATION_ID,
    dot: [DEVICE_ID, 5] as [string, number],
    ...rest,
  }
  const withheld = { record: 'withheld', ...stamp, since: [...since] as [string, number] } as const
  return kind === 'content' ? { ...withheld, kind, content: evidence } : { ...withheld, kind }
}

/** Seven and a half active minutes of work. */
export function aSessionVersion(overrides: Partial<Stamp & SessionContent> = {}): ContentOf<SessionVersion> {
  const { id, article, reviewer, dot, seen, at, ...content } = { ...STAMP, id: SESSION_ID, ...overrides }
  return {
    record: 'session',
    kind: 'content',
    ...{ id, article, reviewer, dot, seen, at },
    content: {
      started: '2026-11-20T09:18:00.000Z',
      lastActive: '2026-11-20T09:26:00.000Z',
      activeMs: 450_000,
      tagged: { verified: 0, disputed: 1, unverified: 0 },
      changed: 0,
      removed: 0,
      marked: 1,
      work: { device: DEVICE_ID, first: 1, last: 2 },
      ...content,
    },
  }
}

/** One reviewer's work on the harbour article: an annotation, a mark and a session. */
export function anAnnotationSet(overrides: Partial<AnnotationSet> = {}): AnnotationSet {
  return {
    formatVersion: 2,
    article: anArticle(),
    revisions: [aRevision()],
    versions: [aMarkVersion({ dot: [DEVICE_ID, 2] }), anAnnotationVersion()],
    reviewers: [aReviewer()],
    sessions: [aSessionVersion({ dot: [DEVICE_ID, 3] })],
    ...overrides,
  }
}

/** The same work as the library keeps it. */
export function someRecords(overrides: Partial<ArticleRecords> = {}): ArticleRecords {
  const { article, revisions, versions, reviewers, sessions } = anAnnotationSet()
  return { article, revisions, versions: [...versions, ...sessions], reviewers, ...overrides }
}

function words(text: string) {
  return text === '' ? [] : ([{ type: 'text', text }] as const)
}

function parted({ id, article, reviewer, dot, seen, at, ...content }: Partial<Stamp & AnnotationContent>) {
  const stamp: Partial<Stamp> = {
    ...(id !== undefined && { id }),
    ...(article !== undefined && { article }),
    ...(reviewer !== undefined && { reviewer }),
    ...(dot !== undefined && { dot }),
    ...(seen !== undefined && { seen }),
    ...(at !== undefined && { at }),
  }
  return { stamp, content }
}
