import type { Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Link } from './link.ts'
import { Table, TableCell, TableHeader, TableRow } from './table.ts'

/** The editor's document schema for `ArticleContent`: the same nodes, marks and attributes, and no other. */
export const ARTICLE_EXTENSIONS: Extensions = [
  Document,
  Paragraph,
  Text,
  headingOfKnownLevel(),
  BulletList,
  orderedListWithoutAttributes(),
  listItemWithoutKeys(),
  Blockquote,
  HardBreak,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  Link,
  Bold,
  Italic,
]

const HIGHEST_LEVEL = 6

function headingOfKnownLevel() {
  return Heading.extend({
    addAttributes: () => ({
      level: {
        default: 1,
        rendered: false,
        validate(level: unknown): void {
          if (!Number.isInteger(level) || Number(level) < 1 || Number(level) > HIGHEST_LEVEL) {
            throw new RangeError(`There is no heading of level ${String(level)}.`)
          }
        },
      },
    }),
  })
}

// In an editor Tab moves a list item. Nobody edits an article, so Tab goes on to the next thing (WCAG 2.1.2).
function listItemWithoutKeys() {
  return ListItem.extend({ addKeyboardShortcuts: () => ({}) })
}

// List markers are no part of an article's text, so neither is the number a list starts with.
function orderedListWithoutAttributes() {
  return OrderedList.extend({
    addAttributes: () => ({}),
    renderHTML: () => ['ol', 0],
    addProseMirrorPlugins: () => [],
  })
}
