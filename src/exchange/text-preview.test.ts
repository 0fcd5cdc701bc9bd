import { describe, expect, it } from 'vitest'
import { textPreview } from './text-preview.ts'

describe('textPreview', () => {
  const lines = (count: number, line = 'line') => Array.from({ length: count }, () => line).join('\n')
  const cases = [
    { name: 'a short text', text: 'a\nb\n', shown: 'a\nb\n', isWhole: true, lines: 2 },
    { name: 'nothing', text: '', shown: '', isWhole: true, lines: 1 },
    { name: '200 lines', text: lines(200), shown: lines(200), isWhole: true, lines: 200 },
    { name: '200 lines, each ended', text: lines(200) + '\n', shown: lines(200) + '\n', isWhole: true, lines: 200 },
    { name: '201 lines', text: lines(201), shown: lines(200), isWhole: false, lines: 201 },
    {
      name: 'long lines',
      text: lines(3, 'x'.repeat(9_000)),
      shown: lines(2, 'x'.repeat(9_000)),
      isWhole: false,
      lines: 3,
    },
    { name: 'one long line', text: 'x'.repeat(20_001), shown: 'x'.repeat(20_000), isWhole: false, lines: 1 },
    { name: 'a cut pair', text: 'x'.repeat(19_999) + '🌉', shown: 'x'.repeat(19_999), isWhole: false, lines: 1 },
  ]
  it.each(cases)('T3 shows $name', ({ text, shown, isWhole, lines }) => {
    expect(textPreview(text)).toEqual({ text: shown, isWhole, lines })
  })

  it('T4 shows no byte order mark', () => {
    expect(textPreview('\uFEFFa,b').text).toBe('a,b')
    expect(textPreview('\uFEFFa\uFEFF').text).toBe('a\uFEFF')
  })
})
