import type { Browser, Page } from '@playwright/test'

/** Where the made-up page is. No name server knows it; a route answers. */
export const PAGE_ADDRESS = 'https://news.example.com/2026/11/harbour-tunnel'

const PARAGRAPHS = [
  'The harbour tunnel of Port Ellory was closed for ten days, the port authority said on Monday. It carries 4,200 cars a day, among them those of the hospital on the other bank.',
  'The repairs cost 3.5 million crowns. A second tube is planned, but nobody has said who will pay for it, and the council has not put it on its list.',
  'Ferries ran every twenty minutes while the tunnel was closed. They carried twice as many passengers as in the same week of the year before, the company said.',
]

const MARKUP = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Harbour tunnel reopens | The Ellory Post</title>
<link rel="canonical" href="${PAGE_ADDRESS}">
<meta property="og:site_name" content="The Ellory Post">
<meta name="author" content="Ada Reyes">
<meta property="article:published_time" content="2026-11-19T08:00:00+01:00">
<meta property="article:modified_time" content="2026-11-20T10:30:00+01:00">
<style>body { font: 12pt/16pt serif; max-width: 34em } nav { display: flex } h1 { font-size: 22pt }</style>
</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article>
<h1>Harbour tunnel reopens</h1>
<p>${PARAGRAPHS[0]}</p>
<figure><img alt="Cars before the tunnel" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>The tunnel on Monday.</figcaption></figure>
<h2>What it cost</h2>
<p>${PARAGRAPHS[1]} <a href="/2026/10/council">The council’s list</a> is public.</p>
<blockquote><p>“We have counted every car,” the authority’s speaker said, “and there were fewer than we had feared.”</p></blockquote>
<ul><li>Ten days without a tunnel</li><li>Twenty minutes between ferries</li></ul>
<p>${PARAGRAPHS[2]}</p>
<table><tr><th>Year</th><th>Passengers</th></tr><tr><td>2025</td><td>8,100</td></tr><tr><td>2026</td><td>16,300</td></tr></table>
</article></main>
<footer>Subscribe to the Ellory Post</footer>
</body></html>`

/** The page in a browser of its own: another site, which knows nothing of Factmark. */
export async function openMadeUpPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route('**/*', route => route.fulfill({ contentType: 'text/html; charset=utf-8', body: MARKUP }))
  await page.goto(PAGE_ADDRESS)
  return page
}

/** The page as Chromium saves it in one file. */
export async function savedAsArchive(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' })
  return Buffer.from(data)
}
