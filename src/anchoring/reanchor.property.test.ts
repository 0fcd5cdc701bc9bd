import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeState } from '../domain/change-state.ts'
import type { Span } from '../domain/selector.ts'
import { articleText, textBlocks } from '../domain/article-text.ts'
import { arbitraryContent } from '../testing/arbitrary-content.ts'
import { arbitraryEditedArticle, type EditedArticle } from '../testing/edited-article.ts'
import { arbitraryPatternArticle } from '../testing/pattern-articles.ts'
import { runs } from '../testing/effort.ts'
import { aParagraphText } from '../testing/revision-text.ts'
import { isGraphemeBoundary } from './grapheme.ts'
import { reanchor } from './reanchor.ts'
import { exactSpan } from './snap-span.ts'

const RUNS = runs(750)

// Tried every time, besides new ones; a seed that ever fails is added to them.
const KEPT_SEEDS = [1, 2026, 944661539, 992593212, 1789120627]

function holds<Values>(property: fc.IProperty<Values>, numRuns = RUNS): void {
  for (const seed of KEPT_SEEDS) fc.assert(property, { seed, numRuns: Math.ceil(numRuns / 10) })
  fc.assert(property, { numRuns })
}

describe('reanchor, for any edit script', () => {
  it('A39 never moves a statement about untouched words to another place', () => {
    holds(
      fc.property(arbitraryEditedArticle('with lookalikes'), article => {
        // Of equal sentences nobody can tell which is which once they change places.
        fc.pre(standsOnce(article, article.sentence))
        const [state] = reanchor({ ...article, spans: [article.span] })
        if (state && 'place' in state)
          expect(whatStandsAt(article, state.place)).toEqual(whatStandsAt(article, article.place))
      }),
    )
  })

  it('A78 attaches nothing to a sentence of the same pattern about another name', () => {
    holds(
      fc.property(arbitraryPatternArticle(), ({ from, to, statements, sentences }) => {
        fc.pre(to.text !== '')
        const states = reanchor({ from, to, spans: statements.map(({ span }) => span) })
        for (const [index, { name, pattern }] of statements.entries()) {
          const state = states[index]!
          if (!('place' in state)) continue
          const { place } = state
          const found = sentences.find(({ span }) => span.from <= place.from && place.to <= span.to)
          expect(found && { name: found.name, pattern: found.pattern }).toEqual({ name, pattern })
        }
      }),
    )
  })

  it('A39 finds untouched words that stand nowhere else', () => {
    holds(
      fc.property(arbitraryEditedArticle(), article => {
        fc.pre(isUnique(article))
        const [state] = reanchor({ ...article, spans: [article.span] })
        expect(state).toMatchObject({ place: article.place })
      }),
    )
  })

  it('A38 gives places inside the text that split no grapheme', () => {
    holds(
      fc.property(arbitraryEditedArticle(), fc.nat(), fc.nat(), (article, a, b) => {
        const { length } = article.from.text
        const span = exactSpan(article.from.text, { from: a % length, to: b % length })
        if (!span) return
        const [state] = reanchor({ ...article, spans: [span] })
        for (const { from, to } of placesOf(state!)) {
          expect([from >= 0, from < to, to <= article.to.text.length]).toEqual([true, true, true])
          expect([from, to].every(offset => isGraphemeBoundary(article.to.text, offset))).toBe(true)
        }
      }),
    )
  })

  it('A23 finds everything unchanged in the same text', () => {
    holds(
      fc.property(
        arbitraryContent(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('en', 'ar', 'ja', 'xx'),
        (content, a, b, language) => {
          const revision = { text: articleText(content), blocks: textBlocks(content), language }
          const { length } = revision.text
          const span = exactSpan(revision.text, { from: a % (length + 1), to: b % (length + 1) })
          if (!span || !hasWords(revision.text.slice(span.from, span.to))) return
          expect(reanchor({ from: revision, to: revision, spans: [span] })).toEqual([
            { kind: 'unchanged', place: span },
          ])
        },
      ),
    )
  })

  it('A41 gives each statement the same answer, whatever other statements are asked for and in what order', () => {
    holds(
      fc.property(
        arbitraryEditedArticle(),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
        (article, pairs) => {
          const { length } = article.from.text
          const spans = [
            article.span,
            ...pairs.flatMap(([a, b]) => exactSpan(article.from.text, { from: a % length, to: b % length }) ?? []),
          ]
          const together = reanchor({ ...article, spans })
          expect(reanchor({ ...article, spans: spans.toReversed() })).toEqual(together.toReversed())
          expect(spans.flatMap(span => reanchor({ ...article, spans: [span] }))).toEqual(together)
        },
      ),
      RUNS / 5,
    )
  })

  it('A24 takes nothing but typography for nothing but typography', () => {
    holds(
      fc.property(arbitraryEditedArticle(), ({ from, span }) => {
        const to = aParagraphText(from.text.normalize('NFD').replaceAll(' ', '\u00a0').replaceAll("'", '’'))
        const [state] = reanchor({ from, to, spans: [span] })
        expect(state?.kind).toMatch(/^(unchanged|typography)$/)
      }),
    )
  })
})

function whatStandsAt({ to }: EditedArticle, place: Span): readonly [Span, string] {
  return [place, to.text.slice(place.from, place.to)]
}

function placesOf(state: ChangeState): readonly Span[] {
  if (state.kind === 'ambiguous') return state.candidates
  return state.kind === 'orphaned' ? [] : [state.place]
}

/** Whether the statement is long enough to be known by its words, and they stand once on each side. */
function isUnique(article: EditedArticle): boolean {
  const words = article.from.text.slice(article.span.from, article.span.to)
  return words.length >= 40 && standsOnce(article, words)
}

function standsOnce({ from, to }: EditedArticle, words: string): boolean {
  return [from, to].every(({ text }) => text.indexOf(words) === text.lastIndexOf(words))
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}
