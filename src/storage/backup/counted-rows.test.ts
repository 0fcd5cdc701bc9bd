import { describe, expect, it } from 'vitest'
import type { BackupContents } from '../../domain/backup.ts'
import { aShelfEntry, rowsOf, someContents } from '../../testing/backups.ts'
import { anAnnotationVersion, aUuid, theNextVersion } from '../../testing/builders.ts'
import { countedRows } from './counted-rows.ts'

describe('what passes into a snapshot', () => {
  const first = anAnnotationVersion()
  const cases: readonly (readonly [string, Partial<BackupContents>, object])[] = [
    ['one annotation in one article', {}, { articles: 1, annotations: 1 }],
    [
      'an annotation once, however often it was changed',
      { versions: [first, theNextVersion(first)] },
      { annotations: 1 },
    ],
    ['none that was deleted', { versions: [first, theNextVersion(first, { kind: 'deleted' })] }, { annotations: 0 }],
    [
      'each of several',
      { versions: [first, anAnnotationVersion({ id: aUuid(0xc2) }), anAnnotationVersion({ id: aUuid(0xc3) })] },
      { annotations: 3 },
    ],
    ['nothing in the bin', { shelf: [aShelfEntry({ binned: true })] }, { articles: 0, annotations: 0 }],
  ]
  it.each(cases)('S65 is counted: %s', async (_name, contents, size) => {
    const counted = countedRows(rowsOf(someContents(contents)))
    let rows = 0
    for await (const some of counted.rows) rows += some.length
    expect(rows).toBeGreaterThan(0)
    expect(counted.size()).toMatchObject(size)
  })
})
