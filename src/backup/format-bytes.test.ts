import { describe, expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'

describe('formatBytes', () => {
  const cases = [
    { bytes: 0, text: '0 bytes' },
    { bytes: 999, text: '999 bytes' },
    { bytes: 1_000, text: '1 kB' },
    { bytes: 1_234_000, text: '1.2 MB' },
    { bytes: 5_000_000_000, text: '5 GB' },
    { bytes: 3e15, text: '3,000 TB' },
  ]
  it.each(cases)('W2 says $text', ({ bytes, text }) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})
