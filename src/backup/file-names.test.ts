import { describe, expect, it } from 'vitest'
import { backupFileName, rawFileName } from './file-names.ts'

describe('file names of backups', () => {
  it('S71 say what it is, the day and the minute', () => {
    const at = new Date(2026, 0, 9, 8, 5, 59)
    expect(backupFileName(at)).toBe('factmark-backup-2026-01-09-0805.factmark')
    expect(backupFileName(at, 'snapshot')).toBe('factmark-snapshot-2026-01-09-0805.factmark')
    expect(rawFileName(at)).toBe('factmark-rescued-2026-01-09-0805.jsonl')
  })
})
