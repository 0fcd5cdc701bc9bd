import type { Selector, Span } from './selector.ts'

/** A selector that resolved to a place in the text, in UTF-16 offsets. */
export interface Anchored extends Span {
  readonly kind: 'anchored'
}

/** A selector that no longer resolves: always listed, never dropped. */
export interface Orphan {
  readonly kind: 'orphan'
  readonly selector: Selector
}

export type Anchor = Anchored | Orphan
