import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { LibraryPage } from './pages/library-page.ts'
import { LANTERN, MOONLIGHT, SEED } from './seeds.ts'

const PLAIN = `The mill of Orrel turns again
- It stood still for 9.5 years.
- Three millers share the work.
The mill of Orrel turned for the first time in 9.5 years on Tuesday. Who will grind there is not settled.`

const REFUSED = [
  { name: 'nothing', file: 'empty.txt', content: '', sentence: /There is no text here/ },
  {
    name: 'a picture',
    file: 'picture.txt',
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]),
    sentence: /not a text/,
  },
  { name: 'another encoding', file: 'latin.txt', content: Buffer.from([0x43, 0x61, 0x66, 0xe9]), sentence: /UTF-8/ },
  // Taken to where annotation sets are read, which says it.
  { name: 'an annotation set', file: 'set.json', content: '{}', sentence: /is JSON, but holds no annotations/ },
] as const

test('V27 the library lists articles with their progress, finds them by name and renames them, which can be undone', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1', 'ArrowDown', '2', 'ArrowDown', '0')
  const library = new LibraryPage(page)
  await library.open()
  await expect(library.articles).toHaveCount(3)
  const row = library.row(LANTERN.title)
  await expect(row).toContainText('3 of 17 reviewed')
  await expect(row).toContainText('1 verified')
  await expect(row).toContainText('1 disputed')
  await expect(row).toContainText('0 unverified')
  await page.reload()
  await expect(row).toContainText('3 of 17 reviewed')
  await expect(library.row(MOONLIGHT.title)).toContainText('Not opened yet')

  await library.search.fill('LANTERN ellory')
  await expect(library.articles).toHaveCount(1)
  await library.search.fill('no such thing')
  await expect(page.getByText('No article matches “no such thing”.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear search' }).click()
  await expect(library.articles).toHaveCount(3)

  await library.choose(LANTERN.title, 'Rename')
  const dialog = page.getByRole('dialog', { name: 'Rename article' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('The bridge')
  await review.savedAfter(() => dialog.getByRole('button', { name: 'Save' }).click())
  await expect(library.row('The bridge')).toBeVisible()
  await review.savedAfter(() => review.headerButton('Undo').click())
  await expect(library.row(LANTERN.title)).toBeVisible()
  await review.savedAfter(() => review.headerButton('Redo').click())
  await page.reload()
  await page.getByRole('link', { name: 'The bridge' }).click()
  await review.isReady()
  await expect(review.article.getByRole('heading')).toHaveText(LANTERN.title)
})

test('V27, V28 a deleted article goes with its work, and comes back with it when that is undone or its text taken in', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('2'))
  const library = new LibraryPage(page)
  await library.open()
  await library.choose(LANTERN.title, 'Delete')
  const notice = page.getByRole('status').filter({ hasText: 'was put in the bin' })
  await review.savedAfter(() => notice.getByRole('button', { name: 'Undo' }).click())
  await page.getByRole('link', { name: LANTERN.title }).click()
  await review.isReady()
  await review.hasStatements(['disputed', LANTERN.title])

  await library.open()
  await review.savedAfter(() => library.choose(LANTERN.title, 'Delete'))
  await expect(library.articles).toHaveCount(2)
  await expect(page.getByText(`“${LANTERN.title}” was put in the bin.`)).toBeVisible()
  await page.reload()
  await expect(library.articles).toHaveCount(2)
  await page.goto('./')
  await review.isReady()
  await library.open()
  await library.choose(SEED.title, 'Delete')
  await expect(library.row(SEED.title)).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(library.row(SEED.title)).toBeVisible()

  await library.newArticle()
  await library.paste(LANTERN.file)
  await library.start.click()
  await review.isReady()
  await review.hasStatements(['disputed', LANTERN.title])
  await library.open()
  await expect(library.row(LANTERN.title)).toBeVisible()
})

test('V28 V29 pasted texts and text files become articles, known ones open with their work; what is none is refused', async ({
  page,
  review,
}) => {
  const library = new LibraryPage(page)
  for (const { name, file, content, sentence } of REFUSED) {
    await test.step(name, async () => {
      await library.newArticle()
      await library.openFile(file, content)
      await expect(page.getByRole('alert')).toHaveText(sentence)
      await page.keyboard.press('Escape')
      await library.open()
      await expect(library.articles).toHaveCount(3)
    })
  }

  await library.newArticle()
  await library.paste(PLAIN)
  await expect(page.getByText('Title, 2 points, 1 paragraph, 5 segments to review')).toBeVisible()
  await review.savedAfter(() => library.start.click())
  await review.isReady()
  await expect(review.article.getByRole('heading', { level: 1 })).toHaveText('The mill of Orrel turns again')
  await expect(review.article.getByRole('listitem')).toHaveText([
    'It stood still for 9.5 years.',
    'Three millers share the work.',
  ])
  await review.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', '2')
  await review.hasStatements(['disputed', 'The mill of Orrel turned for the first time in 9.5 years on Tuesday.'])
  await review.reload()
  await review.hasProgress(1, 5)

  await library.newArticle()
  await library.openFile('mill.txt', `\uFEFF${PLAIN.replaceAll('\n', '\r\n').replaceAll('Orrel', 'Sarn')}`)
  await expect(library.text.getByRole('listitem')).toHaveCount(2)
  await library.start.click()
  await review.isReady()
  await review.hasProgress(0, 5)
  await expect(page.getByText('From a file', { exact: true })).toBeVisible()

  await library.newArticle()
  await library.paste(PLAIN)
  await expect(
    page.getByText('This text is in your library already, as “The mill of Orrel turns again”.'),
  ).toBeVisible()
  await library.start.click()
  await review.isReady()
  await review.hasStatements(['disputed', 'The mill of Orrel turned for the first time in 9.5 years on Tuesday.'])
  await library.open()
  await expect(library.articles).toHaveCount(5)
})

test('V107 V108 of a long library the rows near the view are in the document, and the one with the focus; each says which of how many it is; on paper all stand', async ({
  page,
  review,
}) => {
  await review.open()
  await shelve(page, MANY)
  const library = new LibraryPage(page)
  await page.reload()
  await library.open()
  const total = MANY + 3
  await expect(page.getByText(`${total} articles`)).toBeVisible()
  const rows = page.getByRole('list', { name: 'Articles' }).locator(':scope > li')
  await expect(rows.first()).toHaveAttribute('aria-posinset', '1')
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(total))
  expect(await rows.count()).toBeLessThan(60)

  // By keys alone: the Tab key always finds a next row.
  const first = library.articles.first().getByRole('link')
  await first.focus()
  for (let row = 0; row < 30; row += 1) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
  }
  await expect(library.articles.locator(':focus')).toBeInViewport()
  expect(await focusedRow(page)).toBe('31')

  await page.locator('.app-page').evaluate(scroller => scroller.scrollTo(0, scroller.scrollHeight))
  await expect(library.row(`Article ${MANY - 1}`)).toBeInViewport()
  expect(await focusedRow(page)).toBe('31')
  expect(await rows.count()).toBeLessThan(60)
  const boxes = await rows.evaluateAll(all =>
    all.map(row => row.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
  )
  for (const [index, { top }] of boxes.slice(1).entries())
    expect(top).toBeGreaterThanOrEqual(boxes[index]!.bottom - 0.5)
  await page.keyboard.press('Shift+Tab')
  await expect(library.articles.locator(':focus')).toBeInViewport()
  expect(await focusedRow(page)).toBe('30')

  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(rows).toHaveCount(total)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect(await rows.count()).toBeLessThan(60)

  await library.search.fill(`article ${MANY - 7}`)
  await expect(library.articles).toHaveCount(1)
  await expect(library.row(`Article ${MANY - 7}`)).toBeInViewport()
})

const MANY = 400

/** Puts so many copies of a stored article on the shelf, each under a name and an id of its own. */
async function shelve(page: Page, count: number): Promise<void> {
  await page.evaluate(async count => {
    const opening = indexedDB.open('factmark')
    await new Promise(resolve => (opening.onsuccess = resolve))
    const transaction = opening.result.transaction(['articles', 'shelf'], 'readwrite')
    const [articles, shelf] = [transaction.objectStore('articles'), transaction.objectStore('shelf')]
    const first = <T>(store: IDBObjectStore) =>
      new Promise<T>(resolve => {
        const request = store.getAll(null, 1) as IDBRequest<T[]>
        request.onsuccess = () => resolve(request.result[0]!)
      })
    const [article, entry] = await Promise.all([first<{ id: string }>(articles), first<{ article: string }>(shelf)])
    for (let index = 0; index < count; index += 1) {
      const id = index.toString(16).padStart(64, '0')
      articles.put({ ...article, id })
      shelf.put({
        ...entry,
        article: id,
        name: `Article ${index}`,
        opened: new Date(Date.UTC(2001, 0, 1) - index).toISOString(),
      })
    }
    await new Promise(resolve => (transaction.oncomplete = resolve))
    opening.result.close()
  }, count)
}

function focusedRow(page: Page): Promise<string | null> {
  return page.evaluate(
    () => document.activeElement?.closest('li[aria-posinset]')?.getAttribute('aria-posinset') ?? null,
  )
}
