import { vi } from 'vitest'

/**
 * How many UTF-16 units are given to the browser's segmenters while something is done, in all and at most at once. Both cost:
 * a step of one takes time in proportion to all that it was given.
 */
export function unitsCut(act: () => unknown): { readonly all: number; readonly atOnce: number } {
  const spy = vi.spyOn(Intl.Segmenter.prototype, 'segment')
  try {
    act()
    const lengths = spy.mock.calls.map(([text]) => text.length)
    return lengths.reduce((sum, length) => ({ all: sum.all + length, atOnce: Math.max(sum.atOnce, length) }), NOTHING)
  } finally {
    spy.mockRestore()
  }
}

const NOTHING = { all: 0, atOnce: 0 }
