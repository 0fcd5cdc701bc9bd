import { Decoration } from '@tiptap/pm/view'
import type { OffsetMap } from '../../article-format/offset-map.ts'
import type { RecordId } from '../../domain/identifiers.ts'
import type { Span } from '../../domain/selector.ts'
import type { Verdict } from '../../domain/verdict.ts'

/** What is drawn of an annotation in the article, in UTF-16 offsets. */
export interface Highlight extends Span {
  readonly id: RecordId
  readonly verdict: Verdict
  readonly isSelected: boolean
  /** Overlapping statements take different lanes, so that their underlines stay apart. */
  readonly lane: number
  /** The element id of its card while the card is in the document. */
  readonly card: string | null
}

/** The marks of a highlight (one per stretch of text) and its verdict icon at the start. */
export function decorationsOf(highlight: Highlight, map: OffsetMap): readonly Decoration[] {
  const { id, verdict, isSelected, lane, card } = highlight
  const from = map.toPosition(highlight.from)
  const mark = Decoration.inline(from, map.toPosition(highlight.to), {
    nodeName: 'mark',
    class: isSelected ? 'is-selected' : '',
    'data-annotation-id': id,
    'data-verdict': verdict,
    'data-lane': String(Math.min(lane, 3)),
    ...(card ? { 'aria-details': card } : {}),
  })
  const icon = Decoration.widget(from, () => verdictIcon(verdict), {
    key: `${id} ${verdict}`,
    side: 1,
    ignoreSelection: true,
  })
  return [mark, icon]
}

/** Gives each of the spans the lowest lane that no overlapping span before it has. Spans come sorted by `from`. */
export function lanesOf(spans: readonly Span[]): readonly number[] {
  const ends: number[] = []
  return spans.map(({ from, to }) => {
    const free = ends.findIndex(end => end <= from)
    const lane = free >= 0 ? free : ends.length
    ends[lane] = to
    return lane
  })
}

/** Whether two highlights look the same. */
export function looksSame(a: Highlight, b: Highlight): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.verdict === b.verdict &&
    a.isSelected === b.isSelected &&
    a.lane === b.lane &&
    a.card === b.card
  )
}

// Empty but for what the style sheet draws: the article's text stays as it is for copying, searching and reading aloud.
function verdictIcon(verdict: Verdict): HTMLElement {
  const icon = document.createElement('span')
  icon.className = 'verdict-sign'
  icon.dataset.sign = verdict
  icon.setAttribute('aria-hidden', 'true')
  return icon
}
