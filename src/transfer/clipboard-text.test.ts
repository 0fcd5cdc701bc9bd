import { describe, expect, it } from 'vitest'
import { clipboardText } from './clipboard-text.ts'

describe('clipboardText', () => {
  const cases = [
    { name: 'the first mark is taken away', text: '\uFEFFa\uFEFF', copied: 'a\uFEFF' },
    { name: 'a text without one stays', text: 'ä,b\n', copied: 'ä,b\n' },
    { name: 'a letter that begins alike stays', text: '\uFEFE', copied: '\uFEFE' },
    { name: 'nothing stays nothing', text: '', copied: '' },
  ]
  it.each(cases)('T4 $name', async ({ text, copied }) => {
    const blob = await clipboardText(new Blob([text], { type: 'text/csv' }))
    expect(blob.type).toBe('text/plain')
    // Not by text(), which takes a mark away by itself.
    expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([...new TextEncoder().encode(copied)])
  })
})
