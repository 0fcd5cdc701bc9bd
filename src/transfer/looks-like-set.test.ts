import { describe, expect, it } from 'vitest'
import { looksLikeSet } from './looks-like-set.ts'

describe('looksLikeSet', () => {
  it.each([
    [true, 'set.JSON', 'anything'],
    [true, 'set.jsonld', ''],
    [true, 'set', '{"@context": []}'],
    [true, 'set.txt', '\n {\n  "id": 1}'],
    [true, 'sets', '[{}]'],
    [true, 'labels.jsonl', ''],
    [true, 'report.html', '<!doctype html><html><head><meta name="generator" content="Factmark">'],
    [false, 'article.rtf', '{\\rtf1 }'],
    [false, 'article.txt', 'A title {with} brackets'],
    [false, 'article.html', '<!doctype html>'],
  ])('T10 says %s of %s that begins with %j', async (isSet, name, start) => {
    expect(await looksLikeSet([new File([start], name)])).toBe(isSet)
  })

  it('T10 takes a text and its annotations for one import, and several articles for articles', async () => {
    const named = (...names: readonly string[]) => names.map(name => new File(['a'], name))
    expect(await looksLikeSet(named('a.txt', 'a.ann'))).toBe(true)
    expect(await looksLikeSet(named('a.txt', 'b.txt'))).toBe(false)
    expect(await looksLikeSet([])).toBe(false)
  })
})
