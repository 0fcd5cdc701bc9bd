import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordId } from '../domain/identifiers.ts'
import { VERDICTS } from '../domain/verdict.ts'
import { versionHash } from '../domain/version.ts'
import { annotationIn, aStore, everythingSettles, spanOf, statementsIn, type StoreTab } from '../testing/a-store.ts'
import {
  aContent,
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  aUuid,
  HARBOUR_ID,
  OTHER_DEVICE_ID,
  OTHER_REVIEWER_ID,
  someRecords,
} from '../testing/builders.ts'
import { currentStacks } from './selectors.ts'

const WORDS = ['tunnel', 'Repairs', 'Ferries'] as const

describe('undo and redo', () => {
  it.each<[string, (tab: StoreTab, id: RecordId) => void]>([
    ['a tag', tab => void tab.state().tag('disputed', spanOf('Ferries'))],
    ['a verdict', (tab, id) => tab.state().edit(id, { verdict: 'disputed' })],
    ['an edit', (tab, id) => tab.state().edit(id, { rationale: 'The log says so.' })],
    ['a deletion', (tab, id) => tab.state().remove([id])],
    ['a change of several', (tab, id) => tab.state().tagAll([id, otherThan(tab, id)], 'unverified')],
    ['a deletion of several', (tab, id) => tab.state().remove([id, otherThan(tab, id)])],
    ['a mark', tab => tab.state().toggleNothingToCheck()],
    ['evidence', (tab, id) => (tab.state().select(id), tab.state().addEvidence(spanOf('Repairs')))],
  ])('U17 take back and do again %s', async (_case, act) => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    tab.state().tag('verified', spanOf('tunnel'))
    const before = shownIn(tab)
    act(tab, id)
    const after = shownIn(tab)
    expect(after).not.toEqual(before)
    tab.state().undo()
    expect(shownIn(tab)).toEqual(before)
    tab.state().redo()
    expect(shownIn(tab)).toEqual(after)
    tab.state().undo()
    expect(shownIn(tab)).toEqual(before)
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device })
    expect(shownIn(reloaded)).toEqual(before)
  })

  it('U17 name what they did', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    tab.state().edit(id, { rationale: 'Why' })
    tab.state().undo()
    expect(tab.state().announcement).toEqual({ kind: 'undone', label: 'rationale' })
    tab.state().redo()
    expect(tab.state().announcement).toEqual({ kind: 'redone', label: 'rationale' })
  })

  it('U17 go through several steps of one annotation, there and back', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    tab.state().edit(id, { verdict: 'disputed' })
    tab.state().edit(id, { verdict: 'unverified' })
    tab.state().remove([id])
    const states = [[], ['verified'], ['disputed'], ['unverified'], []]
    for (const expected of states.slice(0, -1).toReversed()) {
      tab.state().undo()
      expect(statementsIn(tab).map(([verdict]) => verdict)).toEqual(expected)
    }
    for (const expected of states.slice(1)) {
      tab.state().redo()
      expect(statementsIn(tab).map(([verdict]) => verdict)).toEqual(expected)
    }
    expect(tab.state().notice).toBeNull()
  })

  it('U17 are a list of states in which one steps back and forth, whatever is done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(actions(), { maxLength: 25 }), async steps => {
        const tab = await aStore()
        let past: unknown[] = []
        let future: unknown[] = []
        for (const step of steps) {
          const before = shownIn(tab)
          if (step === 'undo' || step === 'redo') {
            tab.state()[step]()
            const [from, to] = step === 'undo' ? [past, future] : [future, past]
            const expected = from.pop()
            if (expected !== undefined) to.push(before)
            expect(shownIn(tab)).toEqual(expected ?? before)
          } else {
            const depth = currentStacks(tab.state()).undo.length
            step(tab)
            if (currentStacks(tab.state()).undo.length > depth) [past, future] = [[...past, before], []]
          }
        }
        expect(tab.state().notice).toBeNull()
      }),
      { numRuns: 40 },
    )
  })

  it('U18 take back a creation by a version that deletes, which others get to know', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    tab.state().undo()
    expect(
      tab
        .state()
        .open!.versions.get(id)
        ?.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['content', 'deleted'])
    await tab.state().whenSettled()
    expect(tab.device.versions().filter(version => version.id === id)).toHaveLength(2)
  })

  it('U20 a new command clears what could be done again', async () => {
    const tab = await aStore()
    tab.state().tag('verified', spanOf('Repairs'))
    tab.state().undo()
    expect(currentStacks(tab.state()).redo).toHaveLength(1)
    tab.state().tag('disputed', spanOf('Ferries'))
    expect(currentStacks(tab.state()).redo).toEqual([])
    tab.state().redo()
    expect(statementsIn(tab)).toEqual([['disputed', 'Ferries']])
  })

  it('U20 do nothing, and say nothing, where there is no step', async () => {
    const tab = await aStore()
    tab.state().undo()
    tab.state().redo()
    expect(tab.state().announcement).toBeNull()
    tab.state().closeArticle()
    tab.state().undo()
    expect(tab.state().announcement).toBeNull()
  })

  it('U21 each article has steps of its own, which outlive leaving it', async () => {
    const content = aContent('Lantern festival', ['It begins on Friday.'])
    const revision = aRevision({ content })
    const lantern = { article: anArticle({ id: revision.hash, title: 'Lantern festival' }), revision }
    const tab = await aStore()
    tab.state().addArticle(lantern)
    tab.state().tag('verified', spanOf('Repairs'))
    await tab.state().openArticle(revision.hash)
    tab.state().tag('disputed', { from: 0, to: 7 })
    tab.state().undo()
    tab.state().undo()
    expect(statementsIn(tab)).toEqual([])
    await tab.state().openArticle(HARBOUR_ID)
    expect(statementsIn(tab)).toEqual([['verified', 'Repairs']])
    tab.state().undo()
    expect(statementsIn(tab)).toEqual([])
    tab.state().redo()
    expect(statementsIn(tab)).toEqual([['verified', 'Repairs']])
  })

  it('U21 steps survive that the article is read anew', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    tab.state().edit(id, { verdict: 'disputed' })
    tab.state().closeArticle()
    await tab.state().openArticle(HARBOUR_ID)
    tab.state().undo()
    tab.state().undo()
    expect(statementsIn(tab)).toEqual([])
    tab.state().redo()
    tab.state().redo()
    expect(statementsIn(tab)).toEqual([['disputed', 'Repairs']])
  })
})

describe('what others changed', () => {
  it('U19 is left alone and named, and the rest of a step on several is taken back', async () => {
    const [tab, other] = await twoTabs()
    const ids = WORDS.map(words => tab.state().tag('verified', spanOf(words))!)
    tab.state().tagAll(ids, 'disputed')
    await everythingSettles(tab, other)
    other.state().edit(ids[1]!, { rationale: 'From the other tab' })
    await everythingSettles(tab, other)
    tab.state().undo()
    expect(statementsIn(tab).map(([verdict]) => verdict)).toEqual(['verified', 'disputed', 'verified'])
    expect(tab.state().notice).toEqual({ kind: 'left-alone', records: [ids[1]] })
    tab.state().redo()
    expect(statementsIn(tab).map(([verdict]) => verdict)).toEqual(['disputed', 'disputed', 'disputed'])
    expect(annotationIn(tab, ids[1]!).content.rationale).toBe('From the other tab')
  })

  it('U19 is left alone when nothing remains to take back, and nothing is said to be undone', async () => {
    const [tab, other] = await twoTabs()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    await everythingSettles(tab, other)
    other.state().edit(id, { verdict: 'disputed' })
    await everythingSettles(tab, other)
    tab.state().announce({ kind: 'link-copied' })
    tab.state().undo()
    expect(statementsIn(tab)).toEqual([['disputed', 'Repairs']])
    expect(tab.state()).toMatchObject({ notice: { kind: 'left-alone', records: [id] } })
    expect(tab.state().announcement).toEqual({ kind: 'link-copied' })
    expect(currentStacks(tab.state())).toEqual({ undo: [], redo: [] })
  })

  it('U19 is left alone where it stands beside what I did', async () => {
    const [tab, other] = await twoTabs()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    await everythingSettles(tab, other)
    tab.state().edit(id, { verdict: 'disputed' })
    other.state().edit(id, { verdict: 'unverified' })
    await everythingSettles(tab, other)
    tab.state().undo()
    expect(tab.state().notice).toEqual({ kind: 'left-alone', records: [id] })
    expect(annotationIn(tab, id).conflict).toBe(true)
  })

  it('U22 is on no stack of mine', async () => {
    const [tab, other] = await twoTabs()
    other.state().tag('verified', spanOf('Repairs'))
    await everythingSettles(tab, other)
    expect(statementsIn(tab)).toHaveLength(1)
    expect(tab.state().stacks).toEqual({})
    tab.state().undo()
    expect(statementsIn(tab)).toHaveLength(1)
  })
})

describe('undoing an import', () => {
  it('U23 removes what it added, writes no deletion, and puts it back again', async () => {
    const tab = await aStore()
    tab.state().tag('verified', spanOf('Repairs'))
    await tab.state().acceptImport(theirs(), null)
    const all = tab.device.versions()
    expect(statementsIn(tab)).toHaveLength(3)
    tab.state().undo()
    await tab.state().whenSettled()
    expect(statementsIn(tab)).toEqual([['verified', 'Repairs']])
    expect(tab.device.versions().some(({ kind }) => kind === 'deleted')).toBe(false)
    expect(tab.device.versions().some(({ reviewer }) => reviewer === OTHER_REVIEWER_ID)).toBe(false)
    tab.state().redo()
    await tab.state().whenSettled()
    expect(statementsIn(tab)).toHaveLength(3)
    expect(tab.device.versions()).toEqual(all)
    tab.state().undo()
    expect(statementsIn(tab)).toHaveLength(1)
  })

  it('U23 leaves, and names, what was built upon since', async () => {
    const tab = await aStore()
    await tab.state().acceptImport(theirs(), OTHER_REVIEWER_ID)
    tab.state().edit(FIRST, { rationale: 'Mine now' })
    tab.state().undo()
    tab.state().undo()
    expect(statementsIn(tab)).toEqual([['disputed', 'Ferries']])
    expect(tab.state().notice).toEqual({ kind: 'left-alone', records: [FIRST] })
    expect(tab.state().open!.versions.get(FIRST)).toHaveLength(3)
  })

  it('U23 shows nothing twice when another tab has imported the same meanwhile', async () => {
    const [tab, other] = await twoTabs()
    await tab.state().acceptImport(theirs(), null)
    tab.state().undo()
    await everythingSettles(tab, other)
    await other.state().acceptImport(theirs(), null)
    await everythingSettles(tab, other)
    tab.state().redo()
    expect(annotationIn(tab, FIRST).conflict).toBe(false)
    expect(tab.state().open!.versions.get(FIRST)).toHaveLength(1)
  })

  it('U23 is not undone by a failed write that is tried again after the redo', async () => {
    const tab = await aStore()
    await tab.state().acceptImport(theirs(), null)
    tab.storage.failNextCommit({ kind: 'disk-full' })
    tab.state().undo()
    tab.state().redo()
    await tab.state().whenSettled()
    await tab.state().retrySaving()
    expect(tab.device.versions().filter(({ reviewer }) => reviewer === OTHER_REVIEWER_ID)).toHaveLength(2)
  })
})

const FIRST = aUuid(0xc0a)

/** Two annotations of another reviewer. */
function theirs() {
  const theirVersion = (count: number, words: string) =>
    anAnnotationVersion({
      id: aUuid(0xc09 + count),
      reviewer: OTHER_REVIEWER_ID,
      dot: [OTHER_DEVICE_ID, count],
      selector: {
        quote: { exact: words, prefix: '', suffix: '' },
        position: { start: spanOf(words).from, end: spanOf(words).to },
      },
    })
  return someRecords({
    versions: [theirVersion(1, 'Ferries'), theirVersion(2, 'tunnel')],
    reviewers: [aReviewer({ id: OTHER_REVIEWER_ID, name: 'M. Aalto' })],
  })
}

/** Two tabs of one browser in which the reviewer is known. */
async function twoTabs(): Promise<readonly [StoreTab, StoreTab]> {
  const tab = await aStore()
  tab.state().changeReviewer({ name: 'R. Okafor' })
  await tab.state().whenSettled()
  return [tab, await aStore({ device: tab.device })]
}

type Action = ((tab: StoreTab) => void) | 'undo' | 'redo'

function actions(): fc.Arbitrary<Action> {
  const words = fc.constantFrom(...WORDS)
  const verdict = fc.constantFrom(...VERDICTS)
  const all = (tab: StoreTab) => [...tab.state().open!.annotations.keys()]
  return fc.oneof(
    { arbitrary: fc.constant<Action>('undo'), weight: 6 },
    { arbitrary: fc.constant<Action>('redo'), weight: 4 },
    fc.tuple(words, verdict).map(
      ([exact, given]): Action =>
        tab =>
          void tab.state().tag(given, spanOf(exact)),
    ),
    verdict.map(
      (given): Action =>
        tab =>
          tab.state().tagAll(all(tab), given),
    ),
    fc.nat(2).map(
      (index): Action =>
        tab =>
          tab.state().remove(all(tab).slice(index)),
    ),
    fc.tuple(fc.nat(2), fc.nat(20)).map(([index, version]): Action => tab => {
      const { open, restoreVersion } = tab.state()
      const records = [...open!.versions.values()].filter(([first]) => first?.record === 'annotation')
      const record = records[index % Math.max(1, records.length)]
      if (record) restoreVersion(record[0]!.id, versionHash(record[version % record.length]!))
    }),
    fc.nat(4).map((index): Action => tab => {
      tab.state().placeCursor({ anchor: index, head: index })
      tab.state().toggleNothingToCheck()
    }),
  )
}

function otherThan(tab: StoreTab, id: RecordId): RecordId {
  return [...tab.state().open!.annotations.keys()].find(other => other !== id)!
}

/** What stands in the article, without who wrote it when. */
function shownIn({ state }: StoreTab): unknown {
  const { annotations, marks } = state().open!
  return {
    annotations: [...annotations.values()].map(({ id, content, conflict }) => ({ id, content, conflict })),
    marks: [...marks.keys()].sort(),
  }
}
