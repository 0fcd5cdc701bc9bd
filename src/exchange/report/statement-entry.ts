import type { Evidence } from '../../domain/annotation.ts'
import { directionOf, type Article } from '../../domain/article.ts'
import type { ChangeState } from '../../domain/change-state.ts'
import { REPORT_WORDS as words } from '../../wording/report-words.ts'
import { entryId, placeId, type DrawnArticle } from './article-markup.ts'
import { joined, markup, type Markup, type Piece } from './markup.ts'
import { dateMarkup, momentMarkup } from './moments.ts'
import type { ReportStatement } from './placed-statements.ts'
import { sourceLine } from './source-line.ts'
import { sourceKey } from './sources.ts'
import { verdictLabel } from './verdict-sign.ts'

/** What entries refer to. */
export interface EntryContext {
  readonly article: Article
  readonly drawn: DrawnArticle
  /** Numbers of the sources, by `sourceKey`. */
  readonly sourceNumbers: ReadonlyMap<string, number>
}

/** All that is said of one statement. */
export function statementEntry(statement: ReportStatement, context: EntryContext): Markup {
  const { number, shown, place } = statement
  const { verdict, tags, evidence } = shown.content
  return markup`<li class="entry" id="${entryId(statement)}" data-verdict="${verdict}">
<div class="entry-head"><h3><span class="unseen">${words.statementWord} </span><span class="number">${number}</span> ${verdictLabel(verdict)}</h3>${place && wayBack(statement, context.drawn)}</div>
${quote(statement, context.article)}
${state(statement, context.article)}
${shown.conflict && markup`<p class="state">${words.conflict}</p>`}
${rationale(shown.content.rationale)}
${claim(shown.content.claim)}
${evidence.length > 0 && markup`<h4>${words.evidence}</h4><ul class="evidence">${evidence.map(source => evidenceItem(source, context))}</ul>`}
${
  tags.length > 0 &&
  markup`<p class="tags"><span class="label">${words.tags}</span> ${joined(
    tags.map(tag => markup`<bdi>${tag}</bdi>`),
    ', ',
  )}</p>`
}
${signature(statement)}
</li>
`
}

/** Words of people as paragraphs, each in the direction of its own letters. */
export function paragraphs(text: string): Markup {
  const lines = text.split(LINE_BREAKS).filter(line => line.trim() !== '')
  return joined(lines.map(line => markup`<p dir="auto">${line.trim()}</p>`))
}

/** Says in which language and direction words of the article are. */
export function inLanguageOf({ language }: Article): Markup {
  return markup` lang="${language}" dir="${directionOf(language)}"`
}

/** What a reviewer is called. */
export function reviewerName(name: string): Markup {
  return markup`<bdi>${name.trim() || words.unknownReviewer}</bdi>`
}

const LINE_BREAKS = /[\r\n\v\f\u0085\u2028\u2029]+/u

function wayBack(statement: ReportStatement, drawn: DrawnArticle): Markup {
  const name = words.showOf(statement.number)
  return markup`<a class="back" href="#${placeId(statement, drawn)}" aria-label="${name}">↩ ${words.show}</a>`
}

/** Of a statement without a place also what stood around it: it is all there is to find it by. */
function quote({ shown, place }: ReportStatement, article: Article): Markup {
  const { prefix, exact, suffix } = shown.content.selector.quote
  const around = place === null
  return markup`<blockquote${inLanguageOf(article)}><p>${around && surroundings(`…${prefix}`)}${exact}${around && surroundings(`${suffix}…`)}</p></blockquote>`
}

function surroundings(words: string): Markup {
  return markup`<span class="around">${words}</span>`
}

function state({ shown: { change, state }, place }: ReportStatement, article: Article): Piece {
  if (change) return change.kind !== 'unchanged' && markup`<div class="state">${changed(change, article)}</div>`
  if (place) return null
  return markup`<p class="state">${state === 'orphaned' ? words.states.orphaned : words.unknownState}</p>`
}

function changed(change: ChangeState, article: Article): Markup {
  const sentence = markup`<p>${words.states[change.kind]}</p>`
  if (change.kind !== 'reworded' && change.kind !== 'fact-changed') return sentence
  const facts = change.kind === 'fact-changed' ? change.facts : []
  return markup`${sentence}${facts.length > 0 && markup`<ul class="facts">${facts.map(fact => factLine(words.fact(fact.fact, fact.was, fact.is)))}</ul>`}
<p>${words.saysNow} <q${inLanguageOf(article)}>${change.is}</q></p>`
}

function factLine({ name, was, is }: ReturnType<typeof words.fact>): Markup {
  return markup`<li>${name}: <bdi>${was}</bdi> <span aria-hidden="true">→</span><span class="unseen">${words.became}</span> <bdi>${is}</bdi></li>`
}

function rationale(text: string): Markup {
  if (text.trim() === '') return markup`<p class="none">${words.noRationale}</p>`
  return markup`<div class="rationale"><h4 class="unseen">${words.rationale}</h4>${paragraphs(text)}</div>`
}

function claim({ text, claimant, date }: ReportStatement['shown']['content']['claim']): Piece {
  const rows = [
    text.trim() !== '' && markup`<dt>${words.claim}</dt><dd dir="auto">${text.trim()}</dd>`,
    claimant.trim() !== '' && markup`<dt>${words.claimant}</dt><dd dir="auto">${claimant.trim()}</dd>`,
    date !== '' && markup`<dt>${words.claimDate}</dt><dd>${dateMarkup(date)}</dd>`,
  ].filter(row => row !== false)
  return rows.length > 0 && markup`<dl class="claim">${rows}</dl>`
}

function evidenceItem(source: Evidence, { sourceNumbers }: EntryContext): Markup {
  const { question, excerpt, stance, kind } = source
  const number = sourceNumbers.get(sourceKey(source)) ?? 0
  return markup`<li data-stance="${stance}"><p class="stance"><strong>${words.stances[stance]}</strong> · ${words.kinds[kind]} <a href="#e${number}" aria-label="${words.sourceNumber(number)}">[${number}]</a></p>
${question.trim() !== '' && markup`<p class="question" dir="auto">${question.trim()}</p>`}
<p>${sourceLine(source, 'with links')}</p>
${excerpt.trim() !== '' && markup`<blockquote>${paragraphs(excerpt)}</blockquote>`}</li>`
}

function signature({ shown }: ReportStatement): Markup {
  const { created } = shown.content
  const changed = shown.modified !== created && markup`, ${words.changed} ${momentMarkup(shown.modified)}`
  return markup`<p class="signature">${reviewerName(shown.reviewerName)} · ${words.judged.toLowerCase()} ${momentMarkup(created)}${changed}</p>`
}
