import { afterEach, describe, expect, it, vi } from 'vitest'
import { reanchor } from '../anchoring/reanchor.ts'
import { aParagraphText } from '../testing/revision-text.ts'
import { reanchorInWorker, type ReanchorWorker } from './reanchor-client.ts'
import { answerReanchoring, type ReanchorMessage } from './reanchor-protocol.ts'

const SENTENCES = Array.from({ length: 400 }, (_, index) => `Ship ${index} brought ${index * 7} crates of apples.`)
const REQUEST = {
  from: aParagraphText(SENTENCES.join(' ')),
  to: aParagraphText(SENTENCES.toSpliced(3, 1).join(' ')),
  spans: [
    { from: 0, to: SENTENCES[0]!.length },
    { from: 100, to: 140 },
  ],
}

afterEach(() => vi.restoreAllMocks())

describe('reanchorInWorker', () => {
  it('A60 gives the states that the same work gives without a worker', async () => {
    const outcome = await reanchorInWorker(REQUEST, {}, aWorker)
    expect(outcome).toEqual({ ok: true, value: reanchor(REQUEST) })
  })

  it('A60 tells how far it is, never less than before, and 1 at the end', async () => {
    const shares: number[] = []
    await reanchorInWorker(REQUEST, { onProgress: share => shares.push(share) }, aWorker)
    expect(shares.length).toBeGreaterThan(3)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })

  it('A61 stops at once when it is cancelled, and ends the worker', async () => {
    const stop = new AbortController()
    const silent = aSilentWorker()
    const outcome = reanchorInWorker(REQUEST, { signal: stop.signal }, () => silent.worker)
    stop.abort()
    expect(await outcome).toEqual({ ok: false, problem: { kind: 'cancelled' } })
    expect(silent.isTerminated()).toBe(true)
  })

  it('A61 does not begin when it was cancelled before', async () => {
    const outcome = await reanchorInWorker(REQUEST, { signal: AbortSignal.abort() }, () => {
      throw new Error('no worker is asked for')
    })
    expect(outcome).toEqual({ ok: false, problem: { kind: 'cancelled' } })
  })

  it('A62 works without workers, in slices', async () => {
    const shares: number[] = []
    const outcome = await reanchorInWorker(REQUEST, { onProgress: share => shares.push(share) }, () => null)
    expect(outcome).toEqual({ ok: true, value: reanchor(REQUEST) })
    expect(shares.at(-1)).toBe(1)
  })

  it('A62 works where the worker cannot be loaded', async () => {
    const outcome = await reanchorInWorker(REQUEST, {}, aBrokenWorker)
    expect(outcome.ok).toBe(true)
  })

  it('A62 can be cancelled between two slices', async () => {
    let now = 0 // ms; each look at the clock is later than a slice is long
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 50))
    const stop = new AbortController()
    const outcome = reanchorInWorker(REQUEST, { signal: stop.signal, onProgress: () => stop.abort() }, () => null)
    expect(await outcome).toMatchObject({ ok: false, problem: { kind: 'cancelled' } })
  })

  it.each([
    ['in a worker', aWorker],
    ['in slices', () => null],
  ])('A60 says why when it fails %s', async (_, startWorker) => {
    const outcome = await reanchorInWorker({ ...REQUEST, spans: [{ from: 5, to: 5 }] }, {}, startWorker)
    expect(outcome).toEqual({ ok: false, problem: { kind: 'failed', reason: 'No words at 5 to 5.' } })
  })
})

type Listener = (event: MessageEvent) => void

function aWorker(): ReanchorWorker {
  let hear: Listener = () => {}
  return {
    addEventListener: (type: string, listener: unknown) => {
      if (type === 'message') hear = listener as Listener
    },
    postMessage: (request: typeof REQUEST) => {
      const say = (data: ReanchorMessage) => hear(new MessageEvent('message', { data: structuredClone(data) }))
      queueMicrotask(() => answerReanchoring(structuredClone(request), say))
    },
    terminate: () => {},
  }
}

function aSilentWorker() {
  let isTerminated = false
  const worker: ReanchorWorker = {
    addEventListener: () => {},
    postMessage: () => {},
    terminate: () => {
      isTerminated = true
    },
  }
  return { worker, isTerminated: () => isTerminated }
}

function aBrokenWorker(): ReanchorWorker {
  let fault: () => void = () => {}
  return {
    addEventListener: (type: string, listener: unknown) => {
      if (type === 'error') fault = listener as () => void
    },
    postMessage: () => queueMicrotask(() => fault()),
    terminate: () => {},
  }
}
