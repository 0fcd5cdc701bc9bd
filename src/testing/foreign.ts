import { NO_CLAIM } from '../domain/annotation.ts'
import type { ForeignAnnotation, ForeignDocument } from '../exchange/foreign.ts'

/** Another tool's annotation of the harbour article, by its words alone. */
export function aForeignAnnotation(overrides: Partial<ForeignAnnotation> = {}): ForeignAnnotation {
  return {
    key: 'a1',
    place: 'rows[0]',
    author: { id: 'acct:rokafor@example.org', name: 'rokafor' },
    quote: {
      exact: 'The tunnel was closed for ten days',
      prefix: '🚧 Repairs are over. ',
      suffix: ', the minister said.',
    },
    positions: [],
    labels: ['disputed'],
    tags: [],
    rationale: 'Port log shows 14 days',
    claim: NO_CLAIM,
    evidence: [],
    created: '2026-11-20T09:20:11.000Z',
    modified: '2026-11-23T16:40:51.000Z',
    ...overrides,
  }
}

/** A document that holds quotes only. */
export function aForeignDocument(overrides: Partial<ForeignDocument> = {}): ForeignDocument {
  return {
    text: null,
    title: '',
    sourceUrl: '',
    language: '',
    textHash: '',
    annotations: [aForeignAnnotation()],
    ...overrides,
  }
}
