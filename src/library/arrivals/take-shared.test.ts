import { describe, expect, it } from 'vitest'
import { takeShared } from './take-shared.ts'

const URL_OF_PAGE = 'https://news.example/tunnel'
const NOTHING = { title: '', text: '', url: '' }

describe('takeShared', () => {
  it('I94 takes files with their names and words, once', async () => {
    const storage = aStorage({
      'https://desk.example/shared/1/0': new Response(JSON.stringify({ ...NOTHING, url: URL_OF_PAGE })),
      'https://desk.example/shared/1/1': new Response('%PDF-1.7', {
        headers: { 'X-File-Name': encodeURIComponent('Überblick 1.pdf'), 'Content-Type': 'application/pdf' },
      }),
    })
    const { files, addresses } = await takeShared(storage, 'Shared')
    expect(addresses).toEqual([URL_OF_PAGE])
    expect(files.map(({ name, type, size }) => ({ name, type, size }))).toEqual([
      { name: 'Überblick 1.pdf', type: 'application/pdf', size: 8 },
    ])
    expect(await takeShared(storage, 'Shared')).toEqual({ files: [], addresses: [] })
  })

  it('I94 finds nothing where the browser can keep nothing', async () => {
    expect(await takeShared(undefined, 'Shared')).toEqual({ files: [], addresses: [] })
  })

  it('I94 leaves out words that are not what the service worker writes', async () => {
    const storage = aStorage({
      'https://desk.example/shared/1/0': new Response('{"title":1}'),
      'https://desk.example/shared/1/1': new Response('x', { headers: { 'X-File-Name': 'a.txt' } }),
    })
    expect((await takeShared(storage, 'Shared')).files).toHaveLength(1)
  })
})

function aStorage(entries: Readonly<Record<string, Response>>): CacheStorage {
  let isThere = true
  const cache = {
    keys: () => Promise.resolve(Object.keys(entries).map(url => new Request(url))),
    match: (url: string) => Promise.resolve(entries[url]?.clone()),
  }
  return {
    has: (name: string) => Promise.resolve(isThere && name === 'shared-with-factmark'),
    open: () => Promise.resolve(cache),
    delete: () => Promise.resolve((isThere = false)),
  } as unknown as CacheStorage
}
