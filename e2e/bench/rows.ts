import type { Row } from './row.ts'
import { measureOpening } from './rows/opening.ts'
import { measureTagging } from './rows/tagging.ts'
import { measureMemory } from './rows/memory.ts'
import { measurePainting } from './rows/painting.ts'
import { measureSaving } from './rows/saving.ts'
import { measureScrolling } from './rows/scrolling.ts'
import { measureTransfer } from './rows/transfer.ts'

/** All that is measured, in the order of the table. */
export const ROWS: readonly Row[] = [
  {
    id: 'open',
    title: 'Open an article from the library, to text, highlights and cards painted',
    limit: 120,
    measure: measureOpening,
  },
  {
    id: 'paint',
    title: 'Show all annotations of an open article, to everything in view painted',
    limit: 240,
    measure: measurePainting,
  },
  { id: 'tag', title: 'One key, to highlight and card painted', limit: 240, measure: measureTagging },
  { id: 'save', title: 'One key, to saved on the device', limit: 120, measure: measureSaving },
  { id: 'scroll', title: 'Scroll by 120 px a frame', limit: 120, measure: measureScrolling },
  { id: 'memory', title: 'Memory', limit: 120, measure: measureMemory },
  { id: 'transfer', title: 'Transfer', limit: 60, measure: measureTransfer },
]
