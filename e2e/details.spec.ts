import { expect, test } from './fixtures.ts'
import { expectAccessibleInAll } from './axe.ts'
import { DetailsDialog } from './pages/details-dialog.ts'
import { LibraryPage } from './pages/library-page.ts'

const TITLE = 'The mill of Orrel turns again'
const PARAGRAPH = `The mill of Orrel turned for the first time in 9.5 years on Tuesday, the millers said, and half of the
town came to see it turn. Who will grind there is not settled, and the council has not put it on its list.`
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title>
<meta name="author" content="Ada Reyes"><meta property="og:site_name" content="The Orrel Post">
<meta property="article:published_time" content="2026-11-19"><meta property="article:modified_time" content="2026-11-20">
</head><body><nav>Sent by a source who must not be named</nav><article><h1>${TITLE}</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p>
<p>&lt;img src=x onerror=alert(1)&gt;</p></article></body></html>`

test('S95 S96 the byline says who wrote an article and what it was made of, and its details are corrected', async ({
  page,
  review,
  context,
}) => {
  test.slow() // axe looks at two dialogs four times
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const library = new LibraryPage(page)
  await library.newArticle()
  await library.openFile('mill.html', PAGE)
  await expect(page.getByText('was read as a web page')).toBeVisible()
  await library.start.click()
  await review.isReady()
  for (const fact of ['By Ada Reyes', 'The Orrel Post', 'published 19 Nov 2026', 'changed 20 Nov 2026']) {
    await expect(page.getByText(fact, { exact: true })).toBeVisible()
  }
  await review.reload()
  await expect(review.article).not.toContainText('must not be named')

  const opener = page.getByRole('button', { name: /^Original text, captured \d/ })
  await opener.click()
  const original = page.getByRole('dialog', { name: 'Original text' })
  const words = original.getByRole('region', { name: /^Text captured / })
  await expect(words).toContainText('a source who must not be named')
  await expect(words).toContainText('<img src=x onerror=alert(1)>')
  await expect(original.getByText(/^SHA-256 [0-9a-f]{64}$/)).toBeVisible()
  await expectAccessibleInAll(page, { name: 'original text' })
  await original.getByRole('button', { name: 'Copy the text' }).click()
  await expect(original.getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await words.textContent())
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()

  const details = new DetailsDialog(page)
  await page.getByRole('button', { name: 'Edit details' }).click()
  await expect(details.field('Author')).toHaveValue('Ada Reyes')
  await details.field('Author').fill('Ben Lind')
  await details.field('Published').fill('yesterday')
  await details.save.click()
  await expect(details.field('Published')).toHaveAccessibleDescription(/^A date looks like 2025-06-16/)
  await expectAccessibleInAll(page, { name: 'details' })
  await details.field('Published').fill('2026-11')
  await details.language.selectOption('Persian')
  await review.savedAfter(() => details.save.click())
  await expect(page.getByText('By Ben Lind', { exact: true })).toBeVisible()
  await expect(page.getByText('published Nov 2026', { exact: true })).toBeVisible()
  await expect(review.article).toHaveAttribute('dir', 'rtl')

  await library.open()
  await library.choose(TITLE, 'Edit details')
  await expect(details.field('Author')).toHaveValue('Ben Lind')
  await details.field('Publisher').fill('')
  await review.savedAfter(() => details.save.click())
  await review.savedAfter(() => review.headerButton('Undo').click())
  await review.savedAfter(() => review.headerButton('Undo').click())
  await library.row(TITLE).getByRole('link').click()
  await review.isReady()
  await expect(page.getByText('By Ada Reyes', { exact: true })).toBeVisible()
  await expect(page.getByText('The Orrel Post', { exact: true })).toBeVisible()
  await expect(review.article).toHaveAttribute('dir', 'ltr')
})
