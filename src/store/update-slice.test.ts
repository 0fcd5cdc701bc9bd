import { describe, expect, it } from 'vitest'
import { annotationIn, aStore, everythingSettles, spanOf, type StoreTab } from '../testing/a-store.ts'
import { fail } from '../domain/result.ts'
import { aContent, HARBOUR_ID, HARBOUR_TEXT } from '../testing/builders.ts'

const FERRIES = 'Ferries carried 4,200 passengers a day.'
const MINISTER = 'The tunnel was closed for ten days, the minister said.'
const FACT = 'The tunnel was closed for two days, the minister said.'

function aContentOf(text: string) {
  const [title, ...paragraphs] = text.split('\n')
  return aContent(title, paragraphs)
}

/** The harbour article with one of its sentences changed. */
function changed(from: string, to: string) {
  expect(HARBOUR_TEXT).toContain(from)
  return aContentOf(HARBOUR_TEXT.replace(from, to))
}

async function withTwo(): Promise<{ tab: StoreTab; minister: string; ferries: string }> {
  const tab = await aStore()
  const minister = tab.state().tag('verified', spanOf(MINISTER))!
  const ferries = tab.state().tag('disputed', spanOf(FERRIES))!
  await tab.state().whenSettled()
  return { tab, minister, ferries }
}

const kindsIn = (tab: StoreTab, ...ids: readonly string[]) => ids.map(id => annotationIn(tab, id).change?.kind)

describe('the next text of an article', () => {
  it('U65 is previewed with what becomes of every statement, and nothing is written', async () => {
    const { tab } = await withTwo()
    const written = tab.storage.committed.length
    const preview = await tab.state().previewUpdate(changed(MINISTER, FACT))
    expect(preview).toMatchObject({
      ok: true,
      value: { statements: [{ change: { kind: 'fact-changed' } }, { change: { kind: 'unchanged' } }] },
    })
    expect(tab.storage.committed).toHaveLength(written)
    expect(tab.state().open?.text).toBe(HARBOUR_TEXT)
  })

  it('U65 that is the same text is none', async () => {
    const { tab } = await withTwo()
    expect(await tab.state().previewUpdate(aContentOf(HARBOUR_TEXT))).toMatchObject({ problem: { kind: 'same-text' } })
    expect(await tab.state().acceptUpdate(aContentOf(HARBOUR_TEXT))).toEqual({ kind: 'same-text' })
  })

  it('U70 tells how far the search is, and can be stopped', async () => {
    const { tab } = await withTwo()
    const shares: number[] = []
    await tab.state().previewUpdate(changed(MINISTER, FACT), { onProgress: share => shares.push(share) })
    expect(shares.at(-1)).toBe(1)
    const stopped = await tab.state().previewUpdate(changed(MINISTER, FACT), { signal: AbortSignal.abort() })
    expect(stopped).toEqual({ ok: false, problem: { kind: 'cancelled' } })
  })

  it('U70 says so when statements could not be looked for, instead of calling them unchanged', async () => {
    const { tab } = await withTwo()
    const broken = await aStore({ device: tab.device, reanchor: () => Promise.resolve(fail('no worker')) })
    const preview = await broken.state().previewUpdate(changed(MINISTER, FACT))
    expect(preview).toEqual({ ok: false, problem: { kind: 'not-compared' } })
  })

  it('U71 is on its way until it is durable, and the status says so', async () => {
    const { tab } = await withTwo()
    const told: string[] = []
    tab.store.subscribe(({ saving }) => told.push(saving.kind))
    await tab.state().acceptUpdate(changed(MINISTER, FACT))
    await tab.state().whenSettled()
    expect(told[0]).toBe('saving')
    expect(told.at(-1)).toBe('saved')
    tab.storage.failCommits({ kind: 'disk-full' })
    expect(await tab.state().acceptUpdate(changed(FERRIES, 'No ferry came.'))).toMatchObject({ kind: 'storage' })
    expect(tab.state().open?.text).not.toContain('No ferry came.')
  })

  it('U66 is stored beside the one before and opened, in one transaction; no version is written', async () => {
    const { tab, minister, ferries } = await withTwo()
    const written = tab.storage.committed.length
    expect(await tab.state().acceptUpdate(changed(MINISTER, FACT))).toBeNull()
    const [update] = tab.storage.committed.slice(written)
    expect(Object.keys(update!).sort()).toEqual(['revisions', 'shelf', 'tallies'])
    expect(update!.revisions).toMatchObject([{ article: HARBOUR_ID, parent: HARBOUR_ID }])
    expect(tab.state().open?.text).toContain(FACT)
    expect(kindsIn(tab, minister, ferries)).toEqual(['fact-changed', 'unchanged'])
    const reloaded = await aStore({ device: tab.device })
    expect(kindsIn(reloaded, minister, ferries)).toEqual(['fact-changed', 'unchanged'])
  })

  it('U66 lists a statement that is gone, and loses none', async () => {
    const { tab, minister } = await withTwo()
    await tab.state().acceptUpdate(changed(MINISTER, 'Nobody came to the harbour.'))
    expect(annotationIn(tab, minister)).toMatchObject({ change: { kind: 'orphaned' }, anchor: { kind: 'orphan' } })
  })

  it('U66 shows the earlier text again as it was, with all statements in their places', async () => {
    const { tab, minister, ferries } = await withTwo()
    await tab.state().acceptUpdate(changed(MINISTER, FACT))
    expect(await tab.state().showRevision(HARBOUR_ID)).toBeNull()
    expect(tab.state().open?.text).toBe(HARBOUR_TEXT)
    expect(kindsIn(tab, minister, ferries)).toEqual([undefined, undefined])
    expect(annotationIn(tab, minister).anchor).toMatchObject(spanOf(MINISTER))
  })

  it('U67 a verdict is stale until its reviewer says that it holds, or gives another one; both can be undone', async () => {
    const { tab, minister, ferries } = await withTwo()
    await tab.state().acceptUpdate(changed(MINISTER, FACT))
    expect(tab.state().tallies[HARBOUR_ID]).toMatchObject({ stale: 1 })
    tab.state().confirm([minister, ferries])
    expect(tab.state().tallies[HARBOUR_ID]).toMatchObject({ stale: 0 })
    expect(kindsIn(tab, minister, ferries)).toEqual([undefined, undefined])
    expect(annotationIn(tab, minister).content).toMatchObject({
      verdict: 'verified',
      selector: { quote: { exact: FACT } },
    })
    tab.state().undo()
    expect(kindsIn(tab, minister, ferries)).toEqual(['fact-changed', 'unchanged'])
    tab.state().edit(minister, { verdict: 'disputed' })
    expect(annotationIn(tab, minister)).toMatchObject({ change: null, content: { verdict: 'disputed' } })
    tab.state().edit(ferries, { rationale: 'Seen in the ledger.' })
    expect(kindsIn(tab, ferries)).toEqual(['unchanged'])
  })

  it('U67 a statement that has no place can be given one by hand', async () => {
    const { tab, minister } = await withTwo()
    const text = HARBOUR_TEXT.replace(MINISTER, 'Nobody came to the harbour.')
    await tab.state().acceptUpdate(aContentOf(text))
    const span = spanOf('Nobody came', text)
    tab.state().attach(minister, span)
    expect(annotationIn(tab, minister)).toMatchObject({ change: null, anchor: { kind: 'anchored', ...span } })
  })

  it('U68 a mark of "nothing to check" stays where no word has changed, and nowhere else', async () => {
    const tab = await aStore()
    for (const segment of [3, 4]) {
      tab.state().placeCursor({ anchor: segment, head: segment })
      tab.state().toggleNothingToCheck()
    }
    const words = tab.state().open!.segments.map(({ from, to }) => HARBOUR_TEXT.slice(from, to))
    await tab
      .state()
      .acceptUpdate(changed(words[3]!, words[3]!.replace(/\w+ (\w+)$/, 'entirely $1').replace('.', ' then.')))
    expect([...tab.state().open!.marks.values()].map(({ anchor }) => anchor.kind).sort()).toEqual([
      'anchored',
      'orphan',
    ])
  })

  it('U66 is opened in every tab that shows the article', async () => {
    const { tab, minister } = await withTwo()
    const other = await aStore({ device: tab.device })
    await tab.state().acceptUpdate(changed(MINISTER, FACT))
    await everythingSettles(tab, other)
    expect(other.state().open?.text).toContain(FACT)
    expect(kindsIn(other, minister)).toEqual(['fact-changed'])
  })
})
