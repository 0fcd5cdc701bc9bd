import { describe, expect, it } from 'vitest'
import { KEY_TABLE, type KeyCommand } from './key-table.ts'
import { matchKey, type KeyPress } from './match-key.ts'

describe('keys', () => {
  it.each<[string, Partial<KeyPress>, KeyCommand]>([
    ['an arrow', { key: 'ArrowDown' }, 'next-segment'],
    ['a letter', { key: 'k' }, 'previous-segment'],
    ['a letter with Caps Lock', { key: 'J' }, 'next-segment'],
    ['Shift and an arrow', { key: 'ArrowUp', shiftKey: true }, 'extend-previous'],
    ['Shift and a letter', { key: 'J', shiftKey: true }, 'extend-next'],
    ['a digit', { key: '2' }, 'disputed'],
    ['Enter', { key: 'Enter' }, 'open'],
    ['Backspace', { key: 'Backspace' }, 'delete'],
    ['Escape', { key: 'Escape' }, 'leave'],
    ['Ctrl and a letter', { key: 'z', ctrlKey: true }, 'undo'],
    ['Command and a letter', { key: 'z', metaKey: true }, 'undo'],
    ['Ctrl, Shift and a letter', { key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
    ['the other key of a command', { key: 'y', ctrlKey: true }, 'redo'],
    ['Ctrl and Home', { key: 'Home', ctrlKey: true }, 'first-segment'],
  ])('K2 are found by what they type: %s', (_case, press, command) => {
    expect(matchKey(pressed(press), true)).toBe(command)
  })

  it.each<[string, Partial<KeyPress>, KeyCommand]>([
    ['a question mark where it needs Shift', { key: '?', code: 'Slash', shiftKey: true }, 'help'],
    ['a question mark where a letter stands elsewhere', { key: '?', code: 'KeyM', shiftKey: true }, 'help'],
    ['a slash where it needs Shift', { key: '/', code: 'Digit7', shiftKey: true }, 'find'],
    ['a digit where it needs Shift', { key: '1', code: 'Digit1', shiftKey: true }, 'verified'],
    ['a digit of the number pad', { key: '3', code: 'Numpad3' }, 'unverified'],
  ])('K3 work whatever signs need Shift: %s', (_case, press, command) => {
    expect(matchKey(pressed(press), true)).toBe(command)
  })

  it.each<[string, Partial<KeyPress>, KeyCommand | null]>([
    ['a Cyrillic letter', { key: 'о', code: 'KeyJ' }, 'next-segment'],
    ['an Arabic letter with Ctrl', { key: 'ئ', code: 'KeyZ', ctrlKey: true }, 'undo'],
    ['a Persian digit', { key: '۱', code: 'Digit1' }, 'verified'],
    ['the sign on a French digit key', { key: 'é', code: 'Digit2' }, 'disputed'],
    ['a Latin letter that stands where K is elsewhere', { key: 't', code: 'KeyK' }, null],
    ['a Latin letter that moved', { key: 'j', code: 'KeyC' }, 'next-segment'],
  ])('K4 are found by their place where they type no Latin letter or digit: %s', (_case, press, command) => {
    expect(matchKey(pressed(press), true)).toBe(command)
  })

  it.each<[string, Partial<KeyPress>]>([
    ['an arrow that moves the caret', { key: 'ArrowLeft' }],
    ['Shift and an arrow that selects', { key: 'ArrowRight', shiftKey: true }],
    ['Tab', { key: 'Tab' }],
    ['Home', { key: 'Home' }],
    ['Alt and a letter', { key: 'j', altKey: true }],
    ['what AltGr types', { key: '1', code: 'Digit1', altKey: true, ctrlKey: true }],
    ['Ctrl and a single key', { key: 'n', ctrlKey: true }],
    ['Ctrl and an arrow', { key: 'ArrowDown', ctrlKey: true }],
    ['Ctrl, Shift and the second key of redo', { key: 'Y', ctrlKey: true, shiftKey: true }],
    ['Shift and a letter that has no row with Shift', { key: 'N', shiftKey: true }],
    ['a letter without a row', { key: 'q' }],
    ['a dead key', { key: 'Dead', code: 'KeyE' }],
  ])("K5 leave the browser what is the browser's: %s", (_case, press) => {
    expect(matchKey(pressed(press), true)).toBeNull()
  })

  it.each(KEY_TABLE.flatMap(row => row.keys.map(key => [`${row.shown} (${key})`, row, key] as const)))(
    'K6 do nothing when single keys are off and they type a character: %s',
    (_case, row, key) => {
      const press = pressed({ key, shiftKey: row.shift ?? false, ctrlKey: row.mod ?? false })
      expect(matchKey(press, true)).toBe(row.command)
      expect(matchKey(press, false)).toBe(key.length === 1 && !row.mod ? null : row.command)
    },
  )

  it('K6 are off by their place as well', () => {
    expect(matchKey(pressed({ key: 'о', code: 'KeyJ' }), false)).toBeNull()
  })
})

function pressed(press: Partial<KeyPress>): KeyPress {
  return { key: '', code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...press }
}
