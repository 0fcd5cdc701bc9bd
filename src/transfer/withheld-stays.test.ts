import { unzipSync } from 'fflate'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Evidence } from '../domain/annotation.ts'
import type { RecordId } from '../domain/identifiers.ts'
import { versionHash } from '../domain/version.ts'
import { withheldEvidence } from '../domain/withheld.ts'
import type { PreparedFile } from '../exchange/prepared-file.ts'
import { decodeAnnotationSet, w3cCodec } from '../exchange/w3c-set.ts'
import { WRITABLE_CODECS, type WritableCodec } from '../exchange/codecs.ts'
import { readingInHand } from '../store/history-slice.ts'
import { withheldOf } from '../store/open-article.ts'
import type { ExportedRecords } from '../store/review-state.ts'
import { aStore, everythingSettles, spanOf, type StoreTab } from '../testing/a-store.ts'
import { exportWorkers } from '../testing/an-export-worker.ts'
import { anEvidence, aWithheldVersion } from '../testing/builders.ts'
import { openFileWriter, type FileWriter } from '../workers/export-client.ts'

// Letters and figures only: written alike in JSON, in markup, in an address and in a cell.
const MARKER = 'informant7Zq9'
const WORDS = ['Repairs', 'tunnel', 'Ferries'] as const

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('withheld evidence', () => {
  it('X171 is in no file of any format, with and without history, whatever was done before and after it was withheld', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(writing(), { minLength: 1, maxLength: 12 }),
        fc.array(going(), { maxLength: 6, size: 'max' }),
        fc.array(fc.oneof({ arbitrary: going(), weight: 6 }, restoring()), { maxLength: 6, size: 'max' }),
        fc.boolean(),
        async (before, meanwhile, after, isUnheard) => {
          const tabs = await twoTabs()
          for (const act of before) await act(tabs)
          await everythingSettles(...tabs)
          const letHear = isUnheard ? tabs[1].storage.holdReads() : () => {}
          await withholdAll(tabs[0])
          for (const act of meanwhile) await act(tabs)
          letHear()
          await everythingSettles(...tabs)
          for (const tab of tabs) expect(await leaksIn(await recordsOf(tab), [w3cCodec.id])).toEqual([])
          for (const act of after) await act(tabs)
          await everythingSettles(...tabs)
          for (const tab of tabs) expect(await leaksIn(await recordsOf(tab))).toEqual([])
        },
      ),
      { numRuns: 20 },
    )
  })

  it('X171 would be found by this test in every format that writes sources', async () => {
    const [tab] = await twoTabs()
    addSecret(tab, 0)
    await tab.state().whenSettled()
    const formats = (await leaksIn(await recordsOf(tab))).map(leak => leak.split(' ')[0])
    expect(new Set(formats)).toEqual(
      new Set([
        'handed-over',
        'w3c',
        'report',
        'shown-report',
        'bundle',
        'markdown',
        'csv',
        'hypothesis',
        'claim-review',
        'label-studio',
      ]),
    )
  })

  it('X171 does not keep the rest of its annotation from leaving', async () => {
    const [tab] = await twoTabs()
    const id = addSecret(tab, 0)
    tab.state().edit(id, { evidence: [anEvidence(), ...shown(tab, id)] })
    tab.state().withhold(id, 1)
    tab.state().edit(id, { rationale: 'Two sources.' })
    const records = await recordsOf(tab)
    const text = await textOf(records, true)
    expect(text).toContain('Two sources.')
    expect(text).toContain(anEvidence().title)
    expect(records.withheld).toMatchObject({ sources: 1, annotations: 0 })
    expect(records.withheld.versions).toBeGreaterThan(0)
    expect((await fileOf(aWriter(records), 'w3c', false)).losses).toEqual([])
  })

  it('X171 leaves once it is released', async () => {
    const [tab] = await twoTabs()
    const id = addSecret(tab, 0)
    tab.state().withhold(id, 0)
    tab.state().release(id, withheldEvidence(withheldOf(tab.state().open!, id))[0]!.id)
    expect(await leaksIn(await recordsOf(tab))).not.toEqual([])
  })

  it('X171 stays when it was released and withheld again, also what it said meanwhile', async () => {
    const [tab] = await twoTabs()
    const id = addSecret(tab, 0)
    const record = () => withheldEvidence(withheldOf(tab.state().open!, id))[0]!.id
    tab.state().withhold(id, 0)
    tab.state().release(id, record())
    tab.state().withhold(id, 0)
    tab.state().editWithheld(id, record(), { title: 'Something else' })
    expect(await leaksIn(await recordsOf(tab))).toEqual([])
    tab.state().undo()
    tab.state().undo()
    tab.state().redo()
    tab.state().editWithheld(id, record(), { title: 'Something else' })
    expect(await leaksIn(await recordsOf(tab))).toEqual([])
  })

  it('X171 stays after it was deleted, and with it the versions that held it', async () => {
    const [tab] = await twoTabs()
    const id = addSecret(tab, 0)
    tab.state().withhold(id, 0)
    tab.state().removeWithheld(id, withheldEvidence(withheldOf(tab.state().open!, id))[0]!.id)
    const records = await recordsOf(tab)
    expect(await leaksIn(records)).toEqual([])
    expect(records.withheld.sources).toBe(0)
    expect(records.withheld.versions).toBeGreaterThan(0)
  })

  it('X171 lets no history leave where it cannot be read what is withheld', async () => {
    const [tab] = await twoTabs()
    const id = addSecret(tab, 0)
    tab.state().edit(id, { evidence: [] })
    await tab.state().whenSettled()
    expect(await leaksIn(await recordsOf(tab))).not.toEqual([])
    tab.device.reportDamage([{ store: 'withheld', key: '', detail: '' }])
    expect(await leaksIn(await recordsOf(tab))).toEqual([])
  })

  it('X173 that a set brings is refused', async () => {
    const [tab] = await twoTabs()
    addSecret(tab, 0)
    const set = JSON.parse(await textOf(await recordsOf(tab), false)) as Record<string, { versions: unknown[] }>
    set['factmark:set']!.versions.push(aWithheldVersion())
    expect(decodeAnnotationSet(JSON.stringify(set))).toMatchObject({ ok: false, problem: { kind: 'damaged' } })
  })
})

let claims = 0

type Tabs = readonly [StoreTab, StoreTab]
type Act = (tabs: Tabs) => Promise<void> | void

/** The same act with a name that a failure prints. */
function named(name: string, act: Act): Act {
  return Object.assign(act, { [fc.toStringMethod]: () => name })
}

async function twoTabs(): Promise<Tabs> {
  const tab = await aStore()
  tab.state().changeReviewer({ name: 'R. Okafor' })
  await tab.state().whenSettled()
  return [tab, await aStore({ device: tab.device })]
}

/** What a reviewer may do before anything is withheld for good: secrets are typed, changed, withheld, released and deleted. */
function writing(): fc.Arbitrary<Act> {
  const secret = fc
    .tuple(fc.nat(1), fc.nat(2))
    .map(([tab, word]): Act => named(`tab ${tab}, ${WORDS[word]}: a secret`, tabs => void addSecret(tabs[tab]!, word)))
  return fc.oneof(
    { arbitrary: secret, weight: 4 },
    { arbitrary: going(), weight: 4 },
    restoring(),
    undoing('undo'),
    undoing('redo'),
  )
}

function restoring(): fc.Arbitrary<Act> {
  return fc.nat(1).map((tab): Act => named(`tab ${tab}: restore all`, tabs => restoreAll(tabs[tab]!)))
}

function undoing(kind: 'undo' | 'redo'): fc.Arbitrary<Act> {
  return fc.nat(1).map((tab): Act => named(`tab ${tab}: ${kind}`, tabs => tabs[tab]!.state()[kind]()))
}

/** What a reviewer may do that gives no withheld evidence away on purpose. */
function going(): fc.Arbitrary<Act> {
  const which = fc.record({ tab: fc.nat(1), word: fc.nat(2), index: fc.nat(20) })
  const restoreVersion = (tab: StoreTab, id: RecordId, index: number) => {
    const versions = tab.state().open!.versions.get(id) ?? []
    const version = versions[index % Math.max(1, versions.length)]
    if (version) tab.state().restoreVersion(id, versionHash(version))
  }
  const acts: readonly ((tab: StoreTab, id: RecordId, index: number) => void)[] = [
    restoreVersion,
    restoreVersion,
    restoreVersion,
    (tab, id) => tab.state().edit(id, { rationale: 'Looked at again.' }),
    (tab, id) => tab.state().edit(id, { evidence: [...shown(tab, id), anEvidence({ title: 'Another log' })] }),
    (tab, id) => tab.state().edit(id, { verdict: 'disputed' }),
    (tab, id) => tab.state().tagAll([id], 'unverified'),
    (tab, id) => tab.state().labelAll([id], 'money'),
    (tab, id) => tab.state().confirm([id]),
    (tab, id) => tab.state().attach(id, spanOf('second tube')),
    (tab, id) => tab.state().remove([id]),
    (tab, id, index) => tab.state().withhold(id, index % Math.max(1, shown(tab, id).length)),
    (tab, id, index) => {
      const hidden = withheldEvidence(withheldOf(tab.state().open!, id))
      const one = hidden[index % Math.max(1, hidden.length)]
      if (one && index % 2 === 0) tab.state().editWithheld(id, one.id, { excerpt: `${MARKER} ${index}` })
      if (one && index % 2 === 1) tab.state().removeWithheld(id, one.id)
    },
    (tab, id) => {
      tab.state().edit(id, { claim: { text: `It was closed ${(claims += 1)} times.`, claimant: '', date: '' } })
      tab.state().undo()
      tab.state().redo()
    },
  ]
  return fc.tuple(which, fc.constantFrom(...acts)).map(([{ tab, word, index }, act]): Act =>
    named(`tab ${tab}, ${WORDS[word]}, ${index}: ${String(act)}`, tabs => {
      const id = annotationOn(tabs[tab]!, word)
      if (id !== null) act(tabs[tab]!, id, index)
    }),
  )
}

/** Types a secret source into the annotation of a word, field by field. */
function addSecret(tab: StoreTab, word: number): RecordId {
  const id = annotationOn(tab, word) ?? tab.state().tag('verified', spanOf(WORDS[word]!))!
  const claim = { text: 'The tunnel was closed.', claimant: '', date: '' }
  tab.state().edit(id, { claim })
  const steps: readonly Partial<Evidence>[] = [
    { url: `https://${MARKER}.example/` },
    { title: `Call of ${MARKER}`, publisher: MARKER },
    { question: MARKER, excerpt: `“${MARKER}”`, archivedUrl: `https://a.example/?q=${MARKER}` },
  ]
  const before = shown(tab, id)
  let secret = anEvidence({ url: '', title: '', publisher: '', question: '', excerpt: '' })
  for (const step of steps) {
    secret = { ...secret, ...step }
    tab.state().edit(id, { evidence: [...before, secret] })
  }
  return id
}

/** Brings back every annotation that was deleted. */
async function restoreAll(tab: StoreTab): Promise<void> {
  await tab.state().openBin()
  for (const one of tab.state().bin ?? []) await tab.state().restoreAnnotation(one)
  const { article, removed } = tab.state().open!
  await tab.state().takeOutsideChange({ articles: [article.id], records: [...removed.keys()] })
}

/** Of each annotation all that holds the secret is withheld, and something is in any case. */
async function withholdAll(tab: StoreTab): Promise<void> {
  await restoreAll(tab)
  for (const id of [...tab.state().open!.annotations.keys()]) {
    addSecretTo(tab, id)
    for (let at = shown(tab, id).length - 1; at >= 0; at -= 1) {
      if (JSON.stringify(shown(tab, id)[at] ?? null).includes(MARKER)) tab.state().withhold(id, at)
    }
  }
  await tab.state().whenSettled()
}

function addSecretTo(tab: StoreTab, id: RecordId): void {
  tab.state().edit(id, { evidence: [...shown(tab, id), anEvidence({ title: `Last call of ${MARKER}` })] })
}

function annotationOn({ state }: StoreTab, word: number): RecordId | null {
  const { open } = state()
  const found = [...(open?.annotations.values() ?? [])]
  return found.find(({ content }) => content.selector.quote.exact === WORDS[word])?.id ?? null
}

/** The evidence that an open card shows: of several readings that of the one which is edited here. */
function shown({ state }: StoreTab, id: RecordId): readonly Evidence[] {
  const { content } = readingInHand(state(), id) ?? state().open?.annotations.get(id) ?? {}
  return content?.evidence ?? []
}

async function recordsOf(tab: StoreTab): Promise<ExportedRecords> {
  const records = await tab.state().recordsForExport()
  if (!records.ok) throw new Error(`Nothing was exported: ${records.problem.kind}`)
  return records.value
}

/** What writes the files that leave, as the dialog has it: from copies, in a worker. */
function aWriter(records: ExportedRecords, signal = new AbortController().signal): FileWriter {
  if (typeof Worker === 'undefined') vi.stubGlobal('Worker', exportWorkers().Worker)
  return openFileWriter(records, signal)
}

async function fileOf(writer: FileWriter, format: WritableCodec['id'], history: boolean): Promise<PreparedFile> {
  const publisher = { name: 'Example', url: 'https://c.example/' }
  const file = await writer.file({ format, history, publisher }, new AbortController().signal)
  if (!file.ok) throw new Error(`Nothing was written as ${format}: ${JSON.stringify(file.problem)}`)
  return file.value
}

async function textOf(records: ExportedRecords, history: boolean): Promise<string> {
  return (await fileOf(aWriter(records), 'w3c', history)).content.text()
}

/** Where the marker stands, in clear, in base64, or packed: in files, in what is shown of them, and in what they are made of. */
async function leaksIn(
  records: ExportedRecords,
  formats = WRITABLE_CODECS.map(({ id }) => id),
): Promise<readonly string[]> {
  const workers = exportWorkers()
  vi.stubGlobal('Worker', workers.Worker)
  const closed = new AbortController()
  const writer = aWriter(records, closed.signal)
  const leaks: string[] = []
  const look = (name: string, file: string | Uint8Array<ArrayBuffer>) => holdsMarker(file) && leaks.push(name)
  for (const format of new Set([...formats, 'report' as const])) {
    for (const history of [true, false]) {
      const { content, preview, report } = await fileOf(writer, format, history)
      look(`${format} ${history}`, preview ? await content.text() : new Uint8Array(await content.arrayBuffer()))
      look(`${format} preview`, preview?.text ?? '')
      look('shown-report', report ?? '')
    }
  }
  look('handed-over', JSON.stringify(workers.asked))
  closed.abort()
  return leaks
}

const FORMS = [MARKER, ...[0, 1, 2].map(shift => base64Within(shift))]

function holdsMarker(file: string | Uint8Array<ArrayBuffer>): boolean {
  if (typeof file === 'string') return FORMS.some(form => file.includes(form))
  return Object.values(unzipSync(file)).some(entry => holdsMarker(new TextDecoder().decode(entry)))
}

/** What is always the same of the marker's base64, wherever in a text it begins. */
function base64Within(shift: number): string {
  const text = btoa(`${'\0'.repeat(shift)}${MARKER}\0\0\0`)
  return text.slice(shift === 0 ? 0 : shift + 1, Math.floor(((shift + MARKER.length) * 8) / 6))
}
