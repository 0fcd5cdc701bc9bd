import { describe, expect, it } from 'vitest'
import { finished } from '../../anchoring/finished.ts'
import { articleText, textBlocks } from '../../domain/article-text.ts'
import { mergeRecords } from '../../domain/merge.ts'
import type { Reviewer } from '../../domain/reviewer.ts'
import { shownVersion } from '../../domain/version.ts'
import {
  anAnnotationSet,
  anArticle,
  aContent,
  anEvidence,
  aRevision,
  HARBOUR_STATEMENT,
  REVIEWER_ID,
} from '../../testing/builders.ts'
import { aForeignAnnotation, aForeignDocument } from '../../testing/foreign.ts'
import { findInconsistency } from '../set-consistency.ts'
import { toAnnotationSet } from '../annotation-set.ts'
import type { ForeignAnnotation, ForeignDocument } from '../foreign.ts'
import { adopt, type AdoptionTarget } from './adopt.ts'
import { articleOfText } from './article-of-text.ts'
import { labelsIn, probableMapping } from './label-mapping.ts'
import { placeInSteps } from './place-foreign.ts'
import { setAsDocument } from './set-as-document.ts'

const HARBOUR: AdoptionTarget = { article: anArticle(), revision: aRevision() }

function adopted(annotations: readonly Partial<ForeignAnnotation>[], target = HARBOUR) {
  return adoptedFrom(aForeignDocument({ annotations: annotations.map(aForeignAnnotation) }), target)
}

function adoptedFrom(document: ForeignDocument, target = HARBOUR, reviewers: readonly Reviewer[] = []) {
  const { content } = target.revision
  const to = { text: articleText(content), blocks: textBlocks(content), language: target.article.language }
  const mapping = probableMapping(labelsIn(document.annotations).keys())
  return adopt(finished(placeInSteps(document, to)), target, { mapping, reviewers })
}

describe('adopt', () => {
  it('X68 makes an annotation of what a person wrote elsewhere, word for word', () => {
    const written = {
      labels: ['Refuted', 'harbour'],
      tags: ['from the port'],
      claim: { text: 'It was closed for ten days.', claimant: 'The minister', date: '2026-11-19' },
      evidence: [anEvidence()],
    }
    const { records, leftOut } = adopted([written])
    expect(leftOut).toEqual([])
    expect(records.versions).toMatchObject([
      {
        at: '2026-11-23T16:40:51.000Z',
        content: {
          verdict: 'disputed',
          rationale: 'Port log shows 14 days',
          tags: ['from the port', 'harbour'],
          claim: written.claim,
          evidence: written.evidence,
          created: '2026-11-20T09:20:11.000Z',
          selector: { quote: { exact: HARBOUR_STATEMENT } },
        },
      },
    ])
    expect(findInconsistency(toAnnotationSet(records, { history: true }))).toBeUndefined()
  })

  it('X68 gives equal records for equal files, and a later state replaces an earlier one', () => {
    const first = adopted([{}]).records
    expect(adopted([{}]).records).toEqual(first)
    const later = adopted([{ labels: ['supported'], modified: '2026-11-24T08:00:00.000Z' }]).records
    for (const merged of [mergeRecords(first, later), mergeRecords(later, first)]) {
      expect(shownVersion(merged.versions)).toMatchObject({ content: { verdict: 'verified' } })
    }
    expect(mergeRecords(first, adopted([{}]).records)).toEqual(mergeRecords(first, first))
  })

  it('X68 takes times from the article where the file has none', () => {
    const { records } = adopted([{ created: '', modified: '' }])
    expect(records.versions).toMatchObject([{ at: HARBOUR.article.captured, dot: [expect.anything(), 1], seen: {} }])
  })

  it('X67 leaves out what says something else now, what is said twice, and what is broken', () => {
    const quote = { exact: 'Ferries carried 1,200 passengers a day', prefix: '', suffix: '. A second tube' }
    const { records, leftOut } = adopted([{ key: 'x', quote }, {}, {}, { key: 'y', created: 'yesterday' }])
    expect(records.versions).toHaveLength(1)
    expect(leftOut).toMatchObject([
      { kind: 'changed', change: { kind: 'fact-changed' } },
      { kind: 'skipped', reason: { kind: 'repeated' } },
      { kind: 'skipped', reason: { kind: 'malformed' } },
    ])
  })

  it('X70 keeps each author as a reviewer of their own, the same in every file', () => {
    const authors = [
      { id: 'acct:a@example.org', name: 'Ada' },
      { id: 'acct:b@example.org', name: 'Ben' },
    ]
    const { records } = adopted(authors.map((author, at) => ({ author, key: `k${at}` })))
    expect(records.reviewers.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
    expect(adopted([{ author: authors[1]! }]).records.reviewers).toEqual([records.reviewers[1]])
    const [nobody] = adopted([{ author: { id: '', name: '' } }]).records.reviewers
    expect(nobody).toMatchObject({ name: '' })
    const [forged] = adopted([{ author: { id: REVIEWER_ID, name: 'Not Okafor' } }]).records.reviewers
    expect(forged?.id).not.toBe(REVIEWER_ID)
  })
})

describe('probableMapping', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['Supported', 'verified'],
    ['TRUE', 'verified'],
    ['Refuted', 'disputed'],
    ['Conflicting Evidence/Cherrypicking', 'disputed'],
    ['Pants on Fire', 'disputed'],
    ['Not Enough Evidence', 'unverified'],
    ['NOT_ENOUGH_INFO', 'unverified'],
    ['unverified', 'unverified'],
    ['ORG', null],
    ['', null],
  ]
  it.each(cases)('X69 takes the label %j for %j', (label, verdict) => {
    expect(probableMapping([label]).get(label)).toBe(verdict)
  })

  it('X69 keeps what stands for no verdict as a tag, and is unverified without one', () => {
    const { records } = adopted([{ labels: ['ORG', 'false'] }, { key: 'b', labels: ['ORG'] }])
    expect(records.versions).toMatchObject([
      { content: { verdict: 'disputed', tags: ['ORG'] } },
      { content: { verdict: 'unverified', tags: ['ORG'] } },
    ])
  })

  it('X69 counts the labels of a file, the most frequent first', () => {
    const labels = [['a'], ['b', 'b'], ['b']].map(of => aForeignAnnotation({ labels: of }))
    expect([...labelsIn(labels)]).toEqual([
      ['b', 2],
      ['a', 1],
    ])
  })
})

describe('articleOfText', () => {
  const about = { language: 'en', captured: '2026-11-28T10:00:00.000Z' }

  it('X72 makes the same article of a text that came from here', () => {
    const text = articleText(aContent())
    expect(articleOfText({ ...aForeignDocument(), text }, about)?.article).toMatchObject({
      id: HARBOUR.article.id,
      title: HARBOUR.article.title,
    })
  })

  it('X72 makes a consistent article of any text, or none of one that says nothing', () => {
    for (const text of ['One line.', `${'long '.repeat(100)}\r\nSecond`, '\n\n a \n\n b']) {
      const target = articleOfText({ ...aForeignDocument(), text }, about)!
      const set = anAnnotationSet({ article: target.article, revisions: [target.revision], versions: [], sessions: [] })
      expect(findInconsistency(set)).toBeUndefined()
    }
    expect(articleOfText({ ...aForeignDocument(), text: ' \n ' }, about)).toBeNull()
  })
})

describe('setAsDocument', () => {
  it('X73 puts the annotations of a set into another article, signed by their reviewers', () => {
    const set = anAnnotationSet()
    const content = aContent('Harbour tunnel open again')
    const revision = aRevision({ content })
    const article = anArticle({ id: revision.hash, title: 'Harbour tunnel open again' })
    const { records, leftOut } = adoptedFrom(setAsDocument(set), { article, revision }, set.reviewers)
    expect(leftOut).toEqual([])
    expect(records.reviewers).toEqual(set.reviewers)
    expect(records.versions).toMatchObject([{ article: revision.hash, content: { verdict: 'disputed' } }])
    const original = set.versions.map(({ id }) => id)
    expect(original).not.toContain(records.versions[0]?.id)
  })
})
