import { describe, expect, it } from 'vitest'
import { articleText } from '../domain/article-text.ts'
import { readSuppliedArticles, suppliedArticle } from './supplied-articles.ts'

const ABOUT = '{ "language": "fa", "sourceUrl": "", "published": "", "captured": "2026-11-23T00:00:00.000Z" }'

describe('readSuppliedArticles', () => {
  it("L7 brings the user's own article first", async () => {
    const [first, ...others] = await readSuppliedArticles()
    expect(first?.article.title).toMatch(/^Iran seeks to negotiate/)
    expect(others.length).toBeGreaterThan(0)
  })

  it('L7 names each article by its text', async () => {
    for (const { article, revision } of await readSuppliedArticles()) {
      expect(article).toMatchObject({ id: revision.hash, origin: 'supplied' })
      expect(articleText(revision.content)).toContain(article.title)
    }
  })
})

describe('suppliedArticle', () => {
  it('L7 takes the language from the description', () => {
    expect(suppliedArticle('a.txt', 'پل مهتاب', ABOUT).article.language).toBe('fa')
  })

  it('L7 names a seed that is no article', () => {
    expect(() => suppliedArticle('bad.txt', '', ABOUT)).toThrow('bad.txt')
  })
})
