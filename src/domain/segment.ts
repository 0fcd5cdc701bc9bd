import type { Span } from './selector.ts'

/** A sentence, heading or list item: the unit of the cursor and of progress, in UTF-16 offsets of the text, without surrounding white space. */
export type Segment = Span
