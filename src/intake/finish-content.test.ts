import { describe, expect, it } from 'vitest'
import type { ArticleContent, ContentNode } from '../domain/article-content.ts'
import { articleText } from '../domain/article-text.ts'
import { aContent, HARBOUR_TEXT } from '../testing/builders.ts'
import { finishContent } from './finish-content.ts'
import { MAX_TEXT_LENGTH } from './parse-plain-text.ts'

describe('finishContent', () => {
  it('I73 takes away blocks that say nothing and white space around blocks', () => {
    const finished = finishContent(aContent(' Harbour ', ['', ' open ', ' ']))
    expect(finished.ok && articleText(finished.value)).toBe('Harbour\nopen')
  })

  it('I73 leaves what needs nothing as it is', () => {
    const finished = finishContent(aContent())
    expect(finished.ok && articleText(finished.value)).toBe(HARBOUR_TEXT)
  })

  it.each<[kind: string, content: ArticleContent]>([
    ['empty', aContent(' ', [])],
    ['too-long', aContent('T', ['a'.repeat(MAX_TEXT_LENGTH)])],
    ['too-deep', { type: 'doc', content: [nested(100)] }],
  ])('I73 refuses as %s what no article may be', (kind, content) => {
    expect(finishContent(content)).toMatchObject({ ok: false, problem: { kind } })
  })
})

function nested(depth: number): ContentNode {
  if (depth === 0) return { type: 'paragraph', content: [{ type: 'text', text: 'a' }] }
  return { type: 'blockquote', content: [nested(depth - 1)] }
}
