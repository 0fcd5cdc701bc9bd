import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ArticleSchema, MAX_NAME_LENGTH, RevisionSchema, UNKNOWN_DETAILS } from '../domain/article.ts'
import type { ArticleContent, ContentNode } from '../domain/article-content.ts'
import { aContent, HARBOUR_ID, HARBOUR_TITLE } from '../testing/builders.ts'
import { createArticle, type ArticleSource } from './create-article.ts'

const SOURCE: ArticleSource = {
  origin: 'pasted',
  sourceUrl: 'https://news.example.com/a',
  published: '2026-11',
  language: 'en',
  captured: '2026-11-23T00:00:00.000Z',
}

describe('createArticle', () => {
  it('I7 names article and first revision by the hash of the text', () => {
    const content = aContent()
    const { article, revision } = createArticle(content, SOURCE)
    expect(v.parse(ArticleSchema, article)).toEqual({
      ...SOURCE,
      ...UNKNOWN_DETAILS,
      id: HARBOUR_ID,
      edition: 1,
      title: HARBOUR_TITLE,
    })
    expect(v.parse(RevisionSchema, revision)).toEqual({ hash: HARBOUR_ID, article: HARBOUR_ID, parent: null, content })
  })

  it('I60 keeps author, publisher and last change, names in one line and of bearable length', () => {
    const long = `Ada\n Reyes ${'🚧'.repeat(MAX_NAME_LENGTH)}`
    const about = { ...SOURCE, author: long, publisher: ' The Ellory Post ', modified: '2026-11-20' }
    const article = v.parse(ArticleSchema, createArticle(aContent(), about).article)
    expect(article).toMatchObject({ publisher: 'The Ellory Post', modified: '2026-11-20' })
    expect(article.author).toMatch(/^Ada Reyes 🚧+\uFFFD?$/u)
    expect(article.author.isWellFormed()).toBe(true)
  })

  it.each<[why: string, blocks: readonly ContentNode[], title: string]>([
    ['the first heading', [paragraph('Lead'), heading('Title'), heading('Other')], 'Title'],
    ['in one line', [heading('A', 'B')], 'A B'],
    ['the first words where no heading has any', [heading(), paragraph(), paragraph('Lead'), paragraph('x')], 'Lead'],
    ['nothing where nothing is written', [paragraph()], ''],
  ])('I8 takes for the title %s', (_, blocks, title) => {
    const content: ArticleContent = { type: 'doc', content: blocks }
    expect(createArticle(content, SOURCE).article.title).toBe(title)
  })
})

function heading(...lines: readonly string[]): ContentNode {
  return { type: 'heading', attrs: { level: 2 }, content: inline(lines) }
}

function paragraph(...lines: readonly string[]): ContentNode {
  return { type: 'paragraph', content: inline(lines) }
}

function inline(lines: readonly string[]) {
  return lines.flatMap((text, index) => [
    ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
    { type: 'text', text } as const,
  ])
}
