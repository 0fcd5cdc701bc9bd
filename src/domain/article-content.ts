import * as v from 'valibot'

/** An inline mark that an article may carry. */
export type TextMark =
  | { readonly type: 'bold' | 'italic' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }

/** Words with their marks, or a hard break. */
export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly TextMark[] | undefined }
  | { readonly type: 'hardBreak' }

export interface Paragraph {
  readonly type: 'paragraph'
  readonly content?: readonly Inline[] | undefined
}
export interface Heading {
  readonly type: 'heading'
  readonly attrs: { readonly level: number }
  readonly content?: readonly Inline[] | undefined
}
export interface ListItem {
  readonly type: 'listItem'
  readonly content: readonly ContentNode[]
}
export interface List {
  readonly type: 'bulletList' | 'orderedList'
  readonly content: readonly ListItem[]
}
export interface Quotation {
  readonly type: 'blockquote'
  readonly content: readonly ContentNode[]
}
export interface TableCell {
  readonly type: 'tableCell' | 'tableHeader'
  readonly attrs?: { readonly colspan: number; readonly rowspan: number } | undefined
  readonly content: readonly ContentNode[]
}
export interface TableRow {
  readonly type: 'tableRow'
  readonly content: readonly TableCell[]
}
export interface Table {
  readonly type: 'table'
  readonly content: readonly TableRow[]
}
/** What an article is built of, in the JSON form of the editor's document. */
export type ContentNode = Paragraph | Heading | List | Quotation | Table
export interface ArticleContent {
  readonly type: 'doc'
  readonly content: readonly ContentNode[]
}

/** Whether a link may be shown and followed: the web and mail only, never a script or a file. */
export function isSafeLink(href: string): boolean {
  if (!URL.canParse(href)) return false
  return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol)
}

/** Whether a text is an address of the web. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol)
}

// A line break inside a text node would look like a hard break in the text, and the same text would have two layouts.
const TextSchema = v.pipe(v.string(), v.minLength(1), v.regex(/^[^\r\n]*$/, 'must not hold a line break'))

const TextMarkSchema = v.variant('type', [
  v.strictObject({ type: v.picklist(['bold', 'italic']) }),
  v.strictObject({
    type: v.literal('link'),
    attrs: v.strictObject({ href: v.pipe(v.string(), v.check(isSafeLink, 'must be a web or mail address')) }),
  }),
])

const InlineSchema = v.variant('type', [
  v.strictObject({ type: v.literal('text'), text: TextSchema, marks: v.optional(v.array(TextMarkSchema)) }),
  v.strictObject({ type: v.literal('hardBreak') }),
])

const inlineContent = v.optional(v.array(InlineSchema))
const blockContent = v.pipe(v.array(v.lazy(() => ContentNodeSchema)), v.minLength(1))
const SpanCountSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))

const ListItemSchema = v.strictObject({
  type: v.literal('listItem'),
  content: v.pipe(
    blockContent,
    v.check(([first]) => first?.type === 'paragraph', 'must begin with a paragraph'),
  ),
})

const TableCellSchema = v.strictObject({
  type: v.picklist(['tableCell', 'tableHeader']),
  attrs: v.optional(v.strictObject({ colspan: SpanCountSchema, rowspan: SpanCountSchema })),
  content: blockContent,
})

const ContentNodeSchema: v.GenericSchema<unknown, ContentNode> = v.variant('type', [
  v.strictObject({ type: v.literal('paragraph'), content: inlineContent }),
  v.strictObject({
    type: v.literal('heading'),
    attrs: v.strictObject({ level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)) }),
    content: inlineContent,
  }),
  v.strictObject({
    type: v.picklist(['bulletList', 'orderedList']),
    content: v.pipe(v.array(ListItemSchema), v.minLength(1)),
  }),
  v.strictObject({ type: v.literal('blockquote'), content: blockContent }),
  v.strictObject({
    type: v.literal('table'),
    content: v.pipe(
      v.array(
        v.strictObject({ type: v.literal('tableRow'), content: v.pipe(v.array(TableCellSchema), v.minLength(1)) }),
      ),
      v.minLength(1),
    ),
  }),
])

/** The layouts an article may have. Unknown nodes, marks and attributes are refused. */
export const ArticleContentSchema: v.GenericSchema<unknown, ArticleContent> = v.strictObject({
  type: v.literal('doc'),
  content: blockContent,
})
