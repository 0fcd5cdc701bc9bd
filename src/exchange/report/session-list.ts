import type { AnnotationSet } from '../../domain/annotation-set.ts'
import type { SessionContent } from '../../domain/session.ts'
import { REPORT_WORDS as words } from '../../wording/report-words.ts'
import { inOrder } from '../annotation-set.ts'
import { markup, type Markup } from './markup.ts'
import { momentMarkup } from './moments.ts'
import { reviewerName } from './statement-entry.ts'

/** Who worked on the article when, and what they did; `null` when nothing is known of it. */
export function sessionList(set: AnnotationSet): Markup | null {
  const names = new Map(set.reviewers.map(({ id, name }) => [id, name]))
  const sessions = inOrder(set)
    .sessions.flatMap(version => (version.kind === 'content' ? [version] : []))
    .sort((a, b) => (a.content.started < b.content.started ? -1 : Number(a.content.started > b.content.started)))
  if (sessions.length === 0) return null
  const items = sessions.map(({ reviewer, content }) => item(names.get(reviewer) ?? '', content))
  return markup`<ul class="sessions">${items}</ul>`
}

function item(name: string, content: SessionContent): Markup {
  const { started, lastActive } = content
  return markup`<li><strong>${reviewerName(name)}</strong>, ${momentMarkup(started)} ${words.to} ${momentMarkup(lastActive)}: ${words.session(content)}</li>
`
}
