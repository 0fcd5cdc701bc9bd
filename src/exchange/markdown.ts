import type { AnnotationSet } from '../domain/annotation-set.ts'
import type { Evidence } from '../domain/annotation.ts'
import type { Timestamp } from '../domain/identifiers.ts'
import type { SessionContent } from '../domain/session.ts'
import type { ChangeStates } from '../domain/statement.ts'
import { DOCUMENT_WORDS as words } from '../wording/document-words.ts'
import { inOrder } from './annotation-set.ts'
import type { Codec } from './codec.ts'
import { inlineMarkdown, linkMarkdown, paragraphMarkdown } from './markdown-text.ts'
import { shownAnnotations, verdictCounts, type ShownAnnotation } from './shown-annotations.ts'

/** Text for people. */
export const markdownCodec: Codec = {
  id: 'markdown',
  writer: {
    extension: '.md',
    mediaType: 'text/markdown',
    fates: {
      rationales: 'for-reading',
      claims: 'for-reading',
      evidence: 'for-reading',
      tags: 'for-reading',
      reviewers: 'for-reading',
      times: 'for-reading',
      sessions: 'for-reading',
      'earlier-versions': 'left-out',
      marks: 'left-out',
      'earlier-texts': 'left-out',
    },
    encode: (set, { changes }) => encodeMarkdown(set, changes),
  },
}

/**
 * The shown annotations for a document or a ticket (CommonMark), in the order of the text. What people wrote appears as
 * they wrote it and can neither break the structure nor become HTML; only web and mail addresses of sources become links.
 */
export function encodeMarkdown(set: AnnotationSet, changes?: ChangeStates): string {
  const shown = shownAnnotations(set, changes)
  return joined('\n\n', [
    `# ${words.title(inlineMarkdown(set.article.title))}`,
    about(set.article),
    shown.length === 0 ? words.noStatements : words.summary(verdictCounts(shown)),
    shown.length > 0 && `## ${words.statements}`,
    ...shown.map(statement),
    sessions(set),
  ]).concat('\n')
}

const MS_PER_MINUTE = 60_000

function about({ author, publisher, sourceUrl, published, modified }: AnnotationSet['article']): string {
  return joined('\n', [
    named(words.author, author),
    named(words.publisher, publisher),
    sourceUrl.trim() !== '' && `- ${words.source}: ${linkMarkdown(sourceUrl)}`,
    published !== '' && `- ${words.published}: ${published}`,
    modified !== '' && `- ${words.modified}: ${modified}`,
  ])
}

function named(label: string, name: string): string {
  const line = inlineMarkdown(name)
  return line === '' ? '' : `- ${label}: ${line}`
}

function statement(shown: ShownAnnotation, index: number): string {
  const { selector, verdict, rationale } = shown.content
  return joined('\n\n', [
    `### ${words.statement(index + 1, verdict)}`,
    quoted(paragraphMarkdown(selector.quote.exact)),
    words.states[shown.state],
    newWords(shown),
    rationale.trim() !== '' && `**${words.rationale}:**\n\n${paragraphMarkdown(rationale)}`,
    details(shown),
  ])
}

/** What the statement says now, where that is known. */
function newWords({ change }: ShownAnnotation): string | false {
  if (change?.kind !== 'reworded' && change?.kind !== 'fact-changed') return false
  return quoted(paragraphMarkdown(change.is))
}

function quoted(paragraphs: string): string {
  return paragraphs
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

function details({ content, reviewerName, modified }: ShownAnnotation): string {
  const { claim, evidence, tags } = content
  const claimed = joined(', ', [inlineMarkdown(claim.text), inlineMarkdown(claim.claimant), claim.date])
  return joined('\n', [
    claimed !== '' && `- ${words.claim}: ${claimed}`,
    evidence.length > 0 && `- ${words.evidence}:`,
    ...evidence.map(source => `  - ${sourceLine(source)}`),
    tags.length > 0 && `- ${words.tags}: ${tags.map(inlineMarkdown).join(', ')}`,
    `- ${words.reviewer}: ${nameOf(reviewerName)}, ${day(modified)}`,
  ])
}

function sourceLine(evidence: Evidence): string {
  const { question, title, publisher, excerpt, stance, url, published, accessed, archivedUrl } = evidence
  const facts = joined(', ', [
    inlineMarkdown(title),
    inlineMarkdown(publisher),
    published !== '' && words.publishedOn(published),
    accessed !== '' && words.accessedOn(accessed),
    url.trim() !== '' && linkMarkdown(url),
    archivedUrl.trim() !== '' && `${words.archived} ${linkMarkdown(archivedUrl)}`,
  ])
  return joined(' ', [
    `(${words.stance(stance)})`,
    inlineMarkdown(question),
    facts,
    excerpt.trim() !== '' && `“${inlineMarkdown(excerpt)}”`,
  ])
}

function sessions(set: AnnotationSet): string {
  const names = new Map(set.reviewers.map(({ id, name }) => [id, name]))
  const lines = inOrder(set)
    .sessions.flatMap(({ kind, reviewer, ...session }) =>
      kind === 'content' && 'content' in session ? [{ reviewer, content: session.content }] : [],
    )
    .sort((a, b) => (a.content.started < b.content.started ? -1 : Number(a.content.started > b.content.started)))
    .map(({ reviewer, content }) => `- ${nameOf(names.get(reviewer) ?? '')}: ${sessionLine(content)}`)
  return joined('\n', [lines.length > 0 && `## ${words.sessions}\n`, ...lines])
}

function sessionLine(session: SessionContent): string {
  const minutes = Math.round(session.activeMs / MS_PER_MINUTE)
  return `${words.session(minute(session.started), minute(session.lastActive), minutes)}; ${words.work(session)}`
}

function nameOf(reviewer: string): string {
  return inlineMarkdown(reviewer) || words.unknownReviewer
}

function day(time: Timestamp): string {
  return time.slice(0, 'yyyy-mm-dd'.length)
}

function minute(time: Timestamp): string {
  return time.slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ')
}

function joined(separator: string, parts: readonly (string | false)[]): string {
  return parts.filter(part => part !== false && part !== '').join(separator)
}
