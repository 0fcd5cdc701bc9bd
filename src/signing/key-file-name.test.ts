import { describe, expect, it } from 'vitest'
import { keyFileName } from './key-file-name.ts'

describe('keyFileName', () => {
  const names: readonly (readonly [string, string])[] = [
    ['R. Okafor', 'r-okafor.factmark-key'],
    ['', 'reviewer.factmark-key'],
    ['../../etc', 'etc.factmark-key'],
    ['CON:\\?*', 'con.factmark-key'],
    ['نعمی', 'نعمی.factmark-key'],
    ['x'.repeat(200), `${'x'.repeat(60)}.factmark-key`],
  ]
  it.each(names)('S99 names the file of %j %s', (reviewer, name) => {
    expect(keyFileName(reviewer, 'key')).toBe(name)
  })
})
