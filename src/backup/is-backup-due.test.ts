import { describe, expect, it } from 'vitest'
import type { LibraryFacts } from '../domain/library-damage.ts'
import { DEFAULT_SETTINGS } from '../domain/library.ts'
import { isBackupDue, NOT_NOW } from './is-backup-due.ts'

const DAY = 24 * 3600_000
const NOW = Date.UTC(2026, 10, 20, 12)
type Asked = Parameters<typeof isBackupDue>[0]

describe('the reminder of a backup', () => {
  const shown: readonly (readonly [string, Partial<Asked>])[] = [
    ['there never was one', {}],
    ['the last one is a week old', { facts: facts({ age: 7 * DAY, versions: 20 }) }],
    ['the folder was lost', { folder: { kind: 'chosen', name: 'B', permission: 'prompt' } }],
    [
      'the folder cannot be written',
      { folder: { kind: 'chosen', name: 'B', permission: 'granted' }, folderProblem: { kind: 'no-room' } },
    ],
    ['"Not now" was long ago', { settings: { ...DEFAULT_SETTINGS, remindOfBackupAfter: at(-1) } }],
  ]
  it.each(shown)('S69 is shown when %s', (_name, state) => {
    expect(isBackupDue(asked(state), NOW)).toBe(true)
  })

  const hidden: readonly (readonly [string, Partial<Asked>])[] = [
    ['nothing is known yet', { facts: null }],
    ['this is the first start', { isFirstStart: true }],
    ['the browser has promised to keep the library', { persistence: 'granted' }],
    ['a folder gets its backups', { folder: { kind: 'chosen', name: 'B', permission: 'granted' } }],
    ['little was written', { facts: facts({ rows: 19 }) }],
    ['little was written since the last one', { facts: facts({ age: 30 * DAY, versions: 21 }) }],
    ['the last one is younger than a week', { facts: facts({ age: 7 * DAY - 1, versions: 0 }) }],
    [
      'it was put off',
      { settings: { ...DEFAULT_SETTINGS, remindOfBackupAfter: new Date(NOW - DAY + NOT_NOW).toISOString() } },
    ],
  ]
  it.each(hidden)('S69 is not shown when %s', (_name, state) => {
    expect(isBackupDue(asked(state), NOW)).toBe(false)
  })
})

function asked(state: Partial<Asked>): Asked {
  return {
    facts: facts({}),
    persistence: 'refused',
    folder: { kind: 'none' },
    folderProblem: null,
    settings: DEFAULT_SETTINGS,
    isFirstStart: false,
    ...state,
  }
}

/** A library of forty versions unless told otherwise, with a backup of that age (ms) that has so many `versions`. */
function facts({ rows = 40, age, versions = 0 }: { rows?: number; age?: number; versions?: number }): LibraryFacts {
  return {
    state: null,
    rows: { articles: 1, revisions: 1, versions: rows, originals: 0, withheld: 0 },
    removals: 0,
    articles: 1,
    annotations: 20,
    backup: age === undefined ? null : { at: at(-age), sequence: 1, versions },
  }
}

function at(milliseconds: number): string {
  return new Date(NOW + milliseconds).toISOString()
}
