// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bookmarklet } from './bookmarklet.ts'
import { CLIP_READY, CLIP_VERSION, readClip } from './clip-message.ts'
import { receiveClip, type OpenedWindow } from './receive-clip.ts'
import { readFile } from '../../intake/read-file.ts'
import { textBlocks } from '../../domain/article-text.ts'

const DESK = 'https://desk.example'
const NEWS = 'https://news.example'
const LIMIT = 100_000 // UTF-16 units
const CLIP = { type: 'factmark-clip', version: CLIP_VERSION, part: 'page', url: `${NEWS}/a`, title: 'A', html: '<p>x' }
const MARKUP =
  '<html lang="en"><head><title>Tunnel reopens</title></head><body><h1>Tunnel reopens</h1><p>It carries <b>4,200</b> cars a day.</p><p>Ferries ran for ten days.</p></body></html>'

describe('bookmarklet', () => {
  const opened = { postMessage: vi.fn<(clip: unknown, origin: string) => void>() }
  const open = vi.fn<() => typeof opened | null>(() => opened)
  const alert = vi.fn<(words: string) => void>()

  beforeEach(() => {
    vi.stubGlobal('open', open)
    vi.stubGlobal('alert', alert)
    // eslint-disable-next-line no-restricted-syntax -- the page that is clipped
    document.documentElement.innerHTML = MARKUP
  })
  afterEach(() => {
    answer(CLIP_READY) // what still listens hears it, and stops
    vi.unstubAllGlobals()
    vi.clearAllMocks()
    getSelection()?.removeAllRanges()
    // eslint-disable-next-line no-restricted-syntax -- as it was
    document.documentElement.innerHTML = ''
  })

  function click(limit = LIMIT) {
    const source = bookmarklet({ address: `${DESK}/some/folder/#/clip`, limit, blocked: 'Allow “windows”.' })
    expect(source).toMatch(/^javascript:void%20/)
    window.eval(decodeURIComponent(source.slice('javascript:'.length))) // as a browser does with a bookmark
  }
  function answer(data: unknown, { origin = DESK, source = opened }: { origin?: string; source?: unknown } = {}) {
    const event = new MessageEvent('message', { data, origin })
    Object.defineProperty(event, 'source', { value: source })
    window.dispatchEvent(event)
  }

  it('I91 hands the page over as it was when it was clicked, once, and to the program alone', () => {
    click()
    expect(open).toHaveBeenCalledWith(`${DESK}/some/folder/#/clip`, '_blank')
    document.body.append('added later')
    answer('hello')
    answer(CLIP_READY, { origin: NEWS })
    answer(CLIP_READY, { source: window })
    expect(opened.postMessage).not.toHaveBeenCalled()
    answer(CLIP_READY)
    answer(CLIP_READY)
    expect(opened.postMessage.mock.calls).toEqual([
      [
        {
          ...{ type: 'factmark-clip', version: 1, part: 'page', url: location.href, title: 'Tunnel reopens' },
          html: expect.stringMatching(/^<html>.*ten days\.<\/p><\/body><\/html>$/) as string,
        },
        DESK,
      ],
    ])
  })

  it('I91 hands over what is selected, under the head of its page, and says so', () => {
    getSelection()?.selectAllChildren(document.querySelector('p')!)
    click()
    answer(CLIP_READY)
    expect(opened.postMessage.mock.calls[0]![0]).toMatchObject({
      part: 'selection',
      html: '<html><head><title>Tunnel reopens</title></head><body>It carries <b>4,200</b> cars a day.</body></html>',
    })
  })

  it('I91 says that a page is too large instead of sending it', () => {
    click(20)
    answer(CLIP_READY)
    expect(opened.postMessage.mock.calls[0]![0]).toMatchObject({ html: null })
  })

  it('I91 says what to do when the browser opens nothing', () => {
    open.mockReturnValueOnce(null)
    click()
    expect(alert).toHaveBeenCalledWith('Allow “windows”.')
  })
})

describe('receiving a clip', () => {
  function anOpenedWindow(opener: unknown) {
    const target = new EventTarget()
    const page = {
      opener,
      origin: DESK,
      addEventListener: target.addEventListener.bind(target),
      removeEventListener: target.removeEventListener.bind(target),
    } as OpenedWindow
    const hear = (data: unknown, source: unknown, origin = NEWS) => {
      const event = new MessageEvent('message', { data, origin })
      Object.defineProperty(event, 'source', { value: source })
      target.dispatchEvent(event)
    }
    return { page, hear }
  }

  it('I90 tells its opener that it listens, and hears its first message only', () => {
    const opener = { postMessage: vi.fn<(said: unknown, to: string) => void>() }
    const { page, hear } = anOpenedWindow(opener)
    const arrived = vi.fn<(arrival: unknown) => void>()
    receiveClip(page, arrived)
    expect(opener.postMessage).toHaveBeenCalledWith(CLIP_READY, '*')
    hear(CLIP, { postMessage: vi.fn() })
    hear(CLIP, null)
    expect(arrived).not.toHaveBeenCalled()
    hear({ ...CLIP, type: 'something' }, opener)
    hear(CLIP, opener)
    expect(arrived.mock.calls).toEqual([[{ ok: false, problem: 'not-a-clip' }]])
    expect(page.opener).toBeNull()
  })

  it('I90 hears nothing without an opener, or after it was stopped', () => {
    const arrived = vi.fn<(arrival: unknown) => void>()
    const alone = anOpenedWindow(null)
    receiveClip(alone.page, arrived)
    alone.hear(CLIP, null)
    const opener = { postMessage: vi.fn() }
    const stopped = anOpenedWindow(opener)
    receiveClip(stopped.page, arrived)()
    stopped.hear(CLIP, opener)
    expect(arrived).not.toHaveBeenCalled()
  })
})

describe('readClip', () => {
  it.each<[why: string, data: unknown, from: string, problem: string]>([
    ['words', 'factmark-clip', NEWS, 'not-a-clip'],
    ['nothing', null, NEWS, 'not-a-clip'],
    ['a part that is missing', { ...CLIP, html: undefined }, NEWS, 'not-a-clip'],
    ['a part too many', { ...CLIP, more: 1 }, NEWS, 'not-a-clip'],
    ['a part of another kind', { ...CLIP, html: ['<p>'] }, NEWS, 'not-a-clip'],
    ['an address without end', { ...CLIP, url: `${NEWS}/${'a'.repeat(10_001)}` }, NEWS, 'not-a-clip'],
    ['a later version', { ...CLIP, version: 2, links: [] }, NEWS, 'other-version'],
    ['a page that was too large to be sent', { ...CLIP, html: null }, NEWS, 'too-large'],
    ['100 MB', { ...CLIP, html: 'a'.repeat(100_000_000) }, NEWS, 'too-large'],
    ['few signs of many bytes', { ...CLIP, html: '文'.repeat(20_000_000) }, NEWS, 'too-large'],
    ['the program itself', CLIP, DESK, 'own-page'],
  ])('I90 refuses %s', (_why, data, from, problem) => {
    expect(readClip(data, from, DESK)).toEqual({ ok: false, problem })
  })

  it('I92 notes an address only when it is of the site that the browser names', async () => {
    const told = await addressNoted({ ...CLIP, url: `${NEWS}/a?b=-->#c-->` }, NEWS)
    expect(told).toEqual({ isTrue: true, claimed: `${NEWS}/a?b=--%3E#c--%3E`, sourceUrl: `${NEWS}/a?b=--%3E#c--%3E` })
    expect(await addressNoted(CLIP, 'https://other.example')).toMatchObject({ isTrue: false, sourceUrl: '' })
    expect(await addressNoted({ ...CLIP, url: 'file:///x.html' }, 'null')).toMatchObject({
      ...{ isTrue: false, claimed: '', sourceUrl: '' },
    })
  })

  it('I92 reads what was handed over like a saved page, in the encoding that it came in', async () => {
    const html = MARKUP.replace('<title>', '<meta charset="iso-8859-1"><title>').replace('Ferries', 'Fähren “ran” and')
    const clip = readClip({ ...CLIP, html, title: ' Tunnel\n reopens.json ' }, NEWS, DESK)
    if (!clip.ok) throw new Error(clip.problem)
    expect(clip.value.file.name).toBe('Tunnel reopens.json.html')
    const read = await readFile(clip.value.file, { captured: '2026-11-28T12:00:00.000Z' })
    if (!read.ok || read.value.kind !== 'article') throw new Error('not read')
    expect(textBlocks(read.value.draft.content).map(({ text }) => text)).toEqual([
      ...['Tunnel reopens', 'It carries 4,200 cars a day.', 'Fähren “ran” and ran for ten days.'],
    ])
  })

  async function addressNoted(data: typeof CLIP, from: string) {
    const clip = readClip({ ...data, html: MARKUP }, from, DESK)
    if (!clip.ok) throw new Error(clip.problem)
    const read = await readFile(clip.value.file, { captured: '2026-11-28T12:00:00.000Z' })
    if (!read.ok || read.value.kind !== 'article') throw new Error('not read')
    const { isTrue, claimed } = clip.value
    return { isTrue, claimed, sourceUrl: read.value.draft.about.sourceUrl }
  }
})
