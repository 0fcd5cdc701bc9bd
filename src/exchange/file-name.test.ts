import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../testing/arbitraries.ts'
import { exportFileName } from './file-name.ts'
import { runs } from '../testing/effort.ts'

const named = (title: string, reviewer = 'R. Okafor', date = '2026-11-23') =>
  exportFileName({ title, reviewer, date, extension: '.json' })

describe('exportFileName', () => {
  const cases = [
    { title: 'Harbour tunnel reopens', name: 'harbour-tunnel-reopens_r-okafor_2026-11-23.json' },
    { title: '  A/B\\C: "d"? <e>|*.exe ', name: 'a-b-c-d-e-exe_r-okafor_2026-11-23.json' },
    { title: 'إعادة فتح نفق الميناء', name: 'إعادة-فتح-نفق-الميناء_r-okafor_2026-11-23.json' },
    { title: '港のトンネル 🚧 再開', name: '港のトンネル-再開_r-okafor_2026-11-23.json' },
    { title: 'Cafe\u0301', name: 'café_r-okafor_2026-11-23.json' },
    { title: '../../etc/passwd', name: 'etc-passwd_r-okafor_2026-11-23.json' },
    { title: 'CON', name: 'con_r-okafor_2026-11-23.json' },
  ]
  for (const { title, name } of cases) {
    it(`X24 makes a name of ${JSON.stringify(title)}`, () => expect(named(title)).toBe(name))
  }

  it('X24 takes the day of a moment', () => {
    expect(named('A', 'B', '2026-11-23T16:40:51.000Z')).toBe('a_b_2026-11-23.json')
  })

  it('X25 has words for what has no letters', () => {
    expect(named('🚧!', '')).toBe('article_reviewer_2026-11-23.json')
  })

  it('X25 ends before a grapheme that does not fit', () => {
    const family = 'ก\u0e33\u0e49' // a consonant with its vowel and tone: nine bytes
    const [title] = named(family.repeat(40)).split('_')
    expect(title!.length % family.length).toBe(0)
    expect(new TextEncoder().encode(title).length).toBeGreaterThan(60)
  })

  it('X24 suits every file system whatever people wrote', () => {
    fc.assert(
      fc.property(hostileTexts(), hostileTexts(), (title, reviewer) => {
        const name = named(title.repeat(5), reviewer.repeat(5))
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*_[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*_2026-11-23\.json$/u)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(140)
        expect(name).not.toMatch(/-_/)
      }),
      { numRuns: runs(500) },
    )
  })
})
