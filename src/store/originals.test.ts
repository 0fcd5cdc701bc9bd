import { describe, expect, it } from 'vitest'
import type { CapturedText } from '../domain/original.ts'
import { aStore, theHarbourArticle } from '../testing/a-store.ts'
import { aContent, anOriginal, HARBOUR_ID } from '../testing/builders.ts'
import { isEmpty, withoutOverwritten } from './unsaved-changes.ts'

const MAIL: CapturedText = captured()
const NEXT = aContent('Harbour tunnel reopens', ['Nobody came.'])

describe('what a text was made of', () => {
  it('S93 is stored with the article that comes in, in one transaction', async () => {
    const tab = await aStore({ supplied: [], article: null })
    tab.state().addArticle({ ...theHarbourArticle(), original: MAIL })
    await tab.state().whenSettled()
    const [added] = tab.storage.committed.slice(-1)
    expect(Object.keys(added!).sort()).toEqual(['articles', 'originals', 'revisions', 'shelf'])
    expect(added!.originals).toEqual([anOriginal()])
  })

  it('S93 is stored also where the article is known', async () => {
    const tab = await aStore()
    tab.state().addArticle({ ...theHarbourArticle(), original: MAIL })
    await tab.state().whenSettled()
    expect(tab.storage.committed.at(-1)).toMatchObject({ originals: [anOriginal()] })
    expect(await tab.storage.readOriginals(HARBOUR_ID)).toMatchObject({ value: { originals: [anOriginal()] } })
  })

  it('S93 is stored with the next text, and names that', async () => {
    const tab = await aStore()
    const text = 'Nobody came, wrote M.'
    const { hash, captured } = anOriginal({ text })
    const written = tab.storage.committed.length
    expect(await tab.state().acceptUpdate(NEXT, { original: { text, hash, captured } })).toBeNull()
    const [update] = tab.storage.committed.slice(written)
    expect(update!.originals).toEqual([anOriginal({ text, revision: tab.state().open!.revision.hash })])
  })

  it('S93 is nothing where a text was typed', async () => {
    const tab = await aStore()
    await tab.state().acceptUpdate(NEXT)
    expect(await tab.storage.readOriginals(HARBOUR_ID)).toMatchObject({ value: { originals: [] } })
  })

  it('S90 is not written any more once its article was erased', () => {
    const left = withoutOverwritten({ originals: [anOriginal()] }, { droppedArticles: [HARBOUR_ID] })
    expect(isEmpty(left)).toBe(true)
  })
})

function captured(): CapturedText {
  const { text, hash, captured } = anOriginal()
  return { text, hash, captured }
}
