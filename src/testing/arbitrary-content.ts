import fc from 'fast-check'
import type { ArticleContent, ContentNode, Inline, ListItem, TableRow, TextMark } from '../domain/article-content.ts'

/** Text of any script: graphemes with combining characters, emoji, right-to-left letters, white space; no line breaks. */
export function arbitraryText(minLength = 0): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.constantFrom(
      'a',
      'B',
      ' ',
      '. ',
      'é',
      'e\u0301',
      'm\u0304',
      '👩🏽‍🔧',
      '🇨🇭',
      'ش',
      'पि',
      '漢',
      '\u00a0',
      '“',
      '3.5',
      'Dr. ',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }).map(text => text.replace(/[\r\n]/g, '') || 'x'),
  )
  return fc.array(unit, { minLength, maxLength: 8 }).map(units => units.join(''))
}

/** Any layout that `ArticleContentSchema` allows: nested lists, quotations and tables, marks, hard breaks, empty blocks. */
export function arbitraryContent(): fc.Arbitrary<ArticleContent> {
  const blocks = fc.array(block(MAX_DEPTH), { minLength: 1, maxLength: 4 })
  return blocks.map(content => ({ type: 'doc', content }))
}

const MAX_DEPTH = 3

function block(depth: number): fc.Arbitrary<ContentNode> {
  if (depth === 0) return fc.oneof(paragraph(), heading())
  const blocks = fc.array(block(depth - 1), { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 3, arbitrary: paragraph() },
    { weight: 1, arbitrary: heading() },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
        content: fc.array(listItem(depth - 1), { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('blockquote' as const), content: blocks }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('table' as const),
        content: fc.array(tableRow(blocks), { minLength: 1, maxLength: 2 }),
      }),
    },
  )
}

function paragraph(): fc.Arbitrary<ContentNode & { type: 'paragraph' }> {
  return fc.record({ type: fc.constant('paragraph' as const), content: inlines() }, { requiredKeys: ['type'] })
}

function heading(): fc.Arbitrary<ContentNode & { type: 'heading' }> {
  return fc.record({
    type: fc.constant('heading' as const),
    attrs: fc.record({ level: fc.integer({ min: 1, max: 6 }) }),
    content: inlines(),
  })
}

function listItem(depth: number): fc.Arbitrary<ListItem> {
  return fc
    .tuple(paragraph(), fc.array(block(depth), { maxLength: 2 }))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] }))
}

function tableRow(blocks: fc.Arbitrary<ContentNode[]>): fc.Arbitrary<TableRow> {
  const count = fc.integer({ min: 1, max: 3 })
  const cell = fc.record(
    {
      type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
      attrs: fc.record({ colspan: count, rowspan: count }),
      content: blocks,
    },
    { requiredKeys: ['type', 'content'] },
  )
  return fc.record({ type: fc.constant('tableRow' as const), content: fc.array(cell, { minLength: 1, maxLength: 3 }) })
}

function inlines(): fc.Arbitrary<Inline[]> {
  const mark: fc.Arbitrary<TextMark> = fc.constantFrom(
    { type: 'bold' },
    { type: 'italic' },
    { type: 'link', attrs: { href: 'https://example.com/a' } },
    { type: 'link', attrs: { href: 'mailto:desk@example.com' } },
  )
  const text = fc.record(
    { type: fc.constant('text' as const), text: arbitraryText(1), marks: fc.array(mark, { maxLength: 3 }) },
    { requiredKeys: ['type', 'text'] },
  )
  return fc.array(
    fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) }),
    {
      maxLength: 5,
    },
  )
}
