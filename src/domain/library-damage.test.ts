import { describe, expect, it } from 'vitest'
import { findDamage, markOf, type LibraryFacts, type LibraryMark } from './library-damage.ts'

const EXPECTED: LibraryMark = {
  database: 'here',
  sequence: 7,
  savedAt: '2026-11-20T12:00:00.000Z',
  articles: 2,
  annotations: 5,
  rows: { articles: 3, revisions: 3, versions: 20, originals: 2, withheld: 0 },
  removals: 2,
}

describe('what became of a library', () => {
  it('S35 is nothing when it is as it was', () => {
    expect(findDamage(EXPECTED, facts())).toBeNull()
    expect(markOf(facts())).toEqual(EXPECTED)
  })

  it.each<readonly [string, LibraryFacts]>([
    ['was written since', facts({ sequence: 8 })],
    ['was written since, and rows went with that on purpose', facts({ sequence: 8, versions: 4, removals: 3 })],
    ['has more rows', facts({ versions: 21 })],
  ])('S35 is nothing when it %s', (_case, found) => {
    expect(findDamage(EXPECTED, found)).toBeNull()
  })

  it('S35 is nothing when nothing is remembered, or nothing that could be missed', () => {
    const rows = { articles: 0, revisions: 0, versions: 0, originals: 0, withheld: 0 }
    expect(findDamage(null, facts({ database: null }))).toBeNull()
    expect(findDamage({ ...EXPECTED, rows }, facts({ database: null }))).toBeNull()
  })

  it.each<readonly [string, LibraryFacts, string]>([
    ['has no name', facts({ database: null }), 'emptied'],
    ['has another name', facts({ database: 'elsewhere', sequence: 9 }), 'emptied'],
    ['was written less often', facts({ sequence: 6 }), 'behind'],
    ['has fewer articles', facts({ articles: 2 }), 'incomplete'],
    ['has fewer texts', facts({ revisions: 0 }), 'incomplete'],
    ['has fewer versions', facts({ versions: 19 }), 'incomplete'],
    ['has fewer original texts', facts({ originals: 1, withheld: 0 }), 'incomplete'],
    ['was written since and has fewer versions', facts({ sequence: 8, versions: 19 }), 'incomplete'],
  ])('S35 is damage when it %s', (_case, found, kind) => {
    const size = { articles: found.articles, annotations: found.annotations, rows: found.rows }
    expect(findDamage(EXPECTED, found)).toEqual({ kind, expected: EXPECTED, found: size })
  })
})

interface Differences {
  readonly database?: string | null
  readonly sequence?: number
  readonly articles?: number
  readonly revisions?: number
  readonly versions?: number
  readonly originals?: number
  readonly withheld?: number
  readonly removals?: number
}

function facts({ database = 'here', sequence = 7, removals = 2, ...rows }: Differences = {}): LibraryFacts {
  return {
    state: database === null ? null : { database, sequence, savedAt: EXPECTED.savedAt },
    rows: { ...EXPECTED.rows, ...rows },
    removals,
    articles: EXPECTED.articles,
    annotations: EXPECTED.annotations,
    backup: null,
  }
}
