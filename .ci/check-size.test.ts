import { describe, expect, it } from 'vitest'
import { BUDGET, LATER, sizeFaults } from './check-size.mjs'

const PARTS = LATER.map(name => `assets/${name}-1.js`)
const FIRST = ['./', 'assets/main-1.js', 'assets/main-1.css', 'assets/inter-1.woff2']

describe('the size of a build', () => {
  it('P5 is within its budget, fonts apart', () => {
    expect(faults(FIRST, PARTS, path => (path.endsWith('.woff2') ? 1e9 : 1000))).toEqual([])
  })

  it('P5 is told when the first load has more', () => {
    const size = (BUDGET.firstLoad * 1000) / 2
    expect(faults(FIRST, PARTS, path => (path.endsWith('.js') && path.includes('main') ? size * 2 : 10))).toEqual([
      `The first load has ${BUDGET.firstLoad} kB, more than ${BUDGET.firstLoad}.`,
    ])
  })

  it('P5 is told when a part that is loaded later is too large', () => {
    const large = (BUDGET.largestLater + 1) * 1000
    expect(faults(FIRST, PARTS, path => (path.includes('pdf.worker') ? large : 10))).toEqual([
      `assets/pdf.worker-1.js has ${BUDGET.largestLater + 1} kB, more than ${BUDGET.largestLater}.`,
    ])
  })

  it('P5 notices a part that slipped into the first load, as a file or into another one', () => {
    const [slipped = '', merged = '', ...others] = PARTS
    expect(faults([...FIRST, slipped], others, () => 10)).toEqual([
      'bin-page is in the first load. It belongs to what is loaded when it is asked for.',
      'library-page is no file of its own any more: it may be in the first load.',
    ])
    expect(merged).toContain('library-page')
  })
})

function faults(first: readonly string[], later: readonly string[], sizeOf: (path: string) => number) {
  const hashes = (paths: readonly string[]) => Object.fromEntries(paths.map(path => [path, 'hash']))
  return sizeFaults({ firstLoad: hashes(first), rest: hashes(later) }, sizeOf)
}
