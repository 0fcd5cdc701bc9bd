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
  | 'history'
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
  /** As people read it. What it does is in the dictionary. */
  readonly shown: string
}

/** Every key of the article, in the order in which the help lists them. */
export const KEY_TABLE: readonly KeyRow[] = [
  { command: 'next-segment', keys: ['ArrowDown', 'j'], shown: '↓ or J' },
  { command: 'previous-segment', keys: ['ArrowUp', 'k'], shown: '↑ or K' },
  {
    command: 'extend-next',
    keys: ['ArrowDown', 'j'],
    shift: true,
    shown: 'Shift + ↓',
  },
  {
    command: 'extend-previous',
    keys: ['ArrowUp', 'k'],
    shift: true,
    shown: 'Shift + ↑',
  },
  { command: 'first-segment', keys: ['Home'], mod: true, shown: 'Ctrl + Home' },
  { command: 'last-segment', keys: ['End'], mod: true, shown: 'Ctrl + End' },
  {
    command: 'verified',
    keys: ['1'],
    shown: '1',
  },
  { command: 'disputed', keys: ['2'], shown: '2' },
  { command: 'unverified', keys: ['3'], shown: '3' },
  { command: 'nothing-to-check', keys: ['0'], shown: '0' },
  { command: 'note', keys: ['n'], shown: 'N' },
  { command: 'evidence', keys: ['e'], shown: 'E' },
  { command: 'open', keys: ['Enter'], shown: 'Enter' },
  { command: 'next-annotation', keys: ['.'], shown: '.' },
  { command: 'previous-annotation', keys: [','], shown: ',' },
  { command: 'next-unreviewed', keys: ['u'], shown: 'U' },
  { command: 'choose', keys: ['x'], shown: 'X' },
  { command: 'history', keys: ['h'], shown: 'H' },
  { command: 'delete', keys: ['Delete', 'Backspace'], shown: 'Delete' },
  { command: 'find', keys: ['/'], shown: '/' },
  { command: 'help', keys: ['?'], shown: '?' },
  {
    command: 'leave',
    keys: ['Escape'],
    shown: 'Escape',
  },
  { command: 'undo', keys: ['z'], mod: true, shown: 'Ctrl + Z' },
  { command: 'redo', keys: ['z'], mod: true, shift: true, shown: 'Ctrl + Shift + Z' },
  { command: 'redo', keys: ['y'], mod: true, shown: 'Ctrl + Y' },
]
