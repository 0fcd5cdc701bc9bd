import { describe, expect, it } from 'vitest'
import type { RecordId } from '../domain/identifiers.ts'
import { versionHash, type AnnotationVersion } from '../domain/version.ts'
import { withheldEvidence } from '../domain/withheld.ts'
import { annotationIn, aStore, everythingSettles, spanOf, type StoreTab } from '../testing/a-store.ts'
import { anEvidence } from '../testing/builders.ts'
import { withheldOf } from './open-article.ts'
import { currentStacks, shownAnnotations } from './selectors.ts'

const INFORMANT = anEvidence({ title: 'Call with the engineer', excerpt: 'He asked not to be named.', url: '' })
const LOG = anEvidence()

describe('withholding evidence', () => {
  it('S101 takes it out of the annotation and into a record of its own, in one transaction', async () => {
    const { tab, id } = await withEvidence()
    const before = tab.storage.committed.length
    tab.state().withhold(id, 1)
    await tab.state().whenSettled()
    expect(tab.storage.committed.length - before).toBe(1)
    const [written] = tab.storage.committed.slice(-1)
    expect(written).toMatchObject({ withheld: [{ annotation: id, kind: 'content', content: INFORMANT }] })
    expect(written?.versions?.[0]).toMatchObject({ id, content: { evidence: [LOG] } })
    expect(said(tab, id)).toEqual({ evidence: [LOG], withheld: [INFORMANT] })
  })

  it('S101 of evidence into which nothing is written yet lets it be written in hiding from the first letter', async () => {
    const tab = await aStore()
    tab.state().addEvidence(spanOf('Repairs'))
    const id = tab.state().selected!
    tab.state().withhold(id, 0)
    tab.state().editWithheld(id, recordOf(tab, id), { title: INFORMANT.title })
    await tab.state().whenSettled()
    expect(said(tab, id).withheld).toMatchObject([{ title: INFORMANT.title }])
    expect(JSON.stringify(tab.device.versions())).not.toContain(INFORMANT.title)
  })

  it('S101 and releasing it puts it back, in one transaction', async () => {
    const { tab, id } = await withEvidence()
    tab.state().withhold(id, 0)
    await tab.state().whenSettled()
    const before = tab.storage.committed.length
    tab.state().release(id, recordOf(tab, id))
    await tab.state().whenSettled()
    expect(tab.storage.committed.length - before).toBe(1)
    expect(said(tab, id)).toEqual({ evidence: [LOG, INFORMANT], withheld: [] })
    expect(JSON.stringify(tab.device.withheld())).not.toContain(LOG.title)
  })

  it('S102 keeps no words that were taken back: of a record only the latest version stays', async () => {
    const { tab, id } = await withEvidence()
    tab.state().withhold(id, 1)
    tab.state().editWithheld(id, recordOf(tab, id), { excerpt: 'He rang twice.' })
    await tab.state().whenSettled()
    expect(tab.device.withheld()).toHaveLength(1)
    expect(JSON.stringify(tab.device.withheld())).not.toContain(INFORMANT.excerpt)
    tab.state().removeWithheld(id, recordOf(tab, id))
    await tab.state().whenSettled()
    expect(tab.device.withheld()).toMatchObject([{ kind: 'deleted' }])
    expect(JSON.stringify(tab.device.withheld())).not.toContain(INFORMANT.title)
  })

  it('S101 is done to the local reviewer’s annotations only, and to evidence that is there', async () => {
    const { tab, id } = await withEvidence()
    tab.state().withhold(id, 7)
    tab.state().withhold('nobody', 0)
    tab.state().release(id, 'nothing')
    tab.state().editWithheld(id, 'nothing', { title: 'x' })
    tab.state().removeWithheld(id, 'nothing')
    expect(said(tab, id)).toEqual({ evidence: [LOG, INFORMANT], withheld: [] })
    tab.state().withhold(id, 1)
    const record = recordOf(tab, id)
    tab.store.setState(({ settings }) => ({ settings: { ...settings, reviewer: 'somebody else' } }))
    tab.state().release(id, record)
    tab.state().editWithheld(id, record, { title: 'x' })
    tab.state().removeWithheld(id, record)
    expect(said(tab, id)).toEqual({ evidence: [LOG], withheld: [INFORMANT] })
  })

  it('S101 survives a reload, an edit, and the deletion of its annotation while that can be restored', async () => {
    const { tab, id } = await withEvidence()
    tab.state().withhold(id, 1)
    tab.state().edit(id, { rationale: 'Two sources' })
    tab.state().remove([id])
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device })
    await reloaded.state().openBin()
    await reloaded.state().restoreAnnotation(reloaded.state().bin![0]!)
    await everythingSettles(reloaded)
    await reloaded.state().reopen()
    expect(said(reloaded, id)).toEqual({ evidence: [LOG], withheld: [INFORMANT] })
  })

  it('S103 goes for good when its annotation is erased, and when its article is', async () => {
    const { tab, id } = await withEvidence()
    tab.state().withhold(id, 1)
    tab.state().remove([id])
    await tab.state().openBin()
    await tab.state().erase({ articles: [], annotations: [id] })
    expect(tab.device.withheld()).toEqual([])
    const other = await withEvidence()
    other.tab.state().withhold(other.id, 1)
    const { article } = other.tab.state().open!
    other.tab.state().closeArticle()
    other.tab.state().deleteArticle(article.id)
    await other.tab.state().erase({ articles: [article.id], annotations: [] })
    expect(other.tab.device.withheld()).toEqual([])
  })

  it('S104 reaches the other tabs', async () => {
    const { tab, id } = await withEvidence()
    const other = await aStore({ device: tab.device })
    tab.state().withhold(id, 1)
    await everythingSettles(tab, other)
    expect(said(other, id)).toEqual({ evidence: [LOG], withheld: [INFORMANT] })
    other.state().editWithheld(id, recordOf(other, id), { title: 'A call' })
    await everythingSettles(tab, other)
    expect(said(tab, id).withheld).toMatchObject([{ title: 'A call' }])
    other.state().release(id, recordOf(other, id))
    await everythingSettles(tab, other)
    expect(said(tab, id)).toMatchObject({ evidence: [LOG, { title: 'A call' }], withheld: [] })
  })

  it('S104 that was written in two tabs at once is kept as both wrote it', async () => {
    const { tab, id } = await withEvidence()
    const other = await aStore({ device: tab.device })
    tab.state().withhold(id, 1)
    await everythingSettles(tab, other)
    tab.state().editWithheld(id, recordOf(tab, id), { title: 'As one wrote' })
    other.state().editWithheld(id, recordOf(other, id), { title: 'As the other wrote' })
    await everythingSettles(tab, other)
    expect(said(tab, id).withheld).toHaveLength(2)
    expect(said(tab, id)).toEqual(said(other, id))
  })

  it('S101 is found by a search on this device', async () => {
    const { tab, id } = await withEvidence()
    tab.state().withhold(id, 1)
    tab.state().changeFilter({ words: 'engineer' })
    expect(shownAnnotations(tab.state()).map(one => one.id)).toEqual([id])
    tab.state().editWithheld(id, recordOf(tab, id), { title: 'A call' })
    expect(shownAnnotations(tab.state())).toEqual([])
  })

  it('S101 outlives that the article is described anew', async () => {
    const { tab, id } = await withEvidence()
    tab.state().withhold(id, 1)
    tab.state().showDescription({ ...tab.state().open!.article, language: 'de' })
    expect(said(tab, id).withheld).toEqual([INFORMANT])
  })

  it('S101 that could not be saved is saved later, the latest words last', async () => {
    const { tab, id } = await withEvidence()
    tab.storage.failNextCommit({ kind: 'disk-full' })
    tab.state().withhold(id, 1)
    tab.state().editWithheld(id, recordOf(tab, id), { title: 'A call' })
    await tab.state().retrySaving()
    await tab.state().whenSettled()
    const reloaded = await aStore({ device: tab.device })
    expect(said(reloaded, id)).toMatchObject({ evidence: [LOG], withheld: [{ title: 'A call' }] })
  })
})

describe('undo and redo', () => {
  it.each<[string, (tab: StoreTab, id: RecordId) => void]>([
    ['withholding', (tab, id) => tab.state().withhold(id, 0)],
    ['releasing', (tab, id) => tab.state().release(id, recordOf(tab, id))],
    ['an edit', (tab, id) => tab.state().editWithheld(id, recordOf(tab, id), { excerpt: 'Twice.' })],
    ['a deletion', (tab, id) => tab.state().removeWithheld(id, recordOf(tab, id))],
    ['the deletion of the annotation', (tab, id) => tab.state().remove([id])],
  ])('S106 take back and do again %s', async (_case, act) => {
    const { tab, id } = await withEvidence()
    tab.state().withhold(id, 1)
    const before = said(tab, id)
    act(tab, id)
    const after = said(tab, id)
    for (let round = 0; round < 2; round += 1) {
      tab.state().undo()
      expect(said(tab, id)).toEqual(before)
      tab.state().redo()
      expect(said(tab, id)).toEqual(after)
    }
    tab.state().undo()
    await tab.state().whenSettled()
    expect(said(await aStore({ device: tab.device }), id)).toEqual(before)
    expect(tab.state().notice).toBeNull()
  })

  it('S106 go through withholding, editing, releasing and withholding again, there and back', async () => {
    const { tab, id } = await withEvidence()
    const states = [said(tab, id)]
    const steps = [
      () => tab.state().withhold(id, 1),
      () => tab.state().editWithheld(id, recordOf(tab, id), { title: 'A call' }),
      () => tab.state().release(id, recordOf(tab, id)),
      () => tab.state().withhold(id, 1),
      () => tab.state().removeWithheld(id, recordOf(tab, id)),
    ]
    for (const step of steps) {
      step()
      states.push(said(tab, id))
    }
    for (const expected of states.slice(0, -1).toReversed()) {
      tab.state().undo()
      expect(said(tab, id)).toEqual(expected)
    }
    for (const expected of states.slice(1)) {
      tab.state().redo()
      expect(said(tab, id)).toEqual(expected)
    }
    expect(tab.state().notice).toBeNull()
  })

  it.each<[string, (tab: StoreTab, id: RecordId) => void]>([
    ['the annotation', (tab, id) => tab.state().edit(id, { rationale: 'From the other tab' })],
    ['the withheld evidence', (tab, id) => tab.state().editWithheld(id, recordOf(tab, id), { title: 'A call' })],
  ])('S107 leave alone, wholly, what was withheld when another tab has changed %s since', async (_case, change) => {
    const { tab, id } = await withEvidence()
    const other = await aStore({ device: tab.device })
    tab.state().withhold(id, 1)
    await everythingSettles(tab, other)
    change(other, id)
    await everythingSettles(tab, other)
    const before = said(tab, id)
    tab.state().undo()
    expect(said(tab, id)).toEqual(before)
    expect(tab.state().notice).toEqual({ kind: 'left-alone', records: [id] })
    expect(currentStacks(tab.state()).redo).toEqual([])
  })
})

describe('what would come out of hiding by the way', () => {
  it('S105 stays withheld when an earlier version is restored; what may be an earlier form comes back withheld', async () => {
    const { tab, id } = await withEvidence()
    tab.state().edit(id, { rationale: 'Later' })
    const old = versionsOf(tab, id)
    tab.state().withhold(id, 1)
    const whole = old.find(
      one =>
        one.kind === 'content' &&
        one.content.rationale === '' &&
        one.content.evidence[1]?.excerpt === INFORMANT.excerpt,
    )
    tab.state().restoreVersion(id, versionHash(whole!))
    expect(said(tab, id)).toEqual({ evidence: [LOG], withheld: [INFORMANT] })
    const half = old.find(one => one.kind === 'content' && one.content.evidence[1]?.excerpt === '')
    tab.state().restoreVersion(id, versionHash(half!))
    expect(said(tab, id)).toMatchObject({
      evidence: [LOG],
      withheld: [INFORMANT, { title: INFORMANT.title, excerpt: '' }],
    })
    tab.state().undo()
    expect(said(tab, id)).toEqual({ evidence: [LOG], withheld: [INFORMANT] })
  })

  it('S105 stays withheld when of two versions the one is kept that did not know of it', async () => {
    const { tab, id } = await withEvidence()
    const other = await aStore({ device: tab.device })
    tab.state().withhold(id, 1)
    other.state().edit(id, { rationale: 'Written meanwhile' })
    await everythingSettles(tab, other)
    expect(annotationIn(tab, id).conflict).toBe(true)
    const unknowing = versionsOf(tab, id).find(one => one.kind === 'content' && one.content.rationale !== '')
    tab.state().restoreVersion(id, versionHash(unknowing!))
    expect(annotationIn(tab, id).content.rationale).toBe('Written meanwhile')
    expect(said(tab, id)).toEqual({ evidence: [LOG], withheld: [INFORMANT] })
  })

  it('S105 comes back withheld with an annotation out of the bin, also after it was deleted', async () => {
    const { tab, id } = await withEvidence()
    const other = await aStore({ device: tab.device })
    tab.state().withhold(id, 1)
    tab.state().removeWithheld(id, recordOf(tab, id))
    other.state().edit(id, { rationale: 'Written meanwhile', verdict: 'disputed' })
    other.state().edit(id, { tags: ['a'] })
    await everythingSettles(tab, other)
    tab.state().remove([id])
    await tab.state().whenSettled()
    await tab.state().openBin()
    const [binned] = tab.state().bin!
    await tab.state().restoreAnnotation(binned!)
    await tab.state().reopen()
    const { evidence, withheld } = said(tab, id)
    expect(evidence).toEqual([LOG])
    expect(withheld).toEqual(binned!.last!.content.evidence.length === 2 ? [INFORMANT] : [])
  })

  it('S105 is not evidence that a person types, even where it once stood there', async () => {
    const { tab, id } = await withEvidence()
    tab.state().edit(id, { evidence: [INFORMANT] })
    tab.state().withhold(id, 0)
    tab.state().edit(id, { evidence: [LOG] })
    expect(said(tab, id)).toEqual({ evidence: [LOG], withheld: [INFORMANT] })
  })
})

/** An annotation with two pieces of evidence, typed one field after the other. */
async function withEvidence() {
  const tab = await aStore()
  const id = tab.state().tag('verified', spanOf('Repairs'))!
  tab.state().edit(id, { evidence: [LOG] })
  tab.state().edit(id, { evidence: [LOG, { ...INFORMANT, excerpt: '' }] })
  tab.state().edit(id, { evidence: [LOG, INFORMANT] })
  await tab.state().whenSettled()
  return { tab, id }
}

function recordOf({ state }: StoreTab, id: RecordId): RecordId {
  return withheldEvidence(withheldOf(state().open!, id)).at(-1)!.id
}

function versionsOf({ state }: StoreTab, id: RecordId): readonly AnnotationVersion[] {
  return (state().open!.versions.get(id) ?? []).filter(version => version.record === 'annotation')
}

/** The evidence that may leave, in any order, and that which may not. */
function said({ state }: StoreTab, id: RecordId) {
  const { annotations } = state().open!
  const byTitle = (a: { title: string }, b: { title: string }) => (a.title < b.title ? 1 : -1)
  return {
    evidence: [...(annotations.get(id)?.content.evidence ?? [])].sort(byTitle),
    withheld: withheldEvidence(withheldOf(state().open!, id)).map(({ content }) => content),
  }
}
