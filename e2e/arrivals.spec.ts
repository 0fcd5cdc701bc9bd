import type { BrowserContext, Page } from '@playwright/test'
import { expectAccessible, expectAccessibleInAll } from './axe.ts'
import { expect } from './fixtures.ts'
import { LibraryPage } from './pages/library-page.ts'
import { test } from './static-host.ts'

const NEWS = 'http://news.example'
const ELSEWHERE = 'http://evil.example'
const HOSTILE = `<script>window.opener = 1; alert('ran')</script><img src="${ELSEWHERE}/seen.png" onerror="alert('ran')">
  <iframe src="${ELSEWHERE}/frame"></iframe><svg onload="alert('ran')"></svg><a href="javascript:alert('ran')">here</a>`
const ARTICLE = `<!doctype html><html lang="en"><title>Tunnel reopens – The Post</title><meta name="author" content="Ada Reyes">
  <article><h1>Tunnel reopens</h1><p>It carries 4,200 cars a day, the mayor said on Monday.</p>${HOSTILE}
  <p>Ferries ran for ten days, <a href="/list">the list</a> says.</p></article></html>`

test('V96, V97, I92 the bookmarklet hands a page over, which is asked about and then taken in', async ({
  page,
  context,
  host,
}) => {
  const app = await watched(context, host.address)
  await page.goto(`${host.address}#/new`)
  await page.getByRole('link', { name: 'Take in web pages by a bookmark' }).click()
  const link = page.getByRole('link', { name: 'Review in Factmark' })
  const bookmark = (await link.getAttribute('href'))!
  await link.click()
  await expect(page.getByText(/^On this page it does nothing/)).toBeVisible()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy the bookmarklet' }).click()
  await expect(page.getByText(/^Copied/)).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(bookmark)

  await page.goto(`${NEWS}/tunnel`)
  const tab = await clicked(page, bookmark)
  await expect(tab.getByRole('heading', { name: 'Take this page in?' })).toBeVisible()
  await expect(tab.getByRole('status').filter({ hasText: 'news.example' })).toHaveText(
    'A page from news.example was handed over.',
  )
  await expect(tab.getByText(`${NEWS}/tunnel`)).toBeVisible()
  await expectAccessibleInAll(tab, { name: 'page that is handed over' })
  await tab.getByRole('button', { name: 'Take it in' }).click()
  const library = new LibraryPage(tab)
  await expect(library.text).toContainText('4,200 cars a day')
  await expect(library.text.getByRole('link', { name: 'the list' })).toHaveAttribute('href', `${NEWS}/list`)
  await expect(tab.getByLabel('Author')).toHaveValue('Ada Reyes')
  await expect(tab.getByLabel('Source address')).toHaveValue(`${NEWS}/tunnel`)

  const again = await clicked(page, pretending(bookmark, 'https://bank.example/tunnel'))
  await expect(again.getByRole('alert')).toHaveText(
    'It says that it is from bank.example, but it came from news.example. That address will not be noted.',
  )
  await again.getByRole('button', { name: 'Discard' }).click()
  await expect(again.getByText(/^Discarded\. Nothing of the page was kept/)).toBeVisible()
  await again.reload()
  await expect(again.getByText(/^The page that was handed over here is gone/)).toBeVisible()
  expect(app.faults).toEqual([])
  // Where it was handed over from, it does what it was made for.
  expect(app.done).toContain('ran')
  expect(app.done).toContain(`${ELSEWHERE}/seen.png`)
})

test('V98, O17, I94 what is shared is kept, opened and then gone', async ({ page, context, host }) => {
  const app = await watched(context, host.address)
  await page.goto(host.address)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  // On its way to an article the program would call off the way to another page.
  await expect(page.getByRole('textbox', { name: 'Article', exact: true })).toBeVisible()
  const library = new LibraryPage(page)
  await share(page, host.address, { text: 'The tunnel is open.\nhttps://news.example/tunnel', title: 'Tunnel reopens' })
  await expect(library.text).toContainText('The tunnel is open.')
  await expect(page.getByLabel('Source address')).toHaveValue('https://news.example/tunnel')
  expect(await page.evaluate(() => caches.has('shared-with-factmark'))).toBe(false)
  await page.getByRole('button', { name: 'Take everything away' }).click()
  await expect(library.text).toHaveText('')
  await page.getByRole('button', { name: 'Put it back' }).click()
  await expect(library.text).toContainText('The tunnel is open.')
  await page.getByRole('button', { name: 'Take everything away' }).click()

  await share(page, host.address, { url: 'https://news.example/tunnel' })
  await expect(page.getByText(/^Only an address was shared, and Factmark fetches nothing/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'https://news.example/tunnel' })).toBeVisible()
  await expectAccessible(page, 'a shared address')
  await page.reload()
  await expect(page.getByText(/^Nothing that was shared is here/)).toBeVisible()
  expect(app.faults).toEqual([])
})

/** Serves pages of a hostile news site, and notes apart what goes wrong in the program and what those pages themselves do. */
async function watched(context: BrowserContext, address: string) {
  const [faults, done]: [string[], string[]] = [[], []]
  const note = (page: Page | null, what: string) => {
    if (page === null || page.url().startsWith(address)) faults.push(what)
    else done.push(what)
  }
  context.on('weberror', problem => note(problem.page(), String(problem.error())))
  context.on('console', message => message.type() === 'error' && note(message.page(), message.text()))
  context.on('dialog', dialog => {
    note(dialog.page(), dialog.message())
    void dialog.dismiss()
  })
  context.on('request', request => {
    if (request.url().startsWith(new URL(address).origin) || !request.url().startsWith('http')) return
    const page = request.serviceWorker() ? null : request.frame().page()
    // A person who goes to another page leaves the program; nothing else may.
    if (page === null || !request.isNavigationRequest() || request.frame() !== page.mainFrame())
      note(page, request.url())
  })
  await context.route(`${NEWS}/**`, route => route.fulfill({ contentType: 'text/html', body: ARTICLE }))
  await context.route(`${ELSEWHERE}/**`, route => route.abort())
  return { faults, done }
}

/** Runs a bookmark in the page that is open, as a click on it does. */
async function clicked(page: Page, bookmark: string): Promise<Page> {
  const opening = page.waitForEvent('popup')
  await page.evaluate(decodeURIComponent(bookmark.replace(/^javascript:/, '')))
  return opening
}

/** What a bookmark runs, but with another address than that of the page on which it is clicked, as a hostile page could. */
function pretending(bookmark: string, address: string): string {
  const code = decodeURIComponent(bookmark.replace(/^javascript:/, ''))
  const claimed = "url: location.href.length > longest ? '' : location.href"
  expect(code).toContain(claimed)
  return encodeURIComponent(code.replace(claimed, `url: '${address}'`))
}

/** Shares words as the system does: a form that leads away from wherever one was. */
async function share(page: Page, address: string, words: Readonly<Record<string, string>>) {
  await page.goto('about:blank')
  await page.setContent(`<form method=post enctype=multipart/form-data action="${address}?share">
    ${Object.keys(words)
      .map(name => `<textarea name=${name} aria-label=${name}></textarea>`)
      .join('')}<button>Share</button></form>`)
  for (const [name, text] of Object.entries(words)) await page.getByLabel(name).fill(text)
  await page.getByRole('button', { name: 'Share' }).click()
}
