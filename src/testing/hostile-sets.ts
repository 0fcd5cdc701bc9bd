import fc from 'fast-check'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { EVIDENCE_KINDS, STANCES } from '../domain/annotation.ts'
import { articleText } from '../domain/article-text.ts'
import { VERDICTS } from '../domain/verdict.ts'
import { articleContents, hostileTexts, selectorsOf } from './arbitraries.ts'
import {
  aMarkVersion,
  anAnnotationSet,
  anAnnotationVersion,
  anArticle,
  anEvidence,
  aReviewer,
  aRevision,
  aSessionVersion,
  aUuid,
  DEVICE_ID,
} from './builders.ts'

/**
 * Sets with hostile words in every place that people fill, and statements that overlap. Made of parts that are drawn once:
 * a thousand of them take a fraction of a second.
 */
export function hostileSets(): fc.Arbitrary<AnnotationSet> {
  const [texts, contents] = [sample(hostileTexts(), 200), sample(articleContents(), 60)]
  const articles = contents.map(content => {
    const text = articleText(content)
    return { revision: aRevision({ content }), text, selectors: text === '' ? [] : sample(selectorsOf(text), 12) }
  })
  return fc
    .record({
      article: fc.constantFrom(...articles),
      words: fc.array(fc.constantFrom(...texts), { minLength: 12, maxLength: 12 }),
      address: fc.constantFrom(...ADDRESSES),
      statements: fc.array(fc.nat(11), { maxLength: 4 }),
      choice: fc.nat(5),
    })
    .map(({ article: { revision, text, selectors }, words, address, statements, choice }) => {
      const word = (index: number) => words[index % words.length]!
      const common = { article: revision.article, revision: revision.hash }
      const judged = selectors.length === 0 ? [] : statements
      return anAnnotationSet({
        article: anArticle({
          id: revision.article,
          title: text.split('\n')[0]!,
          author: word(0).slice(0, 100).toWellFormed(),
          publisher: word(1).slice(0, 100).toWellFormed(),
          sourceUrl: address,
          language: ['en', 'ar', 'he-IL'][choice % 3]!,
        }),
        revisions: [revision],
        versions: [
          ...judged.map((selector, index) =>
            anAnnotationVersion({
              ...common,
              id: aUuid(0xc000 + index),
              dot: [DEVICE_ID, index + 1],
              selector: selectors[selector]!,
              verdict: VERDICTS[(choice + index) % 3]!,
              rationale: word(index + 2),
              claim: {
                text: word(index + 3),
                claimant: word(index + 4),
                date: ['', '2026-11', '2026-99-99'][choice % 3]!,
              },
              tags: [word(index + 5) || 'tag'],
              evidence: [
                anEvidence({
                  question: word(index + 6),
                  title: word(index + 7),
                  publisher: word(index + 8),
                  excerpt: word(index + 9),
                  url: address,
                  archivedUrl: ADDRESSES[choice]!,
                  stance: STANCES[index % 3]!,
                  kind: EVIDENCE_KINDS[index % 2]!,
                }),
              ],
            }),
          ),
          ...judged
            .slice(0, 1)
            .map(selector => aMarkVersion({ ...common, dot: [DEVICE_ID, 50], selector: selectors[selector]! })),
        ],
        reviewers: [aReviewer({ name: word(10).slice(0, 50).toWellFormed() })],
        sessions: choice > 2 ? [aSessionVersion({ article: revision.article, dot: [DEVICE_ID, 60] })] : [],
      })
    })
}

const ADDRESSES = [
  '',
  'https://example.com/a?b=c&copy;=1#<>',
  'mailto:a@b.example',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  ' https://example.com/" onclick="alert(1)',
]

function sample<T>(arbitrary: fc.Arbitrary<T>, count: number): readonly T[] {
  return fc.sample(arbitrary, { numRuns: count, seed: 7 })
}
