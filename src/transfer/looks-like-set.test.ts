import { describe, expect, it } from 'vitest'
import { looksLikeSet } from './looks-like-set.ts'

describe('looksLikeSet', () => {
  it.each([
    [true, 'set.JSON', 'anything'],
    [true, 'set.jsonld', ''],
    [true, 'set', '{"@context": []}'],
    [true, 'set.txt', '\n {\n  "id": 1}'],
    [true, 'sets', '[{}]'],
    [false, 'article.rtf', '{\\rtf1 }'],
    [false, 'article.txt', 'A title {with} brackets'],
    [false, 'article.html', '<!doctype html>'],
  ])('T10 says %s of %s that begins with %j', async (isSet, name, start) => {
    expect(await looksLikeSet(new File([start], name))).toBe(isSet)
  })
})
