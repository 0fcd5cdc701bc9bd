import { describe, expect, it } from 'vitest'
import { articleText, textHash } from '../domain/article-text.ts'
import { aContent, anAnnotationSet, aRevision, HARBOUR_ID, HARBOUR_PARAGRAPHS } from '../testing/builders.ts'
import { decodeAnnotationSet, encodeAnnotationSet } from './w3c-set.ts'

describe('an annotation set of a text that was edited', () => {
  it('A70 brings the edits, unchanged', () => {
    const content = aContent('The harbour tunnel', HARBOUR_PARAGRAPHS)
    const hash = textHash(articleText(content))
    const edits = [
      [0, 7, 11],
      [14, 22, 0],
    ] as const
    const edited = aRevision({ hash, article: HARBOUR_ID, content, parent: HARBOUR_ID, edits })
    const decoded = decodeAnnotationSet(encodeAnnotationSet(anAnnotationSet({ revisions: [aRevision(), edited] })))
    expect(decoded.ok && decoded.value.revisions.find(revision => revision.hash === hash)?.edits).toEqual(edits)
  })
})
