import type { AnnotationSet } from '../../domain/annotation-set.ts'
import { articleText } from '../../domain/article-text.ts'
import { newestRevision } from '../../domain/article.ts'
import { REPORT_WORDS as words } from '../../wording/report-words.ts'
import type { WriteOptions } from '../codec.ts'
import { shownAnnotations } from '../shown-annotations.ts'
import { drawnArticle } from './article-markup.ts'
import { REPORT_SIGN } from './data-blocks.ts'
import { markup, type Markup, type Piece } from './markup.ts'
import { masthead } from './masthead.ts'
import { placedStatements, type ReportStatement } from './placed-statements.ts'
import { sessionList } from './session-list.ts'
import { sourceList } from './source-list.ts'
import { reportSources, sourceKey } from './sources.ts'
import { inLanguageOf, statementEntry, type EntryContext } from './statement-entry.ts'
import { summary } from './summary.ts'
import { signDefinitions } from './verdict-sign.ts'

/** What a page has beside what it shows. */
interface PageParts {
  readonly head: Piece
  readonly data: Piece
}

/** A report as a page: summary, article with highlights, statements, sources, sessions. */
export function reportPage(set: AnnotationSet, options: WriteOptions, { head, data }: PageParts): Markup {
  const chapters = chaptersOf(set, options)
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${REPORT_SIGN}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${head}
<title>${words.title(set.article.title.trim() || words.untitled)}</title>
</head>
<body>
<a class="skip" href="#article">${words.skip}</a>
${signDefinitions()}
<main>
${masthead(set, options)}
<nav aria-label="${words.contents}"><ul>${chapters.map(({ id, name }) => markup`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${inParts(chapters)}
</main>
<footer><p>${words.footer}</p></footer>
${data}
</body>
</html>
`
}

interface Chapter {
  readonly id: 'summary' | 'article' | 'statements' | 'elsewhere' | 'sources' | 'sessions'
  readonly name: string
  readonly body: Markup
}

function chaptersOf(set: AnnotationSet, options: WriteOptions): readonly Chapter[] {
  const { content, hash } = newestRevision(set.revisions)
  const text = articleText(content)
  const statements = placedStatements(shownAnnotations(set, options.changes), { hash, text })
  const drawn = drawnArticle(content, statements)
  const sources = reportSources(statements)
  const sourceNumbers = new Map(sources.map(({ number, source }) => [sourceKey(source), number]))
  const context = { article: set.article, drawn, sourceNumbers }
  const sessions = sessionList(set)
  return [
    { id: 'summary', name: words.summary, body: summary({ set, statements, length: text.length }) } as const,
    { id: 'article', name: words.article, body: articleMarkup(set, drawn.body) } as const,
    ...entries(
      'statements',
      statements.filter(({ place }) => place !== null),
      context,
    ),
    ...entries(
      'elsewhere',
      statements.filter(({ place }) => place === null),
      context,
    ),
    ...numbered('sources', sources.length, sourceList(sources)),
    ...(sessions ? [{ id: 'sessions', name: words.sessions, body: sessions } as const] : []),
  ]
}

function articleMarkup({ article }: AnnotationSet, body: Markup): Markup {
  return markup`<article class="text"${inLanguageOf(article)}>${body}</article>`
}

function entries(
  id: 'statements' | 'elsewhere',
  statements: readonly ReportStatement[],
  context: EntryContext,
): readonly Chapter[] {
  const help = id === 'elsewhere' && markup`<p class="help">${words.elsewhereHelp}</p>`
  const list = markup`${help}<ol class="entries">${statements.map(statement => statementEntry(statement, context))}</ol>`
  return numbered(id, statements.length, list)
}

function numbered(id: 'statements' | 'elsewhere' | 'sources', count: number, body: Markup): readonly Chapter[] {
  return count === 0 ? [] : [{ id, name: words.withCount(words[id], count), body }]
}

/** On a wide screen the statements stand beside the article: that part of the page is one row. */
function inParts(chapters: readonly Chapter[]): Markup {
  const only = (...ids: readonly Chapter['id'][]) => chapters.filter(({ id }) => ids.includes(id)).map(chapterMarkup)
  const beside = only('statements', 'elsewhere')
  return markup`${only('summary')}
<div class="reading">
${only('article')}
${beside.length > 0 && markup`<div class="beside">${beside}</div>`}
</div>
${only('sources', 'sessions')}`
}

function chapterMarkup({ id, name, body }: Chapter): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${name}</h2>
${body}
</section>
`
}
