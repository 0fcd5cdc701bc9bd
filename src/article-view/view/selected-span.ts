import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { exactSpan, snapSpan } from '../../anchoring/snap-span.ts'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { Span } from '../../domain/selector.ts'

/** How a selection becomes a statement. */
export interface SelectionRules {
  readonly text: string
  readonly language: string
  /** Whether the person asked for exactly the selected characters. */
  readonly isExact: boolean
}

/** The statement that is selected: grown to whole words, or exact; `null` when nothing but white space is selected. */
export function selectedSpan(
  state: EditorState,
  map: OffsetMap,
  { text, language, isExact }: SelectionRules,
): Span | null {
  const { from, to, empty } = state.selection
  if (empty) return null
  const span = { from: map.toOffset(from), to: map.toOffset(to) }
  return isExact ? exactSpan(text, span) : snapSpan(text, span, language)
}

/** Selects a span, so that what will be tagged is what is seen. */
export function selectSpan(tr: Transaction, map: OffsetMap, span: Span): Transaction {
  return tr.setSelection(TextSelection.create(tr.doc, map.toPosition(span.from), map.toPosition(span.to)))
}
