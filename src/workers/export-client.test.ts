import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChangeState } from '../domain/change-state.ts'
import { versionHash } from '../domain/version.ts'
import { WRITABLE_CODECS } from '../exchange/codecs.ts'
import { hashToSign, preparedFile } from '../exchange/prepared-file.ts'
import { exportWorkers, type ExportWorkers } from '../testing/an-export-worker.ts'
import { anAnnotationVersion, aUuid, someRecords } from '../testing/builders.ts'
import { openFileWriter } from './export-client.ts'
import type { ExportRequest, FileChoice } from './export-protocol.ts'

const UNCHANGED: ChangeState = { kind: 'unchanged', place: { from: 0, to: 1 } }

/** So many annotations, and as many statements of an earlier text. */
function manyRecords(count: number) {
  const versions = Array.from({ length: count }, (_, at) =>
    anAnnotationVersion({ id: aUuid(0x10000 + at), dot: [aUuid(0xdd), at + 1] }),
  )
  const changes = new Map(versions.map((_, at) => [`earlier ${at} ${at + 1}`, UNCHANGED]))
  return { ...someRecords({ versions }), changes }
}

const RECORDS = manyRecords(3)
const CSV: FileChoice = { format: 'csv', history: false }
const MARKDOWN: FileChoice = { format: 'markdown', history: false }

const wanted = () => new AbortController().signal

/** All of a file that can be compared. */
async function whole({ content, ...rest }: ReturnType<typeof preparedFile>) {
  return { ...rest, type: content.type, bytes: [...new Uint8Array(await content.arrayBuffer())] }
}

let page: ExportWorkers
let opened: AbortController

function aPage(options?: Parameters<typeof exportWorkers>[0]): ExportWorkers {
  const workers = exportWorkers(options)
  vi.stubGlobal('Worker', workers.Worker)
  return workers
}

/** The kinds of what was asked, without what the records are handed over with. */
function questions(asked: readonly ExportRequest[]): readonly (FileChoice | 'hash')[] {
  return asked.flatMap((request): readonly (FileChoice | 'hash')[] => {
    if (request.kind === 'file') return [request.choice]
    return request.kind === 'hash' ? ['hash'] : []
  })
}

beforeEach(() => {
  page = aPage()
  opened = new AbortController()
})
afterEach(() => {
  opened.abort()
  vi.unstubAllGlobals()
})

describe('openFileWriter', () => {
  it.each(WRITABLE_CODECS)('T18 gives the file that the page itself would write: $id', async codec => {
    const writer = openFileWriter(RECORDS, opened.signal)
    for (const history of [false, true]) {
      const file = await writer.file({ format: codec.id, history }, wanted())
      if (!file.ok) throw new Error(file.problem.kind)
      expect(await whole(file.value)).toEqual(await whole(preparedFile(codec, RECORDS, { history })))
    }
  })

  it('T18 gives the hash that a signature of the set signs, with its history and without', async () => {
    const writer = openFileWriter(RECORDS, opened.signal)
    for (const history of [false, true]) {
      const hash = { ok: true, value: hashToSign(RECORDS, { history }) }
      expect(await writer.hashToSign({ history }, wanted())).toEqual(hash)
    }
  })

  it('T18 hands the records over once for all files, at most a thousand at a time, with the hashes that are known', async () => {
    const records = manyRecords(1500)
    const known = versionHash(records.versions[1300]!)
    const writer = openFileWriter(records, opened.signal)
    await writer.file(CSV, wanted())
    await writer.file(MARKDOWN, wanted())
    const { article, revisions, reviewers } = records
    expect(page.asked[0]).toEqual({ kind: 'begin', records: { article, revisions, reviewers } })
    const versions = page.asked.filter(request => request.kind === 'versions')
    expect(versions.map(request => request.versions.length)).toEqual([1000, 500])
    expect(versions.flatMap(request => request.versions)).toEqual(records.versions)
    expect(versions[1]!.hashes.filter(hash => hash !== null)).toEqual([known])
    expect(versions[1]!.hashes[300]).toBe(known)
    const changes = page.asked.filter(request => request.kind === 'changes')
    expect(changes.map(request => request.changes.length)).toEqual([1000, 500])
    expect(new Map(changes.flatMap(request => request.changes))).toEqual(records.changes)
    expect(page.started()).toBe(1)
  })

  it.each([
    { name: 'where the worker cannot be loaded', without: { isMissing: true } },
    { name: 'without workers', without: null },
  ])('T18 works $name', async ({ without }) => {
    if (without) page = aPage(without)
    else vi.stubGlobal('Worker', undefined)
    const writer = openFileWriter(RECORDS, opened.signal)
    const file = await writer.file(CSV, wanted())
    const here = preparedFile(
      WRITABLE_CODECS.find(({ id }) => id === 'csv')!,
      RECORDS,
      CSV,
    )
    expect(file.ok && (await whole(file.value))).toEqual(await whole(here))
    expect(page.asked).toEqual([])
  })

  it('T19 begins nothing that was called off before its turn, and answers what is called off at once', async () => {
    const writer = openFileWriter(RECORDS, opened.signal)
    await writer.hashToSign({ history: false }, wanted())
    const release = page.hold()
    const [first, second] = [new AbortController(), new AbortController()]
    const given = [writer.file(CSV, first.signal), writer.file({ ...CSV, format: 'report' }, second.signal)]
    const last = writer.file(MARKDOWN, wanted())
    await vi.waitFor(() => expect(questions(page.asked)).toEqual(['hash', CSV]))
    first.abort()
    second.abort()
    const cancelled = { ok: false, problem: { kind: 'cancelled' } }
    expect(await Promise.all(given)).toEqual([cancelled, cancelled])
    release()
    expect(await last).toMatchObject({ ok: true, value: { preview: { text: expect.stringMatching(/^# /) } } })
    expect(questions(page.asked)).toEqual(['hash', CSV, MARKDOWN])
  })

  it('T19 answers each with its own file, however many are asked for at once', async () => {
    const writer = openFileWriter(RECORDS, opened.signal)
    const codecs = WRITABLE_CODECS.slice(2, 6)
    const files = await Promise.all(codecs.map(({ id }) => writer.file({ format: id, history: false }, wanted())))
    const types = codecs.map(codec => codec.writer.mediaType)
    expect(files.map(file => file.ok && file.value.content.type)).toEqual(types)
  })

  it('T20 ends the worker when it is closed, in whatever it is, and answers what is still asked', async () => {
    const writer = openFileWriter(RECORDS, opened.signal)
    await writer.hashToSign({ history: false }, wanted())
    page.hold()
    const file = writer.file(CSV, wanted())
    await vi.waitFor(() => expect(questions(page.asked)).toHaveLength(2))
    opened.abort()
    expect(await file).toEqual({ ok: false, problem: { kind: 'cancelled' } })
    expect(await writer.file(CSV, wanted())).toEqual({ ok: false, problem: { kind: 'cancelled' } })
    expect([page.started(), page.ended()]).toEqual([1, 1])
  })

  it('T20 ends a worker that was closed while it got the records', async () => {
    page.hold()
    const writer = openFileWriter(RECORDS, opened.signal)
    await vi.waitFor(() => expect(page.asked).toHaveLength(1))
    opened.abort()
    expect(await writer.file(CSV, wanted())).toEqual({ ok: false, problem: { kind: 'cancelled' } })
    expect(page.asked).toHaveLength(1)
    expect(page.ended()).toBe(1)
  })

  it('T20 tells that a worker broke, and writes the next file with another', async () => {
    const writer = openFileWriter(RECORDS, opened.signal)
    page.breakNext()
    expect(await writer.file(CSV, wanted())).toEqual({
      ok: false,
      problem: { kind: 'failed', reason: 'out of memory' },
    })
    expect(await writer.file(CSV, wanted())).toMatchObject({ ok: true })
    expect([page.started(), page.ended()]).toEqual([2, 1])
  })

  it.each([
    { name: 'a worker', isMissing: false },
    { name: 'the page itself', isMissing: true },
  ])('T2 tells that a format cannot write the records, and goes on: $name', async ({ isMissing }) => {
    page = aPage({ isMissing })
    const versions = [anAnnotationVersion({ rationale: 1n as never })]
    const writer = openFileWriter({ ...someRecords({ versions }), changes: new Map() }, opened.signal)
    const failed = { ok: false, problem: { kind: 'failed', reason: expect.stringContaining('BigInt') } }
    expect(await writer.file({ format: 'w3c', history: false }, wanted())).toEqual(failed)
    expect(await writer.hashToSign({ history: false }, wanted())).toEqual(failed)
    expect(await writer.file({ format: 'w3c', history: false }, wanted())).toEqual(failed)
    expect(page.started()).toBe(1)
  })
})
