import { useMemo } from 'react'
import { VerdictLabel } from '../article-view/verdict-sign.tsx'
import { textBlocks } from '../domain/article-text.ts'
import type { ArticleContent } from '../domain/article-content.ts'
import { directionOf } from '../domain/article.ts'
import type { BlockChange } from '../domain/block-changes.ts'
import { ChangedText } from '../history/changed-text.tsx'
import type { UpdatedStatement, UpdatePreview } from '../store/review-state.ts'
import { InParts } from '../ui/in-parts.tsx'
import { words } from '../wording/words.ts'
import { comparedRows, type ComparedRow } from './compared-rows.ts'
import './text-comparison.css'

interface TextComparisonProps {
  readonly before: ArticleContent
  readonly preview: UpdatePreview
  readonly language: string
}

/** The newer text beside the open one, word by word where it changed, with each statement and its verdict at its place. */
export function TextComparison({ before, preview, language }: TextComparisonProps) {
  const rows = useMemo(
    () => comparedRows(textBlocks(before), textBlocks(preview.content), preview.statements),
    [before, preview],
  )
  const { changes } = words
  return (
    <section className="text-comparison" aria-label={changes.comparison}>
      <h2>{changes.comparison}</h2>
      {rows.every(row => row.kind === 'unchanged' || row.change.kind === 'same') && <p>{changes.noDifference}</p>}
      <InParts items={rows} atOnce={ROWS_AT_ONCE} more={changes.moreRows}>
        {shown => (
          <ol lang={language} dir={directionOf(language)}>
            {shown.map((row, index) => (
              <Row key={index} row={row} />
            ))}
          </ol>
        )}
      </InParts>
    </section>
  )
}

const ROWS_AT_ONCE = 200 // drawn in about a tenth of a second

function Row({ row }: { readonly row: ComparedRow }) {
  const { changes } = words
  if (row.kind === 'unchanged') {
    return (
      <li className="text-comparison-unchanged" lang="en" dir="ltr">
        {changes.unchangedBlocks(row.count)}
      </li>
    )
  }
  return (
    <li className="text-comparison-row" data-change={row.change.kind}>
      <Words change={row.change} />
      {row.statements.length > 0 && (
        <ul aria-label={changes.statementsHere} lang="en" dir="ltr">
          {row.statements.map(statement => (
            <StatementHere key={statement.annotation.id} statement={statement} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Words({ change }: { readonly change: BlockChange }) {
  switch (change.kind) {
    case 'same':
      return <p dir="auto">{change.is.text}</p>
    case 'changed':
      return <ChangedText before={change.was.text} after={change.is.text} />
    case 'removed':
      return <ChangedText before={change.was.text} after="" />
    case 'added':
      return <ChangedText before="" after={change.is.text} />
  }
}

function StatementHere({ statement: { annotation, change } }: { readonly statement: UpdatedStatement }) {
  const { verdict, selector } = annotation.content
  return (
    <li>
      <VerdictLabel verdict={verdict} />
      <span>{words.changes.kinds[change?.kind ?? 'unchanged']}</span>
      <q dir="auto">{shortened(selector.quote.exact)}</q>
    </li>
  )
}

const QUOTE_LENGTH = 80 // UTF-16 units, enough to know it again

function shortened(quote: string): string {
  return quote.length <= QUOTE_LENGTH ? quote : `${quote.slice(0, QUOTE_LENGTH).toWellFormed()}…`
}
