import { strToU8 } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { versionHash } from '../domain/version.ts'
import { encodeAnnotationSet } from '../exchange/w3c-set.ts'
import { anAnnotationSet, anAnnotationVersion, aUuid, HARBOUR_TEXT } from '../testing/builders.ts'
import { aForeignDocument } from '../testing/foreign.ts'
import { aParagraphText } from '../testing/revision-text.ts'
import { placeInWorker, readInWorker } from './import-client.ts'
import { answerImport, takenOver, type ImportMessage, type ImportRequest } from './import-protocol.ts'

const VERSIONS = Array.from({ length: 2500 }, (_, at) =>
  anAnnotationVersion({ id: aUuid(0x10000 + at), dot: [aUuid(0xdd), at + 1] }),
)
const SET = anAnnotationSet({ versions: VERSIONS })
const FILES = [{ name: 'set.json', bytes: strToU8(encodeAnnotationSet(SET)) }]

describe('readInWorker', () => {
  it('T13 gives a set whole, though its versions come some at a time, and says how far it is', async () => {
    const told: number[] = []
    const outcome = await readInWorker(FILES, { onProgress: share => told.push(share) })
    const set = outcome.ok && outcome.value.kind === 'set' ? outcome.value.set : null
    expect(set && encodeAnnotationSet(set)).toBe(encodeAnnotationSet(SET))
    expect(told.length).toBeGreaterThanOrEqual(5)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told[0]).toBeLessThan(0.25)
    expect(told.at(-1)).toBe(1)
  })

  it('T13 hands over the hashes that were worked out aside', () => {
    const messages: ImportMessage[] = []
    answerImport({ kind: 'read', files: FILES }, message => messages.push(structuredClone(message)))
    const parts = messages.filter(message => message.kind === 'versions')
    const versions = parts.flatMap(takenOver)
    expect(parts.every(part => part.versions.length <= 1000)).toBe(true)
    expect(new Set(versions.map(versionHash))).toEqual(new Set(VERSIONS.map(versionHash)))
  })

  it('T13 answers with what is wrong, or that it was stopped', async () => {
    const refused = await readInWorker([{ name: 'a', bytes: strToU8('{"a":') }])
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'refused', problem: { kind: 'not-json' } } })
    const stopped = await readInWorker(FILES, { signal: AbortSignal.abort() })
    expect(stopped).toEqual({ ok: false, problem: { kind: 'cancelled' } })
  })
})

/** A worker that says what it is told to, and keeps what it is asked. */
function aWorker(begins: 'ready' | 'error') {
  const asked: unknown[] = []
  const handedOver: unknown[] = []
  class FakeWorker extends EventTarget {
    constructor() {
      super()
      queueMicrotask(() =>
        this.dispatchEvent(
          begins === 'error' ? new Event('error') : new MessageEvent('message', { data: { kind: 'ready' } }),
        ),
      )
    }
    postMessage(request: ImportRequest, transfer: readonly unknown[]) {
      asked.push(request)
      handedOver.push(...transfer)
      answerImport(request, data => this.dispatchEvent(new MessageEvent('message', { data })))
    }
    terminate() {}
  }
  vi.stubGlobal('Worker', FakeWorker)
  return { asked, handedOver }
}

describe('a worker', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('T13 is handed the files when it is there, not a copy of them', async () => {
    const worker = aWorker('ready')
    expect(await readInWorker(FILES)).toMatchObject({ ok: true })
    expect(worker.handedOver).toEqual([FILES[0]!.bytes.buffer])
  })

  it('T13 that cannot be loaded leaves the files to the page, which reads them itself', async () => {
    const worker = aWorker('error')
    expect(await readInWorker(FILES)).toMatchObject({ ok: true })
    expect(worker.asked).toEqual([])
  })
})

describe('placeInWorker', () => {
  it('T13 finds statements and says how far it is', async () => {
    const told: number[] = []
    const options = { onProgress: (share: number) => void told.push(share) }
    const outcome = await placeInWorker(aForeignDocument(), aParagraphText(HARBOUR_TEXT), options)
    expect(outcome).toMatchObject({ ok: true, value: [{ change: { kind: 'unchanged' } }] })
    expect(told).toEqual([1])
  })

  it('T13 tells of a failure instead of waiting for ever', async () => {
    const broken = { ...aParagraphText(HARBOUR_TEXT), blocks: null as never }
    const lost = aForeignDocument({ text: 'Another text.', annotations: aForeignDocument().annotations })
    const quote = { exact: 'Another text', prefix: '', suffix: '' }
    const annotations = lost.annotations.map(annotation => ({ ...annotation, quote }))
    expect(await placeInWorker({ ...lost, annotations }, broken)).toMatchObject({ problem: { kind: 'failed' } })
  })
})
