import { describe, expect, it } from 'vitest'
import { annotationIn, aStore, everythingSettles, spanOf, statementsIn, type StoreTab } from '../testing/a-store.ts'
import {
  anAnnotationVersion,
  ANNOTATION_ID,
  aReviewer,
  aUuid,
  HARBOUR_STATEMENT,
  HARBOUR_TITLE,
  OTHER_DEVICE_ID,
  OTHER_REVIEWER_ID,
} from '../testing/builders.ts'
import { NO_EVIDENCE, nextUnreviewed } from './commands-slice.ts'

const FERRIES = 'Ferries carried 4,200 passengers a day.'
const MINISTER = 'The tunnel was closed for ten days, the minister said.'
const LAST = 4 // index of the last segment

describe('giving a verdict', () => {
  it('U1 tags the selected words exactly, and lets go of the selection', async () => {
    const tab = await aStore()
    tab.state().selectText(spanOf('carried 4,200 passengers'))
    const id = tab.state().tag('disputed')
    expect(statementsIn(tab)).toEqual([['disputed', 'carried 4,200 passengers']])
    expect(tab.state()).toMatchObject({ selected: id, selection: null })
    expect(tab.state().announcement).toEqual({ kind: 'tagged', verdict: 'disputed', at: 1, of: 5 })
  })

  it('P4 hands the change to the database before anything is shown of it, in the same event', async () => {
    const tab = await aStore()
    const order: string[] = []
    const { commit } = tab.storage
    tab.storage.commit = changes => {
      if (changes.versions) order.push('handed over')
      return commit(changes)
    }
    tab.store.subscribe(({ open }, before) => {
      if (open !== before.open) order.push('shown')
    })
    tab.state().tag('verified', spanOf(FERRIES))
    expect(order).toEqual(['handed over', 'shown'])
  })

  it('U1 tags the segments under the cursor as one statement', async () => {
    const tab = await aStore()
    tab.state().placeCursor({ anchor: 3, head: 2 })
    tab.state().tag('verified')
    expect(statementsIn(tab)).toEqual([['verified', `${MINISTER}\n${FERRIES}`]])
  })

  it('U1 tags the segment at the top of the view before the cursor was moved', async () => {
    const tab = await aStore()
    tab.state().scrolledTo(spanOf(FERRIES).from + 3)
    tab.state().tag('verified')
    expect(statementsIn(tab)).toEqual([['verified', FERRIES]])
  })

  it('U1 tags a given span whatever is selected', async () => {
    const tab = await aStore()
    tab.state().selectText(spanOf('Repairs'))
    tab.state().tag('unverified', spanOf('ten days'))
    expect(statementsIn(tab)).toEqual([['unverified', 'ten days']])
  })

  it('U2 changes the verdict of the annotation under the cursor, and keeps what was written', async () => {
    const tab = await aStore()
    tab.state().placeCursor({ anchor: 2, head: 2 })
    const id = tab.state().tag('verified')!
    tab.state().edit(id, { rationale: 'The log says so.' })
    expect(tab.state().tag('disputed')).toBe(id)
    expect(annotationIn(tab, id).content).toMatchObject({ verdict: 'disputed', rationale: 'The log says so.' })
  })

  it('U2 takes a selection of just these words for the annotation of these words', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('ten days'))
    expect(tab.state().tag('disputed', spanOf('ten days'))).toBe(id)
    expect(statementsIn(tab)).toEqual([['disputed', 'ten days']])
  })

  it('U2 takes a selection of other words for another statement, also within an annotation', async () => {
    const tab = await aStore()
    tab.state().placeCursor({ anchor: 2, head: 2 })
    tab.state().tag('verified')
    tab.state().tag('disputed', spanOf('ten days'))
    expect(statementsIn(tab)).toEqual([
      ['verified', MINISTER],
      ['disputed', 'ten days'],
    ])
  })

  it('U2 changes the annotation whose card is open, where it stands under the cursor', async () => {
    const tab = await aStore()
    tab.state().placeCursor({ anchor: 2, head: 2 })
    tab.state().tag('verified')
    const part = tab.state().tag('verified', spanOf('ten days'))
    expect(tab.state().tag('disputed')).toBe(part)
  })

  it.each([
    ['covers half of the segment', 'The tunnel was closed for ten', 1],
    ['covers less than half of it', 'The tunnel was closed', 2],
  ])('U2 without an open card an annotation is under the cursor when it %s', async (_case, words, annotations) => {
    const tab = await aStore()
    tab.state().tag('verified', spanOf(words))
    tab.state().select(null)
    tab.state().placeCursor({ anchor: 2, head: 2 })
    tab.state().tag('disputed')
    expect(statementsIn(tab)).toHaveLength(annotations)
  })

  it('U2 changes the annotation that covers most when several do', async () => {
    const tab = await aStore()
    tab.state().tag('verified', spanOf('The tunnel was closed for ten days'))
    const most = tab.state().tag('verified', spanOf('The tunnel was closed for ten days, the minister'))
    tab.state().select(null)
    tab.state().placeCursor({ anchor: 2, head: 2 })
    expect(tab.state().tag('disputed')).toBe(most)
  })

  it('U2 changes the annotation of just this segment rather than one of several segments', async () => {
    const tab = await aStore()
    tab.state().placeCursor({ anchor: 1, head: 3 })
    tab.state().tag('verified')
    const fits = tab.state().tag('verified', spanOf(MINISTER))
    tab.state().select(null)
    tab.state().placeCursor({ anchor: 2, head: 2 })
    expect(tab.state().tag('disputed')).toBe(fits)
  })

  it('U4 writes nothing for the verdict that is there already', async () => {
    const tab = await aStore()
    tab.state().tag('verified', spanOf(FERRIES))
    await tab.state().whenSettled()
    const written = tab.storage.committed.length
    tab.state().tag('verified', spanOf(FERRIES))
    await tab.state().whenSettled()
    expect(tab.storage.committed).toHaveLength(written)
  })

  it('U7 says when there is nothing to tag', async () => {
    const tab = await aStore({ article: null })
    expect(tab.state().tag('verified')).toBeNull()
    expect(tab.state().announcement).toEqual({ kind: 'nothing-here' })
  })

  it('U8 asks the browser once to keep the data, at the first annotation', async () => {
    const tab = await aStore()
    expect(tab.asked()).toBe(0)
    tab.state().tag('verified', spanOf(FERRIES))
    tab.state().tag('verified', spanOf('Repairs'))
    expect(tab.asked()).toBe(1)
  })
})

describe("another reviewer's annotations", () => {
  it('U3 stay as they are when their statement is tagged', async () => {
    const tab = await withTheirs()
    tab.state().placeCursor({ anchor: 2, head: 2 })
    tab.state().select(ANNOTATION_ID)
    const id = tab.state().tag('verified')
    expect(id).not.toBe(ANNOTATION_ID)
    expect(annotationIn(tab, ANNOTATION_ID).content.verdict).toBe('disputed')
    expect(annotationIn(tab, id!).content.verdict).toBe('verified')
  })

  it('U3 stay as they are when exactly their words are tagged', async () => {
    const tab = await withTheirs()
    expect(tab.state().tag('verified', spanOf(HARBOUR_STATEMENT))).not.toBe(ANNOTATION_ID)
    expect(annotationIn(tab, ANNOTATION_ID).content.verdict).toBe('disputed')
  })

  it('U3 cannot be edited, labelled, changed together, or deleted', async () => {
    const tab = await withTheirs()
    const before = annotationIn(tab, ANNOTATION_ID)
    tab.state().edit(ANNOTATION_ID, { rationale: 'Mine' })
    tab.state().tagAll([ANNOTATION_ID], 'verified')
    tab.state().labelAll([ANNOTATION_ID], 'mine')
    tab.state().remove([ANNOTATION_ID])
    tab.state().select(ANNOTATION_ID)
    tab.state().removeAtCursor()
    expect(annotationIn(tab, ANNOTATION_ID)).toBe(before)
    expect(tab.state().stacks).toEqual({})
  })

  it('U3 get no note of mine: I annotate the statement myself', async () => {
    const tab = await withTheirs()
    tab.state().addNote(spanOf(HARBOUR_STATEMENT))
    expect(statementsIn(tab)).toHaveLength(2)
    expect(tab.state().focusRequest).toEqual({ target: 'rationale', id: tab.state().selected })
  })
})

describe('notes and evidence', () => {
  it('U5 a note where nothing is annotated tags it unverified and asks for the rationale', async () => {
    const tab = await aStore()
    tab.state().addNote(spanOf(FERRIES))
    const [id] = tab.state().open!.annotations.keys()
    expect(statementsIn(tab)).toEqual([['unverified', FERRIES]])
    expect(tab.state()).toMatchObject({ selected: id, focusRequest: { target: 'rationale', id } })
  })

  it('U5 a note on my annotation writes nothing', async () => {
    const tab = await aStore()
    const id = tab.state().tag('disputed', spanOf(FERRIES))
    tab.state().addNote(spanOf(FERRIES))
    expect(statementsIn(tab)).toEqual([['disputed', FERRIES]])
    expect(tab.state().focusRequest).toEqual({ target: 'rationale', id })
  })

  it('U5 evidence where nothing is annotated comes with the tag, in one step', async () => {
    const tab = await aStore()
    tab.state().addEvidence(spanOf(FERRIES))
    const id = tab.state().selected!
    expect(annotationIn(tab, id).content).toMatchObject({ verdict: 'unverified', evidence: [NO_EVIDENCE] })
    tab.state().undo()
    expect(statementsIn(tab)).toEqual([])
  })

  it('U5 evidence on my annotation is added after the others', async () => {
    const tab = await aStore()
    const id = tab.state().tag('disputed', spanOf(FERRIES))!
    tab.state().edit(id, { evidence: [{ ...NO_EVIDENCE, title: 'Port log' }] })
    tab.state().addEvidence(spanOf(FERRIES))
    expect(annotationIn(tab, id).content.evidence.map(({ title }) => title)).toEqual(['Port log', ''])
    expect(tab.state().focusRequest).toEqual({ target: 'evidence', id })
  })

  it('U7 says when there is nothing to annotate', async () => {
    const tab = await aStore({ article: null })
    tab.state().addNote()
    expect(tab.state().announcement).toEqual({ kind: 'nothing-here' })
    tab.state().announce({ kind: 'deleted' })
    tab.state().addEvidence()
    expect(tab.state().announcement).toEqual({ kind: 'nothing-here' })
  })
})

describe('nothing to check', () => {
  it('U6 marks the segments under the cursor that are not marked yet', async () => {
    const tab = await aStore()
    tab.state().placeCursor({ anchor: 0, head: 0 })
    tab.state().toggleNothingToCheck()
    tab.state().placeCursor({ anchor: 0, head: 2 })
    tab.state().toggleNothingToCheck()
    expect(markedSegments(tab)).toEqual([0, 1, 2])
    expect(tab.state().announcement).toEqual({ kind: 'marked' })
  })

  it('U6 takes the marks away where all have one', async () => {
    const tab = await aStore()
    tab.state().placeCursor({ anchor: 0, head: 2 })
    tab.state().toggleNothingToCheck()
    tab.state().placeCursor({ anchor: 1, head: 2 })
    tab.state().toggleNothingToCheck()
    expect(markedSegments(tab)).toEqual([0])
    expect(tab.state().announcement).toEqual({ kind: 'unmarked' })
  })

  it('U6 takes away all marks of a segment that two tabs have marked', async () => {
    const tab = await aStore()
    tab.state().changeReviewer({ name: 'R. Okafor' })
    await tab.state().whenSettled()
    const other = await aStore({ device: tab.device })
    for (const { state } of [tab, other]) {
      state().placeCursor({ anchor: 1, head: 1 })
      state().toggleNothingToCheck()
    }
    await everythingSettles(tab, other)
    expect(markedSegments(tab)).toEqual([1, 1])
    tab.state().toggleNothingToCheck()
    expect(markedSegments(tab)).toEqual([])
  })
})

describe('changing many', () => {
  it('U4 gives several annotations a verdict in one transaction and one step', async () => {
    const tab = await aStore()
    const ids = ['Repairs', 'tunnel', 'Ferries'].map(words => tab.state().tag('verified', spanOf(words))!)
    await tab.state().whenSettled()
    const written = tab.storage.committed.length
    tab.state().tagAll(ids, 'disputed')
    await tab.state().whenSettled()
    expect(tab.storage.committed).toHaveLength(written + 1)
    expect(statementsIn(tab).map(([verdict]) => verdict)).toEqual(['disputed', 'disputed', 'disputed'])
    expect(tab.state().announcement).toEqual({ kind: 'changed', count: 3 })
    tab.state().undo()
    expect(statementsIn(tab).map(([verdict]) => verdict)).toEqual(['verified', 'verified', 'verified'])
  })

  it('U4 adds a tag only where it is missing', async () => {
    const tab = await aStore()
    const ids = ['Repairs', 'tunnel'].map(words => tab.state().tag('verified', spanOf(words))!)
    tab.state().edit(ids[0]!, { tags: ['health', 'transport'] })
    tab.state().labelAll(ids, 'transport')
    expect(ids.map(id => annotationIn(tab, id).content.tags)).toEqual([['health', 'transport'], ['transport']])
    expect(tab.state().announcement).toEqual({ kind: 'changed', count: 1 })
  })

  it('U4 writes nothing when an edit says what is there', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    const before = annotationIn(tab, id)
    tab.state().edit(id, { rationale: '', tags: [] })
    expect(annotationIn(tab, id)).toBe(before)
  })

  it('U7 deletes several, and forgets that they were chosen or open', async () => {
    const tab = await aStore()
    const ids = ['Repairs', 'tunnel', 'Ferries'].map(words => tab.state().tag('verified', spanOf(words))!)
    tab.state().chooseOnly(ids)
    tab.state().select(ids[0]!)
    tab.state().remove(ids.slice(0, 2))
    expect(statementsIn(tab)).toEqual([['verified', 'Ferries']])
    expect(tab.state()).toMatchObject({ selected: null, chosen: new Set([ids[2]]), announcement: { kind: 'deleted' } })
  })
})

describe('deleting one', () => {
  it('U7 deletes the annotation whose card is open', async () => {
    const tab = await aStore()
    tab.state().tag('verified', spanOf('Repairs'))
    tab.state().tag('verified', spanOf(HARBOUR_TITLE))
    tab.state().placeCursor({ anchor: LAST, head: LAST })
    tab.state().removeAtCursor()
    expect(statementsIn(tab)).toEqual([['verified', 'Repairs']])
  })

  it('U7 deletes the one under the cursor when the open card is gone', async () => {
    const tab = await aStore()
    tab.state().tag('verified', spanOf(FERRIES))
    tab.state().tag('disputed', spanOf(HARBOUR_TITLE))
    tab.state().undo()
    tab.state().placeCursor({ anchor: 3, head: 3 })
    tab.state().removeAtCursor()
    expect(statementsIn(tab)).toEqual([])
  })

  it('U7 says when there is nothing to delete', async () => {
    const tab = await aStore()
    tab.state().removeAtCursor()
    expect(tab.state().announcement).toEqual({ kind: 'nothing-here' })
  })
})

describe('the next unreviewed segment', () => {
  it.each([
    ['before the first move the first', null, [0], 1],
    ['the one after the cursor', 1, [0, 2], 3],
    ['never the one under the cursor first', 2, [], 3],
    ['from the start again after the last', LAST, [0], 1],
    ['the one under the cursor when it is the only one', 2, [0, 1, 3, 4], 2],
    ['none when all are reviewed', 0, [0, 1, 2, 3, 4], null],
  ] as const)('U9 is %s', async (_case, cursor, marked, expected) => {
    const tab = await aStore()
    for (const index of marked) {
      tab.state().placeCursor({ anchor: index, head: index })
      tab.state().toggleNothingToCheck()
    }
    tab.state().placeCursor(cursor === null ? null : { anchor: cursor, head: cursor })
    expect(nextUnreviewed(tab.state())).toBe(expected)
  })
})

async function withTheirs(): Promise<StoreTab> {
  const tab = await aStore({ article: null })
  await tab.device.openTab().commit({
    versions: [anAnnotationVersion({ reviewer: OTHER_REVIEWER_ID, dot: [OTHER_DEVICE_ID, 1], id: ANNOTATION_ID })],
    reviewers: [aReviewer({ id: OTHER_REVIEWER_ID, name: 'M. Aalto' }), aReviewer({ id: aUuid(0xa9) })],
  })
  await tab.state().openArticle(tab.state().settings.lastArticle ?? Object.keys(tab.state().shelf)[0]!)
  return tab
}

function markedSegments({ state }: StoreTab): readonly number[] {
  const { segments, marks } = state().open!
  return [...marks.values()]
    .flatMap(({ anchor }) => (anchor.kind === 'anchored' ? segments.findIndex(({ from }) => from === anchor.from) : []))
    .sort()
}
