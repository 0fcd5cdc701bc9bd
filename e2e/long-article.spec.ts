import type { Page } from '@playwright/test'
import { NO_CHANGES } from '../src/domain/statement.ts'
import { toAnnotationSet } from '../src/exchange/annotation-set.ts'
import { NO_PUBLISHER } from '../src/exchange/codec.ts'
import { w3cCodec } from '../src/exchange/w3c-set.ts'
import { makeArticle } from './bench/made-article.ts'
import { expect, test } from './fixtures.ts'
import { ImportDialog } from './pages/import-dialog.ts'

// More blocks than are laid out at once, more statements than are drawn at once.
const MADE = makeArticle(31, { words: 24_000, annotations: 400 })
const BLOCKS = [1, 300] // one that is in view at first, one far below

test('P6 P7 P8 P9 a paragraph reads the same to assistive technology as when everything is drawn, and a change reads no text; a filter reaches all of it, and so does copying', async ({
  context,
  page,
  review,
}) => {
  await review.open()
  const set = toAnnotationSet(MADE.records, { history: false })
  await new ImportDialog(page).take(
    String(w3cCodec.writer!.encode(set, { changes: NO_CHANGES, publisher: NO_PUBLISHER })),
  )
  await page.goto(`./#/article/${MADE.records.article.id}`)
  await expect(review.article.getByRole('heading', { level: 1 })).toHaveText(MADE.plain.title)
  await expect(review.article.getByRole('paragraph').first().locator('mark').first()).toBeVisible()

  const drawnAsNeeded = []
  for (const block of BLOCKS) {
    const paragraph = review.article.getByRole('paragraph').nth(block)
    await paragraph.scrollIntoViewIfNeeded()
    await expect(paragraph.locator('mark').first()).toBeVisible()
    drawnAsNeeded.push(await treeOf(page, block))
  }
  await drawEverything(page)
  await expect.poll(() => review.statements().then(({ length }) => length)).toBe(MADE.plain.statements.length)
  const allDrawn = []
  for (const block of BLOCKS) allDrawn.push(await treeOf(page, block))

  expect(drawnAsNeeded).toEqual(allDrawn)
  expect(drawnAsNeeded.flat().filter(({ role }) => role === 'mark').length).toBeGreaterThanOrEqual(BLOCKS.length)

  // With nothing left to draw: what is drawn while idle reads the texts that it is drawn into.
  await review.press('ArrowDown')
  expect(await textsReadBy(page, () => review.savedAfter(() => review.press('0')))).toBeLessThan(BLOCKS[1]!)

  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await review.press('Control+a', 'Control+c')
  const said = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (await item!.getType(type)).text()
    return { text: await read('text/plain'), html: await read('text/html') }
  })
  expect(said.text).toBe([MADE.plain.title, ...MADE.plain.paragraphs].join('\n\n'))
  expect(said.html).toMatch(/^(?:<meta[^>]*>)?<h1/)
  expect(said.html).not.toContain('<div')

  await review.search.fill('no such words')
  await expect.poll(() => review.statements()).toEqual([])
  await review.search.fill('')
  await expect.poll(() => review.statements().then(({ length }) => length)).toBe(MADE.plain.statements.length)
})

/** How many texts of the article are read, node by node, while something is done. */
async function textsReadBy(page: Page, act: () => Promise<unknown>): Promise<number> {
  const counted = await page.evaluateHandle(() => {
    const article = document.querySelector('[role=textbox][aria-readonly]')!
    const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue')!
    const read = { texts: 0 }
    Object.defineProperty(Node.prototype, 'nodeValue', {
      configurable: true,
      set: set!,
      get(this: Node) {
        if (article.contains(this)) read.texts += 1
        return get!.call(this) as string | null
      },
    })
    return read
  })
  await act()
  return counted.evaluate(({ texts }) => texts)
}

/** As for printing, and without leaving out what is far from the view. */
async function drawEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    const frame = document.querySelector('[role=textbox][aria-readonly]')?.closest('[data-long]')
    if (!frame) throw new Error('This article is not long enough.')
    frame.removeAttribute('data-long')
  })
}

interface AccessibleNode {
  readonly role: unknown
  readonly name: unknown
  readonly says: Readonly<Record<string, unknown>>
}

/** A paragraph and all in it as the browser hands it to assistive technology, without the links to cards. */
async function treeOf(page: Page, paragraph: number): Promise<readonly AccessibleNode[]> {
  const session = await page.context().newCDPSession(page)
  const expression = `document.querySelectorAll('[role=textbox][aria-readonly] p')[${paragraph}]`
  const { result } = await session.send('Runtime.evaluate', { expression })
  const { nodes } = await session.send('Accessibility.queryAXTree', { objectId: result.objectId! })
  await session.detach()
  return nodes.map(({ role, name, properties = [] }) => ({
    role: role?.value as unknown,
    name: name?.value as unknown,
    says: Object.fromEntries(
      properties
        .filter(property => property.name !== 'details')
        .map(property => [property.name, property.value.value as unknown]),
    ),
  }))
}
