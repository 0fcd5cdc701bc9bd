import { describe, expect, it } from 'vitest'
import { createShareTarget } from './share-target.ts'

const SCOPE = 'https://desk.example/factmark/'
const TAKEN = `${SCOPE}#/shared`
const REFUSED = `${SCOPE}#/shared/refused`

describe('share target', () => {
  it.each<[what: string, request: Request, isShare: boolean]>([
    ['what is shared', new Request(`${SCOPE}?share`, { method: 'POST' }), true],
    ['the page', new Request(`${SCOPE}?share`), false],
    ['a form of the folder', new Request(SCOPE, { method: 'POST' }), false],
    ['a form of another folder', new Request('https://desk.example/?share', { method: 'POST' }), false],
  ])('O17 tells a sharing from other requests: %s', (_what, request, isShare) => {
    expect(aTarget().target.isShare(request)).toBe(isShare)
  })

  it('O17 lays words and files where the page takes them, and leads there', async () => {
    const { target, kept } = aTarget()
    const form = new FormData()
    form.append('title', 'Tunnel')
    form.append('text', 'It is open.')
    form.append('files', new File(['%PDF-1.7'], 'Überblick/1.pdf', { type: 'application/pdf' }))
    form.append('files', new File([], ''))
    const answer = await target.take(sharing(form))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, TAKEN])
    expect([...kept.keys()]).toEqual([`${SCOPE}shared/1/0`, `${SCOPE}shared/1/1`])
    expect(await kept.get(`${SCOPE}shared/1/0`)!.json()).toEqual({ title: 'Tunnel', text: 'It is open.', url: '' })
    const file = kept.get(`${SCOPE}shared/1/1`)!
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(decodeURIComponent(file.headers.get('x-file-name')!)).toBe('Überblick/1.pdf')
    expect(await file.text()).toBe('%PDF-1.7')
  })

  it('O17 keeps what was shared before beside what comes, but only so many things', async () => {
    const { target, kept } = aTarget()
    const form = new FormData()
    for (let count = 1; count < 25; count += 1) form.append('files', new File(['x'], `${count}.txt`))
    await target.take(sharing(form))
    await target.take(sharing(form))
    expect(kept.size).toBe(50)
    expect((await target.take(sharing(form))).headers.get('location')).toBe(REFUSED)
    expect(kept.size).toBe(50)
  })

  it('O17 refuses more than 100 MB', async () => {
    const { target, kept } = aTarget()
    const form = new FormData()
    for (const name of ['a', 'b']) form.append('files', new File([new Uint8Array(50_000_001)], name))
    const request = { formData: () => Promise.resolve(form) } as Request
    expect((await target.take(request)).headers.get('location')).toBe(REFUSED)
    expect(kept.size).toBe(0)
  })

  it('O17 keeps nothing of what it has no room for, and takes nothing that is no form', async () => {
    const { target, kept } = aTarget(1)
    const form = new FormData()
    form.append('files', new File(['x'], 'a.txt'))
    expect((await target.take(sharing(form))).headers.get('location')).toBe(REFUSED)
    expect(kept.size).toBe(0)
    const words = new Request(`${SCOPE}?share`, { method: 'POST', body: 'no form' })
    expect((await target.take(words)).headers.get('location')).toBe(REFUSED)
  })
})

function sharing(body: FormData): Request {
  return new Request(`${SCOPE}?share`, { method: 'POST', body })
}

/** A share target with as much of a cache as it uses, in which there is room for so many things. */
function aTarget(room = Infinity) {
  const kept = new Map<string, Response>()
  const cache = {
    keys: () => Promise.resolve([...kept.keys()]),
    put(address: string, response: Response) {
      if (kept.size >= room) return Promise.reject(new DOMException('', 'QuotaExceededError'))
      kept.set(address, response)
      return Promise.resolve()
    },
    delete: (address: string) => Promise.resolve(kept.delete(address)),
  }
  let count = 0
  const storage = { open: () => Promise.resolve(cache) } as unknown as CacheStorage
  return { target: createShareTarget(SCOPE, storage, () => String(++count)), kept }
}
