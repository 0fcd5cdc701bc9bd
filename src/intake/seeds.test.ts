import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { segmentText } from '../anchoring/segment-text.ts'
import { articleText, textBlocks } from '../domain/article-text.ts'
import { ArticleSchema } from '../domain/article.ts'
import { createArticle } from './create-article.ts'
import { detectLanguage } from './detect-language.ts'
import { parsePlainText } from './parse-plain-text.ts'
import { decodeTextFile } from './read-text-file.ts'

const SEEDS = [
  { name: '000_f0a1a3e0a714795d', language: 'en', points: 3, segments: 13 },
  { name: '001_lantern_bridge', language: 'en', points: 3, segments: 17 },
  { name: '002_moonlight_bridge', language: 'fa', points: 3, segments: 12 },
]

describe('seeds', () => {
  it.each(SEEDS)('I10 $name is an article of $segments segments', ({ name, language, points, segments }) => {
    const content = contentOf(name)
    const kinds = textBlocks(content).map(block => block.kind)
    expect(kinds.slice(0, points + 2)).toEqual(['heading', ...Array<string>(points).fill('list-item'), 'paragraph'])
    expect(segmentText(textBlocks(content), language)).toHaveLength(segments)
    expect(detectLanguage(articleText(content))).toBe(language)
  })

  it.each(SEEDS)('I10 $name has the same metadata on every device', ({ name, language }) => {
    const about = JSON.parse(seed(`${name}.json`).toString()) as Record<string, string>
    expect(about).toEqual({ language, sourceUrl: '', published: '', captured: '2026-11-23T00:00:00.000Z' })
    const source = { origin: 'supplied', ...about } as Parameters<typeof createArticle>[1]
    expect(() => v.parse(ArticleSchema, createArticle(contentOf(name), source).article)).not.toThrow()
  })

  it('I10 keeps the supplied article byte for byte', () => {
    const hash = createHash('sha256').update(seed('000_f0a1a3e0a714795d.txt')).digest('hex')
    expect(hash).toBe('be4cec0e6182630fb38218c34783d14a1b3212750c7e1aa9489d9b4714655057')
  })

  it('I10 has an article with all that makes offsets and sentences hard', () => {
    const text = seed('001_lantern_bridge.txt').toString()
    const hard = [
      /\d\.\d/,
      /Dr\. /,
      /[A-Z]\. [A-Z]\. /,
      /["“‘]/,
      /\p{Extended_Pictographic}\u200d/u,
      /m\u0304/,
      /\.\.\./,
      /…/,
    ]
    expect(hard.filter(pattern => !pattern.test(text))).toEqual([])
  })
})

function contentOf(name: string) {
  const decoded = decodeTextFile(seed(`${name}.txt`))
  const parsed = decoded.ok ? parsePlainText(decoded.value) : decoded
  if (!parsed.ok) throw new Error(parsed.problem.kind)
  return parsed.value
}

function seed(file: string): Buffer {
  return readFileSync(new URL(`../../seeds/${file}`, import.meta.url))
}
