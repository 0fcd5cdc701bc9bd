// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { textBlocks } from '../../domain/article-text.ts'
import { readFile } from '../../intake/read-file.ts'
import { takeWords, type SharedWords } from './shared-words.ts'

const URL_OF_PAGE = 'https://news.example/tunnel'
const NOTHING: SharedWords = { title: '', text: '', url: '' }

describe('takeWords', () => {
  it.each<[why: string, words: Partial<SharedWords>]>([
    ['as the address', { url: URL_OF_PAGE }],
    ['with the name of the page', { title: 'Tunnel reopens', url: URL_OF_PAGE }],
    ['as the text', { title: 'Tunnel reopens', text: ` ${URL_OF_PAGE}\n` }],
    ['twice', { text: URL_OF_PAGE, url: URL_OF_PAGE }],
  ])('I93 tells an address without any text, given %s', (_why, words) => {
    expect(takeWords({ ...NOTHING, ...words }, 'Shared')).toEqual({ kind: 'address', address: URL_OF_PAGE })
  })

  it('I93 finds nothing in nothing, and no address in what is none', () => {
    expect(takeWords({ ...NOTHING, url: 'javascript:alert(1)' }, 'Shared')).toEqual({ kind: 'nothing' })
  })

  it('I93 makes an article of a text, plain without an address', async () => {
    expect(await articleOf({ title: 'Tunnel\nreopens', text: '# It is open.\n\n- 4,200 cars' })).toEqual({
      ...{ name: 'Tunnel reopens.txt', sourceUrl: '' },
      blocks: ['Tunnel reopens', '# It is open.', '4,200 cars'],
    })
    expect((await articleOf({ text: 'It is open.' })).name).toBe('Shared.txt')
  })

  it('I93 keeps where a text is from, and every sign of it', async () => {
    const text = '“It is <b>open</b> & free,” the mayor said.\nFerries ran for ten days.\n\nMore later.'
    const expected = {
      ...{ name: 'Tunnel.html', sourceUrl: URL_OF_PAGE },
      blocks: ['Tunnel', '“It is <b>open</b> & free,” the mayor said.\nFerries ran for ten days.', 'More later.'],
    }
    expect(await articleOf({ title: 'Tunnel', text: `${text}\n ${URL_OF_PAGE}` })).toEqual(expected)
    expect(await articleOf({ title: 'Tunnel', text, url: URL_OF_PAGE })).toEqual(expected)
  })

  it('I93 leaves another address at the end of a text where it stands', async () => {
    const { blocks, sourceUrl } = await articleOf({ title: 'A', text: 'See https://b.example/', url: URL_OF_PAGE })
    expect([blocks.at(-1), sourceUrl]).toEqual(['See https://b.example/', URL_OF_PAGE])
  })

  async function articleOf(words: Partial<SharedWords>) {
    const taken = takeWords({ ...NOTHING, ...words }, 'Shared')
    if (taken.kind !== 'article') throw new Error(taken.kind)
    const read = await readFile(taken.file, { captured: '2026-11-28T12:00:00.000Z' })
    if (!read.ok || read.value.kind !== 'article') throw new Error('not read')
    const { content, about } = read.value.draft
    return { name: taken.file.name, sourceUrl: about.sourceUrl, blocks: textBlocks(content).map(({ text }) => text) }
  }
})
