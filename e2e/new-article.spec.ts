import type { Page } from '@playwright/test'
import { expectAccessibleInAll } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { LibraryPage } from './pages/library-page.ts'
import { LANTERN, MOONLIGHT } from './seeds.ts'

const MARKUP = `<h2>The works</h2><p>They cost <b>3.75 million</b>, <a href="https://example.com/">the ledger</a> says.</p>
<table><tr><th>Year</th><th>Sacks</th></tr><tr><td>2026</td><td>8,100</td></tr></table><img src=x onerror=alert(1)>`
const PAGE = `<!doctype html><html lang=en><head><title>Port news</title><meta name=author content="Ada Reyes">
<meta property="og:site_name" content="The Ellory Post"><meta property="article:published_time" content="2026-11-19T08:00:00Z"></head>
<body><article><h1>The port is open</h1>${'<p>The port of Ellory is open again, the mayor said on Monday.</p>'.repeat(6)}</article></body></html>`

test('V82, V85 an article is typed and put in order by keys, and is still there after another page was looked at', async ({
  page,
  review,
}) => {
  const library = new LibraryPage(page)
  const { keyboard } = page
  await library.newArticle()
  await library.text.focus()
  await keyboard.type('The mill turns\n- It is old.\n\nIt cost 3 million. Nobody knows who paid.\nQuoted')
  const tool = (name: string) =>
    page.getByRole('toolbar', { name: 'Layout' }).getByRole('button', { name, exact: true })
  await keyboard.press('Shift+Tab')
  await expect(tool('Title or heading 1')).toBeFocused()
  for (const next of ['Heading 2', 'Heading 3', 'Paragraph', 'Points', 'Numbered points', 'Quotation']) {
    await keyboard.press('ArrowRight')
    await expect(tool(next)).toBeFocused()
  }
  await keyboard.press('Enter')
  await expect(tool('Quotation')).toHaveAttribute('aria-pressed', 'true')
  await expect(library.text).toBeFocused()
  await keyboard.press('Tab')
  await expect(library.text).not.toBeFocused()
  await expect(page.getByText('Title, 1 point, 2 paragraphs, 5 segments to review')).toBeVisible()

  await library.text.focus()
  await keyboard.press('Control+End')
  await library.paste('The works', MARKUP)
  await expect(library.text.getByRole('table').getByRole('row')).toHaveCount(2)
  await expect(library.text.getByRole('img')).toHaveCount(0)
  await library.text.getByRole('cell', { name: '2026' }).click()
  await tool('Table to paragraphs').click()
  await expect(library.text.getByRole('table')).toHaveCount(0)
  await library.text.getByText('the ledger').click()
  await tool('Remove link').click()
  await expect(library.text.getByRole('link')).toHaveCount(0)
  await keyboard.press('Control+z')
  await expect(library.text.getByRole('link')).toHaveCount(1)
  await library.paste('a\0b')
  await expect(page.getByRole('alert')).toHaveText(/^This is not a text/)

  await library.open()
  await page.getByRole('button', { name: 'New article' }).click()
  await expect(library.text.getByRole('listitem')).toHaveText('It is old.')
  await review.savedAfter(() => library.start.click())
  await review.isReady()
  await expect(review.article.getByRole('blockquote')).toContainText('Quoted')
  await expect(review.article).toContainText('It cost 3 million.')
  await library.newArticle()
  await expect(library.text).toHaveText('')
})

test('V83, V84, V86 files are looked at, mended and added together, or dropped anywhere; what cannot be read says why', async ({
  page,
  review,
}) => {
  test.slow() // axe looks at one state four times
  const library = new LibraryPage(page)
  await library.newArticle()
  await library.openFiles(
    ['mill.txt', 'The mill turns\nIt is old.'],
    ['scan.pdf', Buffer.from('%PDF-1.4 cut')],
    ['lantern.txt', LANTERN.file],
    ['port.html', PAGE],
    ['set.json', '{"@context": []}'],
  )
  const list = page.getByRole('region', { name: 'Opened together' })
  const items = list.getByRole('listitem')
  await expect(items).toHaveCount(5)
  await expect(items.nth(1)).toContainText('This PDF is damaged or cut off')
  await expect(items.nth(2)).toContainText(`In your library already, as “${LANTERN.title}”.`)
  await expect(items.nth(3)).toContainText('The port is open')
  await expect(items.nth(4)).toContainText('This is an annotation set, not an article.')
  await expect(page.getByRole('link', { name: 'Library' })).toBeVisible()

  await items.nth(3).getByRole('button', { name: 'Look at it' }).click()
  await expect(library.text).toBeFocused()
  await expect(page.getByLabel('Author')).toHaveValue('Ada Reyes')
  await expect(page.getByLabel('Publisher')).toHaveValue('The Ellory Post')
  await expect(page.getByLabel('Published')).toHaveValue('2026-11-19')
  await page.keyboard.type('At last: ')
  await expect(items.nth(3)).toContainText('At last: The port is open')
  await expectAccessibleInAll(page, { name: 'files opened together' })
  await items.nth(4).getByRole('button', { name: 'Leave out' }).click()
  await items.nth(1).getByRole('button', { name: 'Leave out' }).click()
  await review.savedAfter(() => list.getByRole('button', { name: 'Add all 3 to the library' }).click())
  await expect(page.getByText('2 articles added. 1 was in your library already.')).toBeVisible()
  await expect(library.articles).toHaveCount(5)
  await expect(library.row('At last: The port is open')).toBeVisible()

  await review.open(MOONLIGHT)
  await drop(page, ['port.html', PAGE])
  await expect(library.text.getByRole('heading', { level: 1 })).toHaveText('The port is open')
  await expect(page.getByText('“port.html” was read as a web page.')).toBeVisible()
  await drop(page, ['set.json', '{}'])
  await expect(new ImportDialog(page).refusal).toHaveText(/is JSON, but holds no annotations/)
  await page.keyboard.press('Escape')
  await library.openFile('set.json', '{}')
  await expect(new ImportDialog(page).refusal).toHaveText(/is JSON, but holds no annotations/)
})

/** Drops files somewhere on the window. */
function drop(page: Page, ...files: readonly (readonly [name: string, text: string])[]): Promise<void> {
  return page.evaluate(list => {
    const dataTransfer = new DataTransfer()
    for (const [name, text] of list) dataTransfer.items.add(new File([text], name))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, files)
}
