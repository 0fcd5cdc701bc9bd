import type { Row } from './row.ts'
import { measureOpening } from './rows/opening.ts'
import { measureTagging } from './rows/tagging.ts'
import { measureCards } from './rows/cards.ts'
import { measureEditing } from './rows/editing.ts'
import { measureBulk, measureFinding } from './rows/finding.ts'
import { measureImport } from './rows/importing.ts'
import { measureLibrary } from './rows/library.ts'
import { measureReading } from './rows/reading.ts'
import { measureReanchoring } from './rows/reanchoring.ts'
import { measureStart } from './rows/starting.ts'
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
    limit: 420,
    measure: measurePainting,
  },
  { id: 'tag', title: 'One key, to highlight and card painted', limit: 240, measure: measureTagging },
  { id: 'save', title: 'One key, to saved on the device', limit: 120, measure: measureSaving },
  { id: 'scroll', title: 'Scroll by 120 px a frame', limit: 120, measure: measureScrolling },
  { id: 'cards', title: 'Cards', limit: 120, measure: measureCards },
  { id: 'find', title: 'Open a card, filter, search', limit: 180, measure: measureFinding },
  { id: 'bulk', title: 'Take back a change of many', limit: 150, measure: measureBulk },
  { id: 'memory', title: 'Memory', limit: 120, measure: measureMemory },
  { id: 'transfer', title: 'Transfer', limit: 60, measure: measureTransfer },
  { id: 'start', title: 'Start without a network, to the article painted', limit: 90, measure: measureStart },
  { id: 'read', title: 'Read from the database', limit: 60, measure: measureReading },
  { id: 'import', title: 'Import', limit: 240, measure: measureImport },
  { id: 'reanchor', title: 'Find statements again in an edited article', limit: 120, measure: measureReanchoring },
  { id: 'edit', title: 'Write a new article', limit: 90, measure: measureEditing },
  { id: 'library', title: 'A big library', limit: 240, measure: measureLibrary },
]
