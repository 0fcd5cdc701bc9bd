import { describe, expect, it } from 'vitest'
import { articleText, textHash } from '../domain/article-text.ts'
import type { ArticleContent } from '../domain/article-content.ts'
import { editsOf, type TextEdit } from '../domain/text-edits.ts'
import { annotationIn, aStore, everythingSettles, type StoreTab } from '../testing/a-store.ts'
import { aContent, anArticle, aRevision } from '../testing/builders.ts'

const TWIN = 'The ferry of Ellory was late on Monday.'
const BEFORE = aContent('Ferries', [TWIN, 'Nobody knew why it was late for 3 hours.', TWIN])

describe('a text that was edited here', () => {
  it('A75 keeps what was not touched exactly where it is, also among sentences like it, and after a reload', async () => {
    const { tab, id } = await withStatement(TWIN)
    const after = aContent('Ferries', ['Nobody knew why it was late for 3 hours.', TWIN])
    await update(tab, after, [
      { from: 0, at: 0, length: 7 },
      { from: 7 + 40, at: 7, length: 81 },
    ])
    const place = { from: articleText(after).indexOf(TWIN), to: articleText(after).length }
    expect(annotationIn(tab, id)).toMatchObject({
      change: { kind: 'unchanged' },
      anchor: { kind: 'anchored', ...place },
    })
    const reloaded = await aStore({ device: tab.device })
    await reloaded.state().openArticle(tab.state().open!.article.id)
    expect(annotationIn(reloaded, id).anchor).toMatchObject({ kind: 'anchored', ...place })
    expect(await reloaded.state().showRevision(reloaded.state().open!.article.id)).toBeNull()
    expect(annotationIn(reloaded, id).anchor).toMatchObject({ from: articleText(BEFORE).lastIndexOf(TWIN) })
  })

  it.each([
    ['fact-changed', 'for 3 hours', 'for 4 hours'],
    ['reworded', 'knew why', 'knew the reason why'],
    ['unchanged', 'Ferries', 'The ferries'],
  ])('A76 says that a statement is %s by its words', async (kind, was, is) => {
    const { tab, id } = await withStatement('Nobody knew why it was late for 3 hours.')
    const [before, place] = [articleText(BEFORE), articleText(BEFORE).indexOf(was)]
    const after = before.replace(was, is)
    const [title, ...paragraphs] = after.split('\n')
    const end = place + was.length
    await update(tab, aContent(title, paragraphs), [
      { from: 0, at: 0, length: place },
      { from: end, at: place + is.length, length: before.length - end },
    ])
    expect(annotationIn(tab, id).change?.kind).toBe(kind)
  })

  it('A76 looks elsewhere for a statement of which all words were replaced, and lists it when it is gone', async () => {
    const { tab, id } = await withStatement('Nobody knew why it was late for 3 hours.')
    await update(tab, aContent('Ferries', [TWIN, TWIN]), [
      { from: 0, at: 0, length: 47 },
      { from: 47 + 41, at: 47, length: TWIN.length },
    ])
    expect(annotationIn(tab, id).change?.kind).toBe('orphaned')
  })

  it('A76 does not believe edits that do not make the text', async () => {
    const { tab, id } = await withStatement('Nobody knew why it was late for 3 hours.')
    await tab
      .state()
      .acceptUpdate(aContent('Ferries', ['Nobody knew why it was late for 3 hours.', TWIN]), { edits: [[0, 1, 0]] })
    expect(annotationIn(tab, id)).toMatchObject({ change: { kind: 'unchanged' }, anchor: { from: 8 } })
  })
})

/** The article with a verdict on the last of these words. */
async function withStatement(words: string): Promise<{ tab: StoreTab; id: string }> {
  const tab = await aStore()
  const article = textHash(articleText(BEFORE))
  tab.state().addArticle({
    article: anArticle({ id: article, title: 'Ferries' }),
    revision: aRevision({ hash: article, article, content: BEFORE }),
  })
  await tab.state().openArticle(article)
  const from = articleText(BEFORE).lastIndexOf(words)
  const id = tab.state().tag('verified', { from, to: from + words.length })!
  await tab.state().whenSettled()
  return { tab, id }
}

async function update(tab: StoreTab, after: ArticleContent, runs: Parameters<typeof editsOf>[2]): Promise<void> {
  const edits: readonly TextEdit[] = editsOf(articleText(BEFORE), articleText(after), runs)
  expect(await tab.state().acceptUpdate(after, { edits })).toBeNull()
  await everythingSettles()
  expect(tab.state().open!.revision.edits).toEqual(edits)
}
