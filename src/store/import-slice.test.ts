import { describe, expect, it } from 'vitest'
import { articleText } from '../domain/article-text.ts'
import { derivedUuid } from '../domain/derived-uuid.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import type { AnnotationVersion } from '../domain/version.ts'
import { annotationIn, aStore, spanOf, statementsIn, type StoreTab } from '../testing/a-store.ts'
import {
  aContent,
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  aSelector,
  aUuid,
  HARBOUR_ID,
  OTHER_DEVICE_ID,
  OTHER_REVIEWER_ID,
  REVIEWER_ID,
  someRecords,
  theNextVersion,
} from '../testing/builders.ts'
import type { ImportPreview } from './review-state.ts'

const DEVICE = aUuid(0xdd)
const THEM = aReviewer({ id: OTHER_REVIEWER_ID, name: 'M. Lind' })

describe('the preview', () => {
  it('U41 counts what an import would do to a library that has none of it', async () => {
    const tab = await aStore({ supplied: [], article: null })
    expect(await previewed(tab, someRecords())).toMatchObject({
      article: HARBOUR_ID,
      isNewArticle: true,
      ...{ added: 1, changed: 0, removed: 0, unchanged: 0, conflicting: 0, sessions: 1 },
      reviewers: [{ id: REVIEWER_ID, name: 'R. Okafor', annotations: 1 }],
    })
  })

  it('U41 tells new, changed, removed, unchanged and newly conflicting annotations apart', async () => {
    const here = ['new', 'changed', 'removed', 'unchanged', 'conflicting', 'settled', 'disputed', 'only here'] as const
    const first = Object.fromEntries(here.map((name, index) => [name, aVersion(index + 1)]))
    const mine = theNextVersion(first.conflicting!, { dot: [aUuid(0xde), 1], rationale: 'Mine' })
    const beside = theNextVersion(first.settled!, { dot: [aUuid(0xde), 2], rationale: 'Beside' })
    const theirs = theNextVersion(first.settled!, { dot: [DEVICE, 101], rationale: 'Theirs' })
    const disputed = [1, 2].map(count =>
      theNextVersion(first.disputed!, { dot: [aUuid(0xdf), count], rationale: `${count}` }),
    )
    const tab = await libraryWith(
      ...here.flatMap(name => (name === 'new' ? [] : [first[name]!])),
      ...[mine, beside, theirs, ...disputed],
    )
    const preview = await previewed(
      tab,
      setOf(
        first.new!,
        first.changed!,
        theNextVersion(first.changed!, { dot: [DEVICE, 102], verdict: 'verified' }),
        first.removed!,
        theNextVersion(first.removed!, { dot: [DEVICE, 103], kind: 'deleted' }),
        first.unchanged!,
        first.conflicting!,
        theNextVersion(first.conflicting!, { dot: [DEVICE, 104], rationale: 'Theirs' }),
        first.settled!,
        first.disputed!,
        theNextVersion([first.settled!, beside, theirs], { dot: [DEVICE, 105], rationale: 'Settled' }),
      ),
    )
    expect(preview).toMatchObject({ isNewArticle: false, added: 1, removed: 1, conflicting: 1 })
    // The conflicting one shows one of two equals; which one is decided by their hashes.
    expect(preview.changed + preview.unchanged).toBe(5)
    expect(preview.newVersions).toHaveLength(5)
  })

  it('U41 says that nothing changes where all of it is here', async () => {
    const tab = await aStore()
    await tab.state().acceptImport(someRecords(), null)
    expect(await previewed(tab, someRecords())).toMatchObject({
      ...{ added: 0, changed: 0, removed: 0, unchanged: 1, conflicting: 0, newVersions: [] },
    })
  })

  it('U41 writes nothing, and does not name the local reviewer among the others', async () => {
    const tab = await aStore()
    tab.state().changeReviewer({ name: 'Me' })
    await tab.state().whenSettled()
    const written = tab.storage.committed.length
    const me = tab.state().ensureReviewer()
    const preview = await previewed(tab, someRecords({ reviewers: [me, aReviewer()] }))
    expect(preview.reviewers.map(({ id }) => id)).toEqual([REVIEWER_ID])
    expect(tab.storage.committed).toHaveLength(written)
    expect(statementsIn(tab)).toEqual([])
  })

  it('U41 counts what is here and could not be saved', async () => {
    const tab = await aStore()
    tab.storage.failCommits({ kind: 'disk-full' })
    tab.state().tag('verified', spanOf('Repairs'))
    const records = await tab.state().recordsForExport()
    if (!records.ok) throw new Error('No records.')
    expect(await previewed(tab, records.value)).toMatchObject({ added: 0, unchanged: 1, newVersions: [] })
  })
})

describe('what someone else signs', () => {
  const written = aVersion(1)
  const signed = theNextVersion(written, { reviewer: REVIEWER_ID, dot: [aUuid(0xde), 1], rationale: 'Signed' })
  const set = () => someRecords({ versions: [signed, aVersion(2)], reviewers: [aReviewer(), THEM] })

  it('T9 is left out of an import and told, with the names', async () => {
    const tab = await libraryWith(written)
    const preview = await previewed(tab, set())
    expect(preview).toMatchObject({ added: 1, changed: 0, conflicting: 0 })
    expect(preview.skipped).toEqual([
      {
        ...{ id: written.id, record: 'annotation', quote: 'The tunnel was closed for ten days' },
        ...{ writtenBy: 'M. Lind', signedBy: 'R. Okafor' },
      },
    ])
    await tab.state().acceptImport(set(), null)
    expect(annotationIn(tab, written.id).content.rationale).not.toBe('Signed')
    expect(tab.device.versions()).not.toContainEqual(signed)
  })

  it('T9 stays out when who signs it is declared to be me', async () => {
    const tab = await libraryWith(written)
    await tab.state().acceptImport(set(), REVIEWER_ID)
    expect(annotationIn(tab, written.id)).toMatchObject({ reviewer: OTHER_REVIEWER_ID })
    expect(annotationIn(tab, written.id).content.rationale).not.toBe('Signed')
  })

  it('T9 is no reason to leave out what comes to a library that has nothing of it', async () => {
    const tab = await aStore({ supplied: [], article: null })
    expect(await previewed(tab, setOf(written))).toMatchObject({ added: 1, skipped: [] })
  })

  it('T9 the preview counts what would change of my own, and of nobody else', async () => {
    const tab = await libraryWith(written, aVersion(2))
    const changes = [1, 2].map(number => theNextVersion(aVersion(number), { dot: [aUuid(0xde), number] }))
    expect(await previewed(tab, setOf(...changes))).toMatchObject({ changed: 2, ownTouched: 0 })
    await tab.state().acceptImport(setOf(written), OTHER_REVIEWER_ID)
    expect(await previewed(tab, setOf(...changes))).toMatchObject({ changed: 2, ownTouched: 2 })
  })
})

describe('accepting', () => {
  it('U42 is one transaction, and shows at once what it brought', async () => {
    const tab = await aStore()
    const written = tab.storage.committed.length
    const outcome = await tab.state().acceptImport(someRecords(), null)
    expect(outcome.ok).toBe(true)
    expect(tab.storage.committed).toHaveLength(written + 1)
    expect(statementsIn(tab)).toEqual([['disputed', 'The tunnel was closed for ten days']])
    expect(tab.state().notice).toEqual({ kind: 'imported', annotations: 1 })
    expect(tab.state().reviewers[REVIEWER_ID]?.name).toBe('R. Okafor')
    expect(tab.state().tallies[HARBOUR_ID]).toMatchObject({ verdicts: { disputed: 1 }, segments: 5, reviewed: 0 })
  })

  it('U42 leaves everything as it was when it cannot be stored', async () => {
    const tab = await aStore()
    tab.storage.failNextCommit({ kind: 'disk-full' })
    expect(await tab.state().acceptImport(someRecords(), null)).toEqual({ ok: false, problem: { kind: 'disk-full' } })
    expect(statementsIn(tab)).toEqual([])
    expect(tab.state()).toMatchObject({ stacks: {}, notice: null })
  })

  it('U42 puts an article that is not here on the shelf under its title', async () => {
    const tab = await aStore({ supplied: [], article: null })
    await tab.state().acceptImport(someRecords(), null)
    expect(tab.state().shelf[HARBOUR_ID]).toMatchObject({ name: anArticle().title, revision: aRevision().hash })
    await tab.state().openArticle(HARBOUR_ID)
    expect(statementsIn(tab)).toHaveLength(1)
    tab.state().undo()
    expect(statementsIn(tab)).toEqual([])
  })

  it('U42 takes an article out of the bin and keeps the name it has here', async () => {
    const tab = await aStore({ article: null })
    tab.state().renameArticle(HARBOUR_ID, 'Tunnel')
    tab.state().deleteArticle(HARBOUR_ID)
    await tab.state().acceptImport(someRecords(), null)
    expect(tab.state().shelf[HARBOUR_ID]).toMatchObject({ name: 'Tunnel', binned: false })
  })

  it('U42 keeps my work beside it, what is still being typed included', async () => {
    const tab = await aStore()
    const id = tab.state().tag('verified', spanOf('Repairs'))!
    tab.state().draft('rationale', () => tab.state().edit(id, { rationale: 'Still typing' }))
    await tab.state().acceptImport(someRecords(), null)
    expect(statementsIn(tab)).toHaveLength(2)
    expect(annotationIn(tab, id).content.rationale).toBe('Still typing')
    tab.state().undo()
    expect(annotationIn(tab, id).content.rationale).toBe('Still typing')
    tab.state().undo()
    expect(annotationIn(tab, id).content.rationale).toBe('')
  })

  it('U43 makes a reviewer of the set the local one when the person says so, whose work can then go on', async () => {
    const tab = await aStore()
    await tab.state().acceptImport(someRecords(), REVIEWER_ID)
    expect(tab.state().settings).toMatchObject({ reviewer: REVIEWER_ID, askedForName: true })
    expect(tab.state().tag('verified', spanOf('The tunnel was closed for ten days'))).toBeDefined()
    expect(statementsIn(tab)).toEqual([['verified', 'The tunnel was closed for ten days']])
  })

  it('U43 leaves the local reviewer as it is otherwise', async () => {
    const tab = await aStore()
    const { id } = tab.state().ensureReviewer()
    await tab.state().acceptImport(someRecords(), null)
    expect(tab.state().settings.reviewer).toBe(id)
  })
})

describe('several articles at once', () => {
  const content = aContent('Ferry timetable', ['The ferry leaves at ten.'])
  const ferry = aRevision({ content })
  const ofFerry = someRecords({
    article: anArticle({ id: ferry.hash, title: 'Ferry timetable' }),
    revisions: [ferry],
    versions: [
      anAnnotationVersion({
        id: aUuid(0xc777),
        article: ferry.hash,
        revision: ferry.hash,
        selector: aSelector('The ferry leaves at ten.', articleText(content)),
      }),
    ],
  })

  it('U72 come in with one transaction, and each can be taken back', async () => {
    const tab = await aStore({ supplied: [], article: null })
    const outcome = await tab.state().acceptImports([someRecords(), ofFerry], null)
    expect(outcome).toMatchObject({ ok: true, value: [{ added: 1 }, { added: 1 }] })
    expect(Object.keys(tab.state().shelf).sort()).toEqual([HARBOUR_ID, ferry.hash].sort())
    await tab.state().openArticle(ferry.hash)
    expect(statementsIn(tab)).toHaveLength(1)
    tab.state().undo()
    expect(statementsIn(tab)).toEqual([])
    await tab.state().openArticle(HARBOUR_ID)
    expect(statementsIn(tab)).toHaveLength(1)
  })

  it('U72 come in all or not at all', async () => {
    const tab = await aStore({ supplied: [], article: null })
    tab.storage.failCommits({ kind: 'disk-full' })
    expect(await tab.state().acceptImports([someRecords(), ofFerry], null)).toMatchObject({ ok: false })
    expect(tab.state().shelf).toEqual({})
  })
})

describe('what another tool’s file said before', () => {
  const adopted = anAnnotationVersion({ id: derivedUuid('a'), dot: [derivedUuid('device'), 7], seen: {} })
  const elsewhere = { ...adopted, content: { ...adopted.content, selector: aSelector('Ferries carried') } }

  it('X68 changes nothing, though its statement has been found in another text by now', async () => {
    const tab = await aStore()
    await tab.state().acceptImport(someRecords({ versions: [adopted] }), null)
    const preview = await previewed(tab, someRecords({ versions: [elsewhere] }))
    expect(preview).toMatchObject({ newVersions: [], conflicting: 0, changed: 0 })
  })
})

describe('the annotations of a file', () => {
  it('T11 are each shown with what would become of them, in the order of the text', async () => {
    const tab = await libraryWith(aVersion(1))
    const later = theNextVersion(aVersion(1), { dot: [DEVICE, 101], verdict: 'verified' })
    const early = anAnnotationVersion({
      id: aUuid(0xc555),
      dot: [DEVICE, 9],
      selector: aSelector('Harbour tunnel'),
      reviewer: THEM.id,
    })
    const { annotations } = await previewed(tab, setOf(aVersion(1), later, early))
    expect(annotations).toMatchObject([
      {
        id: early.id,
        fate: 'added',
        statement: { selector: { quote: { exact: 'Harbour tunnel' } } },
        reviewer: THEM.id,
      },
      { id: later.id, fate: 'changed', verdict: 'verified' },
    ])
  })

  it('T21 are told apart by how their words stand in the text that is shown here', async () => {
    const paragraphs = [
      '🚧 Repairs are over. The tunnel was closed for four days, the minister said.',
      'Ferries carried 4,200 passengers a day. Gulls nest on the northern quay wall in spring.',
    ]
    const next = aRevision({ article: HARBOUR_ID, parent: HARBOUR_ID, content: aContent(undefined, paragraphs) })
    const text = articleText(next.content)
    const statements = {
      unchanged: 'Ferries carried 4,200 passengers a day',
      'fact-changed': 'The tunnel was closed for four days',
      orphaned: 'Gulls nest on the northern quay wall in spring',
    }
    const versions = Object.values(statements).map((exact, index) =>
      anAnnotationVersion({
        id: aUuid(0xc700 + index),
        dot: [DEVICE, index + 1],
        reviewer: THEM.id,
        revision: next.hash,
        selector: aSelector(exact, text),
      }),
    )
    const records = someRecords({ revisions: [aRevision(), next], versions, reviewers: [THEM] })
    const here = await previewed(await libraryWith(aVersion(1)), records)
    expect(here.annotations.map(({ id }) => here.states.get(id))).toEqual(['fact-changed', 'unchanged', 'orphaned'])
    const elsewhere = await previewed(await aStore({ supplied: [], article: null }), records)
    expect([...elsewhere.states.values()]).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })
})

/** A first version of the annotation with this number, on this device's file. */
function aVersion(number: number): AnnotationVersion {
  return anAnnotationVersion({ id: aUuid(0xc100 + number), dot: [DEVICE, number], reviewer: OTHER_REVIEWER_ID })
}

function setOf(...versions: readonly AnnotationVersion[]): ArticleRecords {
  return someRecords({ versions, reviewers: [THEM] })
}

async function libraryWith(...versions: readonly AnnotationVersion[]): Promise<StoreTab> {
  const tab = await aStore()
  const other = anAnnotationVersion({ id: aUuid(0xc1ff), dot: [OTHER_DEVICE_ID, 1] })
  await tab.state().acceptImport(setOf(other, ...versions), null)
  return tab
}

async function previewed({ state }: StoreTab, records: ArticleRecords): Promise<ImportPreview> {
  const preview = await state().previewImport(records)
  if (!preview.ok) throw new Error(preview.problem.kind)
  return preview.value
}
