import { describe, expect, it } from 'vitest'
import { readingsOf } from '../domain/shown-annotation.ts'
import { heads, versionHash, type AnnotationVersion } from '../domain/version.ts'
import { annotationIn, aStore, everythingSettles, spanOf, statementsIn, type StoreTab } from '../testing/a-store.ts'
import { anAnnotationVersion, aUuid, OTHER_REVIEWER_ID, someRecords, theNextVersion } from '../testing/builders.ts'
import { readingInHand } from './history-slice.ts'
import { annotationVersions } from './open-article.ts'
import { conflicting, currentStacks, removedHere } from './selectors.ts'

const FERRIES = spanOf('Ferries carried 4,200 passengers a day.')
const TUBE = spanOf('A second tube is planned.')

describe('restoring a version', () => {
  it('U55 writes a version that says what the old one said, keeps all others, and can be undone', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', FERRIES)!
    tab.state().edit(id, { rationale: 'First', tags: ['a'] })
    tab.state().edit(id, { verdict: 'disputed' })
    const [first, second] = versionsIn(tab, id)
    tab.state().restoreVersion(id, versionHash(first!))
    expect(annotationIn(tab, id).content).toMatchObject({ verdict: 'verified', rationale: '', tags: [] })
    expect(versionsIn(tab, id)).toHaveLength(4)
    expect(tab.state().announcement).toEqual({ kind: 'restored' })
    tab.state().undo()
    expect(annotationIn(tab, id).content).toMatchObject({ verdict: 'disputed', rationale: 'First' })
    tab.state().redo()
    tab.state().restoreVersion(id, versionHash(second!))
    expect(annotationIn(tab, id).content).toMatchObject({ verdict: 'verified', rationale: 'First' })
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device })
    expect(annotationIn(reloaded, id).content).toEqual(annotationIn(tab, id).content)
  })

  it('U55 writes nothing where the annotation says the same already', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', FERRIES)!
    tab.state().restoreVersion(id, versionHash(versionsIn(tab, id)[0]!))
    tab.state().restoreVersion(id, 'no such version')
    tab.state().restoreVersion(aUuid(0xdead), versionHash(versionsIn(tab, id)[0]!))
    expect(versionsIn(tab, id)).toHaveLength(1)
    expect(currentStacks(tab.state()).undo).toHaveLength(1)
  })

  it('U55 stores what is being typed first, so that it stays in the history', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', FERRIES)!
    tab.state().draft('rationale', () => tab.state().edit(id, { rationale: 'Half a sent' }))
    tab.state().restoreVersion(id, versionHash(versionsIn(tab, id)[0]!))
    expect(annotationIn(tab, id).content.rationale).toBe('')
    expect(JSON.stringify(versionsIn(tab, id))).toContain('Half a sent')
  })

  it('U55 brings a deleted annotation back, also after a reload, with all that it said', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', FERRIES)!
    tab.state().edit(id, { rationale: 'Counted' })
    const other = tab.state().tag('disputed', TUBE)!
    tab.state().remove([other, id])
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device })
    expect(removedHere(reloaded.state()).map(removed => removed.id)).toEqual([id, other])
    const { last } = removedHere(reloaded.state())[0]!
    reloaded.state().restoreVersion(id, versionHash(last!))
    expect(annotationIn(reloaded, id).content).toMatchObject({ verdict: 'verified', rationale: 'Counted' })
    expect(removedHere(reloaded.state()).map(removed => removed.id)).toEqual([other])
    reloaded.state().undo()
    expect(statementsIn(reloaded)).toEqual([])
    expect(removedHere(reloaded.state())).toHaveLength(2)
  })

  it("U55 leaves another reviewer's annotation alone", async () => {
    const tab = await aStore()
    const theirs = anAnnotationVersion({ reviewer: OTHER_REVIEWER_ID })
    const deleted = theNextVersion(theirs, { kind: 'deleted' })
    await tab.state().acceptImport(someRecords({ versions: [theirs, deleted] }), null)
    expect(removedHere(tab.state())).toHaveLength(1)
    tab.state().restoreVersion(theirs.id, versionHash(theirs))
    expect(statementsIn(tab)).toEqual([])
  })

  it('U55 does nothing without an open article, and closing one forgets whose history was shown', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', FERRIES)!
    const hash = versionHash(versionsIn(tab, id)[0]!)
    tab.state().showHistory(id)
    tab.state().closeArticle()
    tab.state().restoreVersion(id, hash)
    expect(tab.state()).toMatchObject({ history: null })
  })
})

describe('a conflict', () => {
  it('U54 goes on beside the other reading while one is edited, until one is kept', async () => {
    const { tab, other, id } = await aConflict()
    tab.state().edit(id, { rationale: 'Still mine' })
    tab.state().edit(id, { tags: ['mine'] })
    await everythingSettles(tab, other)
    expect(annotationIn(tab, id).conflict).toBe(true)
    expect(sayings(tab, id)).toEqual(['Still mine', 'Theirs'])
    expect(sayings(other, id)).toEqual(['Still mine', 'Theirs'])

    const theirs = versionSaying(tab, id, 'Theirs')
    tab.state().restoreVersion(id, versionHash(theirs))
    await everythingSettles(tab, other)
    expect(tab.state().announcement).toEqual({ kind: 'settled' })
    for (const one of [tab, other]) {
      expect(annotationIn(one, id)).toMatchObject({ conflict: false, content: { rationale: 'Theirs' } })
      expect(heads(versionsIn(one, id))).toHaveLength(1)
      expect(JSON.stringify(versionsIn(one, id))).toContain('Still mine')
    }
  })

  it('U54 keeps what this tab writes in its open card, whichever reading is shown elsewhere', async () => {
    const { tab, other, id } = await aConflict()
    for (const [one, words] of [
      [tab, 'Mine'],
      [other, 'Theirs'],
    ] as const) {
      expect(readingInHand(one.state(), id)?.content.rationale).toBe(words)
      one.state().edit(id, { rationale: `${words}, and more` })
      expect(readingInHand(one.state(), id)?.content.rationale).toBe(`${words}, and more`)
      one.state().edit(id, { tags: ['more'] })
    }
    await everythingSettles(tab, other)
    expect(sayings(tab, id)).toEqual(['Mine, and more', 'Theirs, and more'])
    expect(annotationIn(tab, id)).toEqual(annotationIn(other, id))
  })

  it('U54 is edited by a tab that wrote none of it in the reading that is shown', async () => {
    const { tab, other, id } = await aConflict()
    const third = await aStore({ device: tab.device })
    const shown = annotationIn(third, id).content.rationale
    third.state().edit(id, { verdict: 'unverified' })
    third.state().edit(id, { tags: ['third'] })
    await everythingSettles(tab, other, third)
    expect(sayings(tab, id)).toEqual(['Mine', 'Theirs'])
    expect(annotationIn(tab, id).content).toMatchObject({ rationale: shown, verdict: 'unverified', tags: ['third'] })
  })

  it('U54 is over as soon as the readings say the same', async () => {
    const { tab, other, id } = await aConflict()
    tab.state().edit(id, { rationale: 'Theirs' })
    await everythingSettles(tab, other)
    for (const one of [tab, other]) expect(annotationIn(one, id).conflict).toBe(false)
    tab.state().edit(id, { rationale: 'Both' })
    await everythingSettles(tab, other)
    for (const one of [tab, other]) {
      expect(annotationIn(one, id)).toMatchObject({ conflict: false, content: { rationale: 'Both' } })
      expect(heads(versionsIn(one, id))).toHaveLength(1)
    }
  })

  it('U54 can be ended by keeping a deletion, which is undone like another', async () => {
    const [tab, other] = await twoTabs()
    const id = tab.state().tag('verified', FERRIES)!
    await everythingSettles(tab, other)
    tab.state().draft('rationale', () => tab.state().edit(id, { rationale: 'Mine' }))
    other.state().remove([id])
    await everythingSettles(tab, other)
    const deletion = versionsIn(tab, id).find(({ kind }) => kind === 'deleted')!
    tab.state().restoreVersion(id, versionHash(deletion))
    await everythingSettles(tab, other)
    for (const one of [tab, other]) expect(statementsIn(one)).toEqual([])
    tab.state().undo()
    expect(annotationIn(tab, id)).toMatchObject({ conflict: false, content: { rationale: 'Mine' } })
  })

  it('U54 is changed by commands on many like by those on one, and by none of them settled', async () => {
    const { tab, other, id } = await aConflict()
    tab.state().tagAll([id], 'unverified')
    tab.state().labelAll([id], 'port')
    await everythingSettles(tab, other)
    expect(sayings(other, id)).toEqual(['Mine', 'Theirs'])
    expect(versionSaying(other, id, 'Mine').content).toMatchObject({ verdict: 'unverified', tags: ['port'] })
  })

  it('U54 is settled by an edit after a deletion of this tab', async () => {
    const [tab, other] = await twoTabs()
    const id = tab.state().tag('verified', FERRIES)!
    await everythingSettles(tab, other)
    other.state().draft('rationale', () => other.state().edit(id, { rationale: 'Theirs' }))
    tab.state().remove([id])
    await everythingSettles(tab, other)
    expect(annotationIn(tab, id).conflict).toBe(true)
    tab.state().edit(id, { tags: ['kept'] })
    await everythingSettles(tab, other)
    for (const one of [tab, other]) {
      expect(annotationIn(one, id)).toMatchObject({ conflict: false, content: { rationale: 'Theirs', tags: ['kept'] } })
    }
  })

  it('U56 is told when it arises, and listed while it lasts', async () => {
    const { tab, other, id } = await aConflict()
    expect(tab.state().announcement).toEqual({ kind: 'conflict', count: 1 })
    expect(conflicting(tab.state()).map(one => one.id)).toEqual([id])
    tab.state().announce({ kind: 'link-copied' })
    other.state().edit(id, { tags: ['more'] })
    await everythingSettles(tab, other)
    expect(tab.state().announcement).toEqual({ kind: 'link-copied' })
    tab.state().restoreVersion(id, versionHash(versionSaying(tab, id, 'Mine')))
    expect(conflicting(tab.state())).toEqual([])
  })
})

/** Two tabs that said different things of the same statement without knowing each other. */
async function aConflict() {
  const [tab, other] = await twoTabs()
  const id = tab.state().tag('verified', FERRIES)!
  await everythingSettles(tab, other)
  tab.state().edit(id, { rationale: 'Mine' })
  other.state().edit(id, { rationale: 'Theirs' })
  await everythingSettles(tab, other)
  return { tab, other, id }
}

async function twoTabs(): Promise<readonly [StoreTab, StoreTab]> {
  const tab = await aStore()
  tab.state().changeReviewer({ name: 'R. Okafor' })
  await tab.state().whenSettled()
  return [tab, await aStore({ device: tab.device })]
}

/** In the order in which they were written under this tab's and the other's names. */
function versionsIn({ state }: StoreTab, id: string): readonly AnnotationVersion[] {
  return [...annotationVersions(state().open!, id)].sort((a, b) => a.dot[1] - b.dot[1])
}

function sayings(tab: StoreTab, id: string): readonly string[] {
  return readingsOf(versionsIn(tab, id))
    .map(version => (version.kind === 'content' ? version.content.rationale : version.kind))
    .sort()
}

function versionSaying(tab: StoreTab, id: string, rationale: string) {
  const found = readingsOf(versionsIn(tab, id)).find(
    version => version.kind === 'content' && version.content.rationale === rationale,
  )
  if (found?.kind !== 'content') throw new Error(`No reading says "${rationale}".`)
  return found
}
