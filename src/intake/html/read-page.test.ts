// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { articleText } from '../../domain/article-text.ts'
import type { FoundArticle } from '../reader.ts'
import { createPace } from '../reading-pace.ts'
import { readPageDetails } from './page-details.ts'
import { parsePage } from './raw-page.ts'
import { readPage } from './read-page.ts'

const SENTENCE = 'The tunnel of Port Ellory was closed for ten days, the minister said on Monday, and ferries ran. '
const NOTHING = { title: '', author: '', publisher: '', sourceUrl: '', published: '', modified: '', language: '' }

describe('readPageDetails', () => {
  it('I24 believes JSON-LD before Open Graph, and that before other meta tags', () => {
    const linked = {
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'A',
          author: [{ name: 'B' }, 'C'],
          datePublished: '2026-11-19T08:00:00+01:00',
        },
      ],
    }
    const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(linked)}</script>
      <meta name=author content=x><meta property="og:title" content=x><meta property="og:site_name" content="The Post">
      <meta property="article:published_time" content="2020-01-01"><meta property="article:modified_time" content="2026-11-20T10:00Z">`
    expect(detailsOf(head)).toEqual({
      ...{ title: 'A', author: 'B, C', publisher: 'The Post' },
      ...{ sourceUrl: '', published: '2026-11-19', modified: '2026-11-20', language: '' },
    })
  })

  it.each<[why: string, head: string, found: Partial<typeof NOTHING>]>([
    [
      'the canonical address',
      '<link rel=canonical href="https://a.example/x"><meta property="og:url" content="https://a.example/y">',
      { sourceUrl: 'https://a.example/x' },
    ],
    [
      'a relative one as from where it was saved',
      '<!-- saved from url=(0021)https://a.example/b/c --><link rel=canonical href="/x">',
      { sourceUrl: 'https://a.example/x' },
    ],
    [
      'where SingleFile saved it',
      '<!--\n Page saved with SingleFile \n url: https://a.example/s \n-->',
      { sourceUrl: 'https://a.example/s' },
    ],
    [
      'no address that is not of the web',
      '<link rel=canonical href="javascript:alert(1)"><meta property="og:url" content="file:///x">',
      {},
    ],
    ['no address of its own from a relative one', '<link rel=canonical href="/x">', {}],
    ['a language in any spelling', '<meta property="og:locale" content="pt_br">', { language: 'pt-BR' }],
    ['no language that is none', '<html lang="english language">', {}],
    ['a language in the way of XML', '<html xml:lang="de">', { language: 'de' }],
    ['no language that is only its name', '<html lang="english">', {}],
    [
      'names that a graph gives elsewhere',
      `<script type="application/ld+json; charset=utf-8">{"@graph":[{"@type":"Organization","@id":"#org","name":"The Post"},{"@type":"Article",
        "headline":"A","author":[{"@id":"#ada"},{"name":"Tom Ellis"}],"publisher":{"@id":"#org"}},{"@type":"Person","@id":"#ada","name":"Ada Reyes"}]}</script>`,
      { title: 'A', author: 'Ada Reyes, Tom Ellis', publisher: 'The Post' },
    ],
    [
      'what a section of XML hides from old browsers',
      '<script type="application/ld+json">\n//<![CDATA[\n{"@type":"NewsArticle","headline":"A","author":"By Ada Reyes"}\n//]]>\n</script>',
      { title: 'A', author: 'Ada Reyes' },
    ],
    [
      'signs that JSON writes as markup, and markup in it as words',
      '<script type="application/ld+json">{"@type":"Article","headline":"Caf&eacute; &amp; &quot;b&quot; <i>","publisher":{"name":"A &#38; B"}}</script>',
      { title: 'Café & "b" <i>', publisher: 'A & B' },
    ],
    [
      'a publisher by its microdata',
      '<p itemprop=publisher itemscope><b itemprop=name>The Post</b></p>',
      { publisher: 'The Post' },
    ],
    ['a date in words', '<meta name=date content="19 November 2026 10:00">', { published: '2026-11-19' }],
    ['no date that is none', '<meta name=date content="yesterday"><meta name=pubdate content="2026-19-45">', {}],
    ['no author that is an address', '<meta property="article:author" content="https://facebook.example/b">', {}],
    [
      'a window title without the site',
      '<title>The bridge is open | The Post</title>',
      { title: 'The bridge is open' },
    ],
    [
      'the heading that the page shows',
      '<title>Bridge open – Post</title><meta property="og:title" content="The bridge is open again"><h1>The Post</h1><h1>The bridge is open</h1>',
      { title: 'The bridge is open' },
    ],
    ['lines of bearable length', `<title>${'a'.repeat(9000)}</title>`, { title: 'a'.repeat(500) }],
  ])('I24 takes %s', (_, head, found) => {
    expect(detailsOf(head)).toEqual({ ...NOTHING, ...found })
  })

  it('I24 reads what a page says although it has given names to the methods of the document', () => {
    const body =
      '<form name=querySelectorAll></form><img name=createTreeWalker><form name=getElementsByTagName><input name=attributes></form>'
    expect(detailsOf(`<meta name=author content="A">${body}`)).toMatchObject({ author: 'A' })
  })
})

describe('readPage', () => {
  const page = `<nav><ul><li><a href="/">Home</a></ul></nav><article><h1>A bridge</h1><p>${SENTENCE.repeat(4)} <a href="log#x">The log</a></p>
    <figure><img alt="A bridge"><figcaption>On Monday.</figcaption></figure><h2>More</h2><p>${SENTENCE.repeat(4)}</p>
    <table><tr><th>Year<th>Cars</tr><tr><td>2025<td>1</tr><tr><td>2026<td>2</tr></table></article><footer>Subscribe now</footer>`

  it('I25 keeps the main text with its headings, captions and tables, and leaves out what is around it', async () => {
    const { content, original, notes } = await found(page)
    const text = articleText(content)
    for (const kept of ['More', '[Image: A bridge]', 'On Monday.', '2026\n2']) expect(text).toContain(kept)
    for (const around of ['Home', 'Subscribe now']) {
      expect(text).not.toContain(around)
      expect(original).toContain(around)
    }
    expect(notes).toEqual([{ kind: 'pictures', count: 1 }])
  })

  it('I96 finds the main text of a page in Chinese, where few characters say much', async () => {
    const sentence = '港务局周一说，埃洛里港在关闭十天以后重新开放。修理费用为四百二十万元，比春天的预算高出三分之一。'
    const { content, notes } = await found(
      `<nav><a href="/">首页</a></nav><article><h1>港口重新开放</h1>${`<p>${sentence.repeat(2)}</p>`.repeat(3)}</article><footer>版权所有</footer>`,
    )
    expect(articleText(content)).not.toMatch(/首页|版权所有/)
    expect(notes).toEqual([])
  })

  it('I21 leads links where they led in the place of the page, and nowhere when that is not known', async () => {
    expect(JSON.stringify((await found(page, 'https://a.example/b/c')).content)).toContain(
      '"https://a.example/b/log#x"',
    )
    expect(JSON.stringify((await found(page)).content)).not.toContain('href')
  })

  it('I25 takes the whole page where nothing stands out, and says so', async () => {
    const { content, notes } = await found('<div>One</div><div>Two</div>')
    expect(articleText(content)).toBe('One\nTwo')
    expect(notes).toEqual([{ kind: 'whole-page' }])
  })
})

function detailsOf(head: string) {
  return readPageDetails(parsePage(head), '')
}

async function found(markup: string, savedFrom = ''): Promise<FoundArticle> {
  const read = await readPage(
    markup,
    savedFrom,
    createPace(new AbortController().signal, () => undefined),
  )
  if (!read.ok) throw new Error(read.problem.kind)
  return read.value
}
