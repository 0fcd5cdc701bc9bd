import { describe, expect, it } from 'vitest'
import type { ArticleRecords } from '../domain/merge.ts'
import { aContent, anArticle, aRevision, someRecords } from '../testing/builders.ts'
import { aForeignAnnotation, aForeignDocument } from '../testing/foreign.ts'
import { findBelongings } from './find-belongings.ts'

const other = aRevision({ content: aContent('Birds', ['Birds sing at night.']) })
const BIRDS = someRecords({
  article: anArticle({ id: other.hash, title: 'Birds', sourceUrl: 'https://birds.example/' }),
  revisions: [other],
})
const LIBRARY = [BIRDS, someRecords()]

function library(records: readonly ArticleRecords[]) {
  return {
    articles: [...records.map(({ article }) => article.id), 'unreadable'],
    read: (id: string) => Promise.resolve(records.find(({ article }) => article.id === id) ?? null),
  }
}
const found = (document: Parameters<typeof aForeignDocument>[0]) =>
  findBelongings([aForeignDocument(document)], library(LIBRARY), new AbortController().signal)

describe('findBelongings', () => {
  it('T12 names the articles that a file may be about, the likeliest first, and why', async () => {
    const article = someRecords().article.id
    expect(await found({})).toEqual([[{ article, belonging: { kind: 'similar', share: 1 } }]])
    expect(await found({ sourceUrl: 'https://birds.example' })).toEqual([
      [
        { article: other.hash, belonging: { kind: 'same-address' } },
        { article, belonging: { kind: 'similar', share: 1 } },
      ],
    ])
    const gone = aForeignAnnotation({ quote: { exact: 'never said', prefix: '', suffix: '' } })
    expect(await found({ annotations: [gone] })).toEqual([[]])
  })

  it('T12 stops when it is told to', async () => {
    const stopped = await findBelongings([aForeignDocument()], library(LIBRARY), AbortSignal.abort())
    expect(stopped).toEqual([[]])
  })
})
