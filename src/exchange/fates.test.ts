import { describe, expect, it } from 'vitest'
import { NO_CLAIM } from '../domain/annotation.ts'
import { aMarkVersion, anAnnotationSet, anAnnotationVersion, anEvidence } from '../testing/builders.ts'
import { describeLoss } from '../wording/losses.ts'
import { lossesOf, PARTS, type Fates } from './fates.ts'

const ALL_LEFT_OUT: Fates = Object.fromEntries(PARTS.map(part => [part, 'left-out']))

describe('lossesOf', () => {
  it('X64 says nothing where a format keeps everything, or where there is nothing of what it cannot express', () => {
    expect(lossesOf(anAnnotationSet(), {})).toEqual([])
    const bare = anAnnotationVersion({ rationale: '', claim: NO_CLAIM, evidence: [], tags: [] })
    const losses = lossesOf(anAnnotationSet({ versions: [bare], sessions: [] }), ALL_LEFT_OUT)
    expect(losses.map(({ part }) => part)).toEqual(['reviewers', 'times', 'without-claim'])
  })

  it('X64 counts each part of the set', () => {
    const sources = [
      anEvidence(),
      anEvidence({ question: '', title: '', publisher: '', excerpt: '', published: '', accessed: '' }),
    ]
    const judged = anAnnotationVersion({
      rationale: 'Why',
      claim: { text: 'It was closed.', claimant: '', date: '' },
      evidence: sources,
      tags: ['a', 'b'],
    })
    const set = anAnnotationSet({ versions: [judged, aMarkVersion()] })
    const counts = Object.fromEntries(lossesOf(set, ALL_LEFT_OUT).map(({ part, count }) => [part, count]))
    expect(counts).toEqual({
      rationales: 1,
      claims: 1,
      evidence: 2,
      'evidence-details': 2,
      tags: 2,
      reviewers: 1,
      times: 1,
      marks: 1,
      sessions: set.sessions.length,
    })
  })

  it('X64 is told in one line a part', () => {
    expect(describeLoss({ part: 'rationales', fate: 'becomes-note', count: 3 })).toBe('3 rationales become notes')
    expect(describeLoss({ part: 'evidence', fate: 'left-out', count: 1 })).toBe('1 source is left out')
    expect(describeLoss({ part: 'tags', fate: 'for-reading', count: 1200 })).toBe(
      '1,200 tags can be read by people, but not read back',
    )
    for (const part of PARTS) expect(describeLoss({ part, fate: 'left-out', count: 1 })).toMatch(/^1 .* is left out$/)
  })
})
