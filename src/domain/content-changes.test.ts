import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationContents } from '../testing/arbitraries.ts'
import { anAnnotationContent, anEvidence, aSelector } from '../testing/builders.ts'
import { contentChanges, saysTheSame, type ContentChange } from './content-changes.ts'

const before = anAnnotationContent()
const ledger = anEvidence({ title: 'Ledger' })

const CASES: readonly {
  readonly name: string
  readonly from?: Parameters<typeof anAnnotationContent>[0]
  readonly to: Parameters<typeof anAnnotationContent>[0]
  readonly changes: readonly ContentChange[]
}[] = [
  { name: 'nothing', to: {}, changes: [] },
  { name: 'when it was created', to: { created: '2020-01-01T00:00:00.000Z' }, changes: [] },
  {
    name: 'the verdict',
    to: { verdict: 'verified' },
    changes: [{ kind: 'verdict', before: 'disputed', after: 'verified' }],
  },
  {
    name: 'the rationale',
    to: { rationale: '' },
    changes: [{ kind: 'text', field: 'rationale', before: before.rationale, after: '' }],
  },
  {
    name: 'the claim',
    to: { claim: { text: 'Closed', claimant: 'Minister', date: '2026' } },
    changes: [
      { kind: 'text', field: 'claimText', before: '', after: 'Closed' },
      { kind: 'text', field: 'claimant', before: '', after: 'Minister' },
      { kind: 'text', field: 'claimDate', before: '', after: '2026' },
    ],
  },
  {
    name: 'the statement',
    to: { selector: aSelector('The tunnel') },
    changes: [{ kind: 'text', field: 'quote', before: before.selector.quote.exact, after: 'The tunnel' }],
  },
  { name: 'the revision', to: { revision: '0'.repeat(64) }, changes: [{ kind: 'place' }] },
  {
    name: 'tags',
    from: { tags: ['a', 'b', 'b'] },
    to: { tags: ['b', 'c'] },
    changes: [{ kind: 'tags', removed: ['a', 'b'], added: ['c'] }],
  },
  {
    name: 'the order of tags',
    from: { tags: ['a', 'b'] },
    to: { tags: ['b', 'a'] },
    changes: [{ kind: 'tags', removed: [], added: [] }],
  },
  {
    name: 'evidence that came',
    to: { evidence: [anEvidence(), ledger] },
    changes: [{ kind: 'evidence-added', number: 2, evidence: ledger }],
  },
  {
    name: 'the first of two pieces of evidence that went',
    from: { evidence: [ledger, anEvidence()] },
    to: { evidence: [anEvidence()] },
    changes: [{ kind: 'evidence-removed', number: 1, evidence: ledger }],
  },
  {
    name: 'the second of three pieces of evidence',
    from: { evidence: [anEvidence(), anEvidence({ stance: 'context' }), ledger] },
    to: { evidence: [anEvidence(), anEvidence({ stance: 'supports', title: '' }), ledger] },
    changes: [
      {
        kind: 'evidence-changed',
        number: 2,
        fields: [
          { field: 'title', before: 'Port log', after: '' },
          { field: 'stance', before: 'context', after: 'supports' },
        ],
      },
    ],
  },
]

describe('what differs between two contents', () => {
  for (const { name, from = {}, to, changes } of CASES) {
    it(`U52 is ${name}`, () => {
      expect(contentChanges(anAnnotationContent(from), anAnnotationContent(to))).toEqual(changes)
    })
  }

  it('U52 is nothing exactly when they say the same', () => {
    const pairs = annotationContents().chain(one =>
      fc.tuple(
        fc.constant(one),
        fc.oneof(
          annotationContents(),
          fc.constant(one),
          annotationContents().map(other => ({ ...one, tags: other.tags })),
        ),
      ),
    )
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        expect(contentChanges(one, other).length === 0).toBe(saysTheSame(one, other))
      }),
    )
  })

  it('U52 is told the other way round when they are exchanged', () => {
    fc.assert(
      fc.property(annotationContents(), annotationContents(), (one, other) => {
        const kinds = (changes: readonly ContentChange[]) => changes.map(({ kind }) => turnedRound(kind)).sort()
        const there = contentChanges(one, other)
          .map(({ kind }) => kind)
          .sort()
        expect(kinds(contentChanges(other, one))).toEqual(there)
      }),
    )
  })
})

function turnedRound(kind: ContentChange['kind']): ContentChange['kind'] {
  if (kind === 'evidence-added') return 'evidence-removed'
  return kind === 'evidence-removed' ? 'evidence-added' : kind
}
