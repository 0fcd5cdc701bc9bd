import { KEY_TABLE, type KeyCommand, type KeyRow } from './key-table.ts'

/** What `matchKey` needs of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/**
 * The command of a key press, or `null`. Letters and digits are also found by their place on the keyboard, so that
 * they work in scripts other than Latin and where digits need Shift. With `singleKeys` off, keys that type a
 * character do nothing (WCAG 2.1.4).
 */
export function matchKey(press: KeyPress, singleKeys: boolean): KeyCommand | null {
  if (press.altKey) return null
  const candidates = [pressedKey(press), keyByPlace(press)]
  for (const key of candidates) {
    const row = KEY_TABLE.find(row => key !== null && row.keys.includes(key) && modifiersFit(row, press, key))
    if (row) return singleKeys || row.mod || !typesCharacter(key!) ? row.command : null
  }
  return null
}

function pressedKey({ key }: KeyPress): string {
  return key.length === 1 ? key.toLowerCase() : key
}

function keyByPlace({ key, code }: KeyPress): string | null {
  // Where the key itself types a Latin letter or a digit, its place says nothing.
  if (/^[a-z0-9]$/i.test(key) || key.length > 1) return null
  return /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).find(Boolean)?.toLowerCase() ?? null
}

function modifiersFit(row: KeyRow, { shiftKey, ctrlKey, metaKey }: KeyPress, key: string): boolean {
  if (Boolean(row.mod) !== (ctrlKey || metaKey)) return false
  // Whether a sign or a digit needs Shift depends on the keyboard.
  const shiftMatters = key.length > 1 || /[a-z]/.test(key)
  return !shiftMatters || Boolean(row.shift) === shiftKey
}

function typesCharacter(key: string): boolean {
  return key.length === 1
}
