import { describe, expect, it } from 'vitest'
import type { LibraryMark } from '../domain/library-damage.ts'
import { aUuid } from '../testing/builders.ts'
import { createSentinel, type SentinelArea } from './sentinel.ts'

const KEY = 'factmark:library'

describe('the sentinel', () => {
  it('S36 is read by every tab, and gone when it is forgotten', () => {
    const items = new Map<string, string>()
    createSentinel(KEY, () => areaOver(items)).write(aMark())
    const other = createSentinel(KEY, () => areaOver(items))
    expect(other.read()).toEqual(aMark())
    other.forget()
    expect(other.read()).toBeNull()
    expect([...items.keys()]).toEqual([])
  })

  it('S36 never goes back to an earlier state of the same database', () => {
    const items = new Map<string, string>()
    const [mine, late] = [createSentinel(KEY, () => areaOver(items)), createSentinel(KEY, () => areaOver(items))]
    mine.write(aMark({ sequence: 9 }))
    late.write(aMark({ sequence: 8 }))
    expect(mine.read()?.sequence).toBe(9)
    late.write(aMark({ sequence: 10 }))
    expect(mine.read()?.sequence).toBe(10)
    late.write(aMark({ database: aUuid(2), sequence: 1 }))
    expect(mine.read()).toEqual(aMark({ database: aUuid(2), sequence: 1 }))
  })

  it('S36 that an earlier program wrote expects no original texts', () => {
    const { rows, ...mark } = aMark()
    const { originals: _, ...known } = rows
    const text = JSON.stringify({ ...mark, rows: known })
    expect(createSentinel(KEY, () => areaOver(new Map([[KEY, text]]))).read()).toEqual(aMark())
  })

  it.each([
    ['no JSON', '{'],
    ['not an object', 'null'],
    ['of another shape', JSON.stringify({ ...aMark(), sequence: 'nine' })],
    ['more than is known', JSON.stringify({ ...aMark(), more: 1 })],
  ])('S36 says nothing when it is %s', (_case, text) => {
    expect(createSentinel(KEY, () => areaOver(new Map([[KEY, text]]))).read()).toBeNull()
  })

  it.each<readonly [string, () => SentinelArea | undefined]>([
    ['is missing', () => undefined],
    ['is refused', () => refuse()],
    ['can be read only', () => ({ getItem: () => null, setItem: refuse, removeItem: refuse })],
  ])('S36 lasts as long as the tab where web storage %s', (_case, area) => {
    const sentinel = createSentinel(KEY, area)
    expect(sentinel.read()).toBeNull()
    sentinel.write(aMark())
    expect(sentinel.read()).toEqual(aMark())
    sentinel.forget()
    expect(sentinel.read()).toBeNull()
  })
})

function aMark(overrides: Partial<LibraryMark> = {}): LibraryMark {
  return {
    database: aUuid(1),
    sequence: 7,
    savedAt: '2026-11-20T12:00:00.000Z',
    articles: 2,
    annotations: 5,
    rows: { articles: 3, revisions: 3, versions: 20, originals: 0, withheld: 0 },
    removals: 1,
    ...overrides,
  }
}

function areaOver(items: Map<string, string>): SentinelArea {
  return {
    getItem: key => items.get(key) ?? null,
    setItem: (key, text) => void items.set(key, text),
    removeItem: key => void items.delete(key),
  }
}

function refuse(): never {
  throw new DOMException('No.', 'SecurityError')
}
