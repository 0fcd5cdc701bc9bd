/** What a key can do in the article. */
export type KeyCommand =
  | 'next-segment'
  | 'previous-segment'
  | 'extend-next'
  | 'extend-previous'
  | 'first-segment'
  | 'last-segment'
  | 'verified'
  | 'disputed'
  | 'unverified'
  | 'nothing-to-check'
  | 'note'
  | 'evidence'
  | 'open'
  | 'next-annotation'
  | 'previous-annotation'
  | 'next-unreviewed'
  | 'choose'
  | 'delete'
  | 'find'
  | 'help'
  | 'leave'
  | 'undo'
  | 'redo'

/** One row of the keyboard: it feeds the handler, the help and the README. */
export interface KeyRow {
  readonly command: KeyCommand
  /** `KeyboardEvent.key` values, letters in lowercase. */
  readonly keys: readonly string[]
  readonly shift?: boolean
  /** Ctrl, or Command on a Mac. */
  readonly mod?: boolean
  /** As people read it. */
  readonly shown: string
  readonly does: string
}

/** Every key of the article, in the order in which the help lists them. */
export const KEY_TABLE: readonly KeyRow[] = [
  { command: 'next-segment', keys: ['ArrowDown', 'j'], shown: '↓ or J', does: 'Next segment' },
  { command: 'previous-segment', keys: ['ArrowUp', 'k'], shown: '↑ or K', does: 'Previous segment' },
  {
    command: 'extend-next',
    keys: ['ArrowDown', 'j'],
    shift: true,
    shown: 'Shift + ↓',
    does: 'Extend to the next segment',
  },
  {
    command: 'extend-previous',
    keys: ['ArrowUp', 'k'],
    shift: true,
    shown: 'Shift + ↑',
    does: 'Extend to the previous segment',
  },
  { command: 'first-segment', keys: ['Home'], mod: true, shown: 'Ctrl + Home', does: 'First segment' },
  { command: 'last-segment', keys: ['End'], mod: true, shown: 'Ctrl + End', does: 'Last segment' },
  {
    command: 'verified',
    keys: ['1'],
    shown: '1',
    does: 'Verified: tag the selection or the segment, or change its verdict',
  },
  { command: 'disputed', keys: ['2'], shown: '2', does: 'Disputed, likewise' },
  { command: 'unverified', keys: ['3'], shown: '3', does: 'Unverified, likewise' },
  { command: 'nothing-to-check', keys: ['0'], shown: '0', does: 'Nothing to check here; again takes the mark away' },
  { command: 'note', keys: ['n'], shown: 'N', does: 'Note: write a rationale' },
  { command: 'evidence', keys: ['e'], shown: 'E', does: 'Add evidence' },
  { command: 'open', keys: ['Enter'], shown: 'Enter', does: 'Open the card; again opens the next one at this place' },
  { command: 'next-annotation', keys: ['.'], shown: '.', does: 'Next annotation' },
  { command: 'previous-annotation', keys: [','], shown: ',', does: 'Previous annotation' },
  { command: 'next-unreviewed', keys: ['u'], shown: 'U', does: 'Next unreviewed segment' },
  { command: 'choose', keys: ['x'], shown: 'X', does: 'Choose the open card for a change of many' },
  { command: 'delete', keys: ['Delete', 'Backspace'], shown: 'Delete', does: 'Delete the annotation' },
  { command: 'find', keys: ['/'], shown: '/', does: 'Search' },
  { command: 'help', keys: ['?'], shown: '?', does: 'List the keys' },
  {
    command: 'leave',
    keys: ['Escape'],
    shown: 'Escape',
    does: 'Back: closes the card, drops the selection, returns to the article',
  },
  { command: 'undo', keys: ['z'], mod: true, shown: 'Ctrl + Z', does: 'Undo' },
  { command: 'redo', keys: ['z'], mod: true, shift: true, shown: 'Ctrl + Shift + Z', does: 'Redo' },
  { command: 'redo', keys: ['y'], mod: true, shown: 'Ctrl + Y', does: 'Redo' },
]
