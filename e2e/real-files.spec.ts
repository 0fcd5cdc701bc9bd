import { expect, test } from './fixtures.ts'
import { LibraryPage } from './pages/library-page.ts'
import { aWordDocument } from './real-files/a-document.ts'
import { openMadeUpPage, PAGE_ADDRESS, savedAsArchive } from './real-files/a-page.ts'

const STATEMENT = 'It carries 4,200 cars a day, among them those of the hospital on the other bank.'

test('I35, I42, I50 what real programs have saved is read, with what it says of itself, and reviewed', async ({
  page,
  review,
  browser,
}) => {
  const site = await openMadeUpPage(browser)
  const archive = await savedAsArchive(site)
  const html = await site.content()
  const pdf = await site.pdf({ format: 'A5', displayHeaderFooter: true })
  await site.setContent('<svg width=200 height=200><path d="M0 0h100v100z"/></svg>')
  const scan = await site.pdf()
  await site.context().close()
  const library = new LibraryPage(page)
  const { text } = library
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await library.newArticle()
  // I42: what reads files is loaded with the first file.
  expect(asked.filter(url => /docx|pdf|mhtml|markdown|read-page|content-of-markup/.test(url))).toEqual([])

  await library.openFile('scan.pdf', scan)
  await expect(page.getByRole('alert')).toHaveText(/^This PDF has pictures but no text: run text recognition/)
  await library.openFile('cut.pdf', pdf.subarray(0, 200))
  await expect(page.getByRole('alert')).toHaveText(/^This PDF is damaged or cut off/)

  await library.openFile('mill.docx', await aWordDocument())
  await expect(page.getByText('“mill.docx” was read as a Word document.')).toBeVisible()
  await expect(page.getByText('Title, 1 heading, 3 points, 8 paragraphs, 13 segments to review')).toBeVisible()
  for (const said of ['until Tuesday.[1]', 'Counted by the port authority.', '1,200'])
    await expect(text).toContainText(said)

  await library.openFile('tunnel.pdf', pdf)
  await expect(page.getByText('“tunnel.pdf” was read as a PDF.')).toBeVisible()
  await expect(text.getByText('Harbour tunnel reopens')).toHaveCount(1)
  await expect(text).toContainText(STATEMENT)

  await library.openFile('tunnel.html', html)
  await expect(page.getByText('“tunnel.html” was read as a web page.')).toBeVisible()
  await expect(page.getByText('Title, 1 heading, 2 points, 12 paragraphs, 20 segments to review')).toBeVisible()

  await library.openFile('tunnel.mhtml', archive)
  await expect(page.getByText('“tunnel.mhtml” was read as a saved web page.')).toBeVisible()
  await expect(page.getByLabel('Author')).toHaveValue('Ada Reyes')
  await expect(page.getByLabel('Publisher')).toHaveValue('The Ellory Post')
  await expect(page.getByText('Of 1 picture only its description is kept.')).toBeVisible()
  await expect(page.getByLabel('Source address')).toHaveValue(PAGE_ADDRESS)
  await expect(page.getByLabel('Published')).toHaveValue('2026-11-19')
  await expect(page.getByLabel('Language')).toHaveValue('en-GB')
  await expect(text).not.toContainText('Subscribe')

  await review.savedAfter(() => library.start.click())
  await review.isReady()
  await expect(review.article.getByRole('heading', { level: 1 })).toHaveText('Harbour tunnel reopens')
  await expect(review.article.getByRole('table').getByRole('row')).toHaveText([
    'YearPassengers',
    '20258,100',
    '202616,300',
  ])
  await expect(review.article.getByRole('link', { name: 'The council’s list' })).toHaveAttribute(
    'href',
    'https://news.example.com/2026/10/council',
  )
  await review.press('ArrowDown', 'ArrowDown', 'ArrowDown', '2')
  await review.hasStatements(['disputed', STATEMENT])
})
