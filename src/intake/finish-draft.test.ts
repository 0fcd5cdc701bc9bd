import { describe, expect, it } from 'vitest'
import type { ArticleContent, ContentNode } from '../domain/article-content.ts'
import { articleText, textHash } from '../domain/article-text.ts'
import { aContent } from '../testing/builders.ts'
import { finishDraft } from './finish-draft.ts'
import { MAX_TEXT_LENGTH } from './parse-plain-text.ts'
import type { FoundArticle } from './reader.ts'

const CAPTURED = '2026-11-23T00:00:00.000Z'

describe('finishDraft', () => {
  it.each<[why: string, content: ArticleContent, title: string, begins: string]>([
    ['puts the title above a text without it', aContent('Other', ['a']), 'Title', 'Title\nOther\na'],
    ['takes the heading that says the title already', aContent('A  title', ['a']), 'A title', 'A  title\na'],
    [
      'makes a heading of a paragraph that says it',
      doc(paragraph('Monday'), paragraph('Title'), paragraph('a')),
      'Title',
      'Monday\nTitle\na',
    ],
    [
      'makes a title of a short first paragraph where there is no heading',
      doc(paragraph('Title'), paragraph('a')),
      '',
      'Title\na',
    ],
    ['leaves a long first paragraph one', doc(paragraph('a'.repeat(151)), paragraph('b')), '', 'a'.repeat(151)],
  ])('I37 %s', (_, content, title, begins) => {
    const draft = finished({ content, about: { title } })
    expect(articleText(draft.content).startsWith(begins)).toBe(true)
    const heading = draft.content.content.find(node => node.type === 'heading')
    expect(heading?.attrs.level).toBe(begins.startsWith('aaa') ? undefined : 1)
    expect(draft.about.title).toBe(title || begins.split('\n')[0])
  })

  it('I37 names the original by its hash and by when it was read', () => {
    const { original } = finished({ original: 'Menu\nTitle\ud83d' })
    expect(original).toEqual({ text: 'Menu\nTitle\ufffd', hash: textHash('Menu\nTitle\ufffd'), captured: CAPTURED })
  })

  it.each([
    ['de-CH', 'de-CH'],
    ['en_gb', 'en-GB'],
    ['', 'en'],
    ['no language', 'en'],
    ['ar', 'en'],
  ])('I37 takes a text that declares %j for one in %s', (declared, language) => {
    expect(finished({ about: { language: declared } }).about.language).toBe(language)
  })

  it.each<[kind: string, found: Partial<FoundArticle>]>([
    ['empty', { content: doc(paragraph(' ')) }],
    ['too-long', { content: aContent('T', ['a'.repeat(MAX_TEXT_LENGTH)]) }],
    ['too-long', { original: 'a'.repeat(MAX_TEXT_LENGTH + 1) }],
    ['too-deep', { content: doc(nested(100)) }],
  ])('I37 refuses as %s what no article may be', (kind, found) => {
    expect(finish(found)).toMatchObject({ ok: false, problem: { kind } })
  })
})

function finish(found: Partial<FoundArticle>) {
  return finishDraft(
    { content: aContent(), about: {}, original: '', notes: [], ...found },
    { format: 'html', captured: CAPTURED },
  )
}

function finished(found: Partial<FoundArticle>) {
  const draft = finish(found)
  if (!draft.ok) throw new Error(draft.problem.kind)
  return draft.value
}

function doc(...content: readonly ContentNode[]): ArticleContent {
  return { type: 'doc', content }
}

function paragraph(text: string): ContentNode {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

function nested(depth: number): ContentNode {
  return depth === 0 ? paragraph('a') : { type: 'blockquote', content: [nested(depth - 1)] }
}
