import type { AnnotationSet } from '../../domain/annotation-set.ts'
import { newestRevision } from '../../domain/article.ts'
import { REPORT_WORDS as words } from '../../wording/report-words.ts'
import type { Signature } from '../../domain/signature.ts'
import { fingerprintShown } from '../../wording/signatures.ts'
import type { Publisher, WriteOptions } from '../codec.ts'
import { shownAnnotations } from '../shown-annotations.ts'
import { joined, markup, type Markup, type Piece } from './markup.ts'
import { dateMarkup, dayMarkup, momentMarkup } from './moments.ts'
import { outwardLink, shownAddress } from './outward-link.ts'
import { inLanguageOf, reviewerName } from './statement-entry.ts'

/** What was checked, what is known of it, and who checked it when. */
export function masthead(set: AnnotationSet, { publisher, signatures = [] }: WriteOptions): Markup {
  const { article, revisions } = set
  const { author, publisher: paper, sourceUrl, published, modified, captured } = article
  const title = article.title.trim()
  const byline = [
    author !== '' && markup`${words.by} <bdi>${author}</bdi>`,
    paper !== '' && markup`<bdi>${paper}</bdi>`,
    published !== '' && dateMarkup(published),
  ]
  return markup`<header>
<p class="kicker">${words.kicker}${publisher.name.trim() !== '' && markup` · ${publisherName(publisher)}`}</p>
${title === '' ? markup`<h1>${words.untitled}</h1>` : markup`<h1${inLanguageOf(article)}>${title}</h1>`}
<p class="byline">${joined(byline, ' · ')}</p>
<dl class="about">
${row(words.source, sourceUrl.trim() !== '' && shownAddress(sourceUrl))}
${row(words.reviewedBy, reviewedBy(set))}
${row(words.modified, modified !== '' && dateMarkup(modified))}
${row(words.captured, momentMarkup(captured))}
${row(words.textHash, markup`<code>${newestRevision(revisions).hash}</code>`)}
${row(words.signedBy, signatures.length > 0 && signers(signatures))}
</dl>
</header>`
}

/** Only what the file says: a page that has no script checks nothing. */
function signers(signatures: readonly Signature[]): Markup {
  const lines = signatures.map(
    ({ reviewer: { name }, key }) =>
      markup`<li>${reviewerName(name)}, ${words.withKey} <code>${fingerprintShown({ key })}</code></li>`,
  )
  return markup`<ul>${lines}</ul><p class="help">${words.signedHelp}</p>`
}

function row(name: string, value: Piece): Piece {
  return value !== false && markup`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

function publisherName({ name, url }: Publisher): Markup {
  return outwardLink(url, markup`<bdi>${name.trim()}</bdi>`)
}

/** Every reviewer with how many statements they judged and when. */
function reviewedBy(set: AnnotationSet): Piece {
  const work = new Map<string, { name: string; count: number; first: string; last: string }>()
  for (const { reviewer, reviewerName: name, content, modified } of shownAnnotations(set)) {
    const known = work.get(reviewer) ?? { name, count: 0, first: content.created, last: modified }
    known.count += 1
    if (content.created < known.first) known.first = content.created
    if (modified > known.last) known.last = modified
    work.set(reviewer, known)
  }
  const lines = [...work.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([, { name, count, first, last }]) =>
        markup`<li>${reviewerName(name)}: ${words.reviewer(count)}, ${period(first, last)}</li>`,
    )
  return lines.length > 0 && markup`<ul>${lines}</ul>`
}

function period(first: string, last: string): Markup {
  const [from, to] = [dayMarkup(first), dayMarkup(last)]
  return from.source === to.source || last < first ? from : markup`${from} ${words.to} ${to}`
}
