import { describe, expect, it } from 'vitest'
import { framesOf } from './stack-frames.ts'

describe('the frames of an error', () => {
  it.each([
    [
      'Chromium',
      'Error: words of an article\n    at draw (https://desk.example/factmark/assets/main-1a2b.js:4:512)\n    at async https://desk.example/assets/page.js:1:2',
      ['at draw (/factmark/assets/main-1a2b.js:4:512)'],
    ],
    [
      'Firefox',
      'draw@https://desk.example/assets/main-1a2b.js:4:512\nwords of an article\n@https://desk.example/assets/main-1a2b.js:9:1',
      ['draw@/assets/main-1a2b.js:4:512', '@/assets/main-1a2b.js:9:1'],
    ],
  ])('V61 name functions and places as %s writes them, without host and message', (_browser, stack, frames) => {
    const error = new Error('words of an article')
    error.stack = stack
    expect(framesOf(error)).toEqual(expect.arrayContaining(frames))
    expect(framesOf(error).join()).not.toMatch(/desk\.example|words/)
  })

  it('V61 are eight at most, and none of what is no error', () => {
    const error = new Error('x')
    error.stack = Array.from({ length: 30 }, (_, line) => `    at f${line} (file.js:${line}:1)`).join('\n')
    expect(framesOf(error)).toHaveLength(8)
    expect(framesOf('text')).toEqual([])
    expect(framesOf(undefined)).toEqual([])
  })
})
