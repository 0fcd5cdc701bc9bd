import { describe, expect, it } from 'vitest'
import {
  anAnnotationVersion,
  ANNOTATION_ID,
  anEvidence,
  aMarkVersion,
  aUuid,
  aWithheldVersion,
  DEVICE_ID,
  OTHER_DEVICE_ID,
  theNextVersion,
} from '../testing/builders.ts'
import type { AnnotationVersion, Version } from './version.ts'
import { hiddenEvidence, isBlank, leavingVersions, withheldEvidence, type WithheldVersion } from './withheld.ts'

const LOG = anEvidence()
const CALL = anEvidence({ title: 'Call with the engineer' })
const HALF = anEvidence({ title: 'Call with' })

// What became of an annotation: each version has seen the one before.
const first = anAnnotationVersion({ evidence: [LOG] })
const typing = theNextVersion(first, { evidence: [LOG, HALF] })
const typed = theNextVersion([first, typing], { evidence: [LOG, CALL] })
const withdrawn = theNextVersion([first, typing, typed], { evidence: [LOG] })
const record = [first, typing, typed, withdrawn]
const withheld = aWithheldVersion({ since: withdrawn.dot, evidence: CALL })

describe('what leaves of an annotation with withheld evidence', () => {
  it('M62 is every version whose evidence stands in one that was written by who knew of it', () => {
    expect(left(record, [withheld])).toEqual({ leaves: [first, withdrawn], annotations: 0, earlier: 2 })
  })

  it('M62 is everything else of the article as it is', () => {
    const other = anAnnotationVersion({ id: aUuid(0xc002), evidence: [CALL] })
    const mark = aMarkVersion()
    expect(left([...record, other, mark], [withheld]).leaves).toEqual([other, mark, first, withdrawn])
    expect(left(record, []).leaves).toEqual(record)
  })

  it('M62 is the same once the evidence was deleted, and everything once it was released', () => {
    expect(left(record, [aWithheldVersion({ since: withdrawn.dot, kind: 'deleted' })]).leaves).toEqual([
      first,
      withdrawn,
    ])
    expect(left(record, [aWithheldVersion({ since: withdrawn.dot, kind: 'released' })]).leaves).toEqual(record)
  })

  it('M62 is nothing of what another device wrote that did not know of it and holds other evidence', () => {
    const aside = theNextVersion([first, typing, typed], { dot: [OTHER_DEVICE_ID, 1], evidence: [LOG, CALL] })
    const onward = theNextVersion([first, typing, typed, aside], { dot: [OTHER_DEVICE_ID, 2], evidence: [HALF] })
    expect(left([...record, aside], [withheld])).toEqual({ leaves: [first, withdrawn], annotations: 1, earlier: 2 })
    expect(left([...record, aside, onward], [withheld])).toEqual({
      leaves: [first, withdrawn],
      annotations: 1,
      earlier: 3,
    })
    const harmless = theNextVersion([first], { dot: [OTHER_DEVICE_ID, 1], rationale: 'Meanwhile' })
    expect(left([...record, harmless], [withheld])).toEqual({
      leaves: [first, withdrawn, harmless],
      annotations: 0,
      earlier: 2,
    })
  })

  it('M62 is no version that says, word for word, what is withheld, whoever wrote it', () => {
    const again = theNextVersion(record, { evidence: [LOG, CALL] })
    expect(left([...record, again], [withheld])).toEqual({ leaves: [], annotations: 1, earlier: 4 })
  })

  it('M62 is no earlier version that would be taken for what is said now', () => {
    expect(left([first, typing, typed], [withheld])).toEqual({ leaves: [], annotations: 1, earlier: 2 })
    const removed = theNextVersion(record, { kind: 'deleted' })
    expect(left([...record, removed], [withheld]).leaves).toEqual([first, withdrawn, removed])
  })

  it('M62 of several withheld ones is what all who wrote it knew of', () => {
    const later = theNextVersion(record, { evidence: [] })
    const both = [withheld, aWithheldVersion({ id: aUuid(0x51), since: later.dot, evidence: LOG })]
    expect(left([...record, later], both)).toEqual({ leaves: [later], annotations: 0, earlier: 4 })
  })

  it('M62 passes over evidence into which nothing was written', () => {
    const blank = anEvidence({
      question: '',
      url: '',
      title: '',
      publisher: '',
      excerpt: '',
      published: '',
      accessed: '',
    })
    expect(isBlank(blank)).toBe(true)
    expect(isBlank({ ...blank, accessed: '2026' })).toBe(false)
    const empty = theNextVersion(first, { evidence: [LOG, blank] })
    const gone = theNextVersion([first, empty], { evidence: [LOG] })
    const since = aWithheldVersion({ since: gone.dot, evidence: CALL })
    expect(left([first, empty, gone], [since]).leaves).toEqual([first, empty, gone])
  })
})

describe('what an annotation says', () => {
  it('M63 hides what is withheld and what may be an earlier form of it, not what stands beside it', () => {
    const content = anAnnotationVersion({ evidence: [LOG, CALL, HALF, anEvidence({ title: 'New' })] }).content
    const titles = (versions: readonly WithheldVersion[]) =>
      hiddenEvidence(content, record, versions).map(({ title }) => title)
    expect(titles([withheld])).toEqual([CALL.title, HALF.title])
    expect(titles([])).toEqual([])
    expect(titles([aWithheldVersion({ since: withdrawn.dot, kind: 'released' })])).toEqual([])
    expect(titles([aWithheldVersion({ since: withdrawn.dot, kind: 'deleted' })])).toEqual([CALL.title, HALF.title])
  })

  it('M63 is withheld in the order in which it was, and as often as it was written apart', () => {
    const second = aWithheldVersion({ id: aUuid(0x51), since: [DEVICE_ID, 9] })
    const edited = aWithheldVersion({
      since: withdrawn.dot,
      dot: [OTHER_DEVICE_ID, 1],
      seen: { [DEVICE_ID]: 5 },
      evidence: HALF,
    })
    expect(withheldEvidence([second, withheld, edited]).map(({ id }) => id)).toEqual([edited.id, second.id])
    const apart = aWithheldVersion({ since: withdrawn.dot, dot: [OTHER_DEVICE_ID, 1], evidence: HALF })
    expect(withheldEvidence([apart, withheld])).toHaveLength(2)
  })
})

function left(versions: readonly Version[], hidden: readonly WithheldVersion[]) {
  const { versions: found, ...counts } = leavingVersions(versions, hidden)
  const inOrder = (all: readonly Version[]) => versions.filter(version => all.includes(version))
  const rest = inOrder(found.filter(({ id }) => id !== ANNOTATION_ID))
  return {
    leaves: [...rest, ...inOrder(found.filter(({ id }) => id === ANNOTATION_ID))] as AnnotationVersion[],
    ...counts,
  }
}
