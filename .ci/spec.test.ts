import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url)

/** The rules of the specification: a letter and a number in bold at the start of a list item. */
function rules(): readonly string[] {
  const specification = readFileSync(new URL('docs/spec.md', root), 'utf8')
  return [...specification.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(match => match[1]!)
}

/** The rules that the title of some test names. */
function tested(): ReadonlySet<string> {
  const named = new Set<string>()
  for (const folder of ['src', 'e2e', '.ci']) {
    for (const file of readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(test|spec)\.tsx?$/.test(file)) continue
      const source = readFileSync(new URL(`${folder}/${file}`, root), 'utf8')
      for (const match of source.matchAll(/['"`][^'"`\n]*?((?:\b[A-Z]\d+\b[ ,]*)+)/g)) {
        for (const rule of match[1]!.match(/[A-Z]\d+/g) ?? []) named.add(rule)
      }
    }
  }
  return named
}

describe('specification', () => {
  it('has rules, each once', () => {
    expect(rules().length).toBeGreaterThan(100)
    expect(rules()).toEqual([...new Set(rules())])
  })

  it('has a test for every rule', () => {
    const named = tested()
    expect(rules().filter(rule => !named.has(rule))).toEqual([])
  })
})
