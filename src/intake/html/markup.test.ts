// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { ArticleContent, ContentNode, Inline } from '../../domain/article-content.ts'
import { contentOfMarkup } from './content-of-markup.ts'

const READ: readonly (readonly [why: string, markup: string, outline: string])[] = [
  ['I20 headings and paragraphs', '<h1>A</h1><p>b <b>c</b> <em>d</em></p><h3>E</h3>', 'h1(A) p(b *c* /d/) h3(E)'],
  ['I20 lists within lists', '<ul><li>a<ol><li>b</li></ol></li></ul>', 'ul(li(p(a) ol(li(p(b)))))'],
  ['I20 a quotation', '<blockquote><p>a</p><p>b</p></blockquote>', 'quote(p(a) p(b))'],
  [
    'I20 a table',
    '<table><tr><th>a<th>b</tr><tr><td colspan=2>c</tr></table>',
    'table(tr(th(p(a)) th(p(b))) tr(td2(p(c))))',
  ],
  [
    'I20 what stands above a table, before it',
    '<table><caption>a</caption><tr><th>b<th>c</tr></table>',
    'p(a) table(tr(th(p(b)) th(p(c))))',
  ],
  ['I20 lines', '<p>a<br>b</p>', 'p(a|b)'],
  ['I20 boxes as blocks', '<main>a<section>b</section><div>c</div></main>', 'p(a) p(b) p(c)'],
  [
    'I20 descriptions and captions',
    '<dl><dt>a</dt><dd>b</dd></dl><details><summary>c</summary>d</details>',
    'p(a) p(b) p(c) p(d)',
  ],
  [
    'I20 no scripts, styles, forms, frames or drawings',
    `<p>a</p><script>x</script><style>x</style><form><input><button>x</button><select><option>x</select></form><iframe>x</iframe><svg><text>x</text></svg><math><mi>x</mi></math><noscript>x</noscript><template>x</template>`,
    'p(a)',
  ],
  [
    'I20 nothing hidden',
    '<p>a</p><p hidden>x</p><p style="display: none">x</p><p style="color:red;visibility:hidden">x</p>',
    'p(a)',
  ],
  [
    'I21 links to the web and to mail',
    '<p><a href="https://a.example/">a</a> <a href="mailto:b@a.example">b</a></p>',
    'p(<https://a.example/>a< > <mailto:b@a.example>b< >)',
  ],
  [
    'I21 no other links',
    '<p><a href="javascript:x">a</a> <a href="/b">b</a> <a href="data:text/html,x">c</a> <a href="file:///d">d</a></p>',
    'p(a b c d)',
  ],
  [
    'I22 pictures as their words',
    '<p>a <img src="https://t.example/x.png" alt="A  bridge"> b</p>',
    'p(a [Image: A bridge] b)',
  ],
  [
    'I22 captions',
    '<figure><img src=x alt="A bridge"><figcaption>The bridge. Photo: R. O.</figcaption></figure>',
    'p([Image: A bridge]) p(The bridge. Photo: R. O.)',
  ],
  [
    'I22 pictures without words as nothing, and drawn emoji as emoji',
    '<p>a<img src=x><img src=y alt="🚧"></p>',
    'p(a🚧)',
  ],
  [
    'I23 no empty blocks, no white space around',
    '<p> </p><p>&nbsp;</p><h2></h2><p>\n a \n b </p><ul><li> </li></ul><p><br></p>',
    'p(a b)',
  ],
  ['I23 lines of a pre', '<pre>a\n  b\n</pre>', 'p(a|b)'],
  [
    'I23 tables for layout as blocks',
    '<table><tr><td><h1>a</h1></td><td><p>b</p></td></tr></table><table role=presentation><tr><td>c</td><td>d</td></tr></table><table><tr><td>e</td></tr></table>',
    'h1(a) p(b) p(c) p(d) p(e)',
  ],
  [
    'I23 bold and italic by style',
    '<p><span style="font-weight:700">a</span> <span style="font-style: italic">b</span></p>',
    'p(*a* /b/)',
  ],
  [
    'I23 what Google Docs wraps in a b that is not bold',
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p>a</p></b>',
    'p(a)',
  ],
  [
    'I23 points of Word',
    '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·  </span>a</p><p style="mso-list:l0 level1 lfo1">b</p><p>c</p>',
    'ul(li(p(a)) li(p(b))) p(c)',
  ],
  ['I23 a heading that is a point', '<ul><li><h3>a</h3></li></ul>', 'ul(li(p(a)))'],
  ['I23 quotation marks that a browser draws', '<p>He said <q>a</q>.</p>', 'p(He said “a”.)'],
  ['I23 reading aids not twice', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>', 'p(漢)'],
  ['I23 half of a surrogate pair', '<p>a\ud83d</p>', 'p(a\ufffd)'],
]

describe('contentOfMarkup', () => {
  it.each(READ)('%s', (_, markup, outline) => {
    const read = contentOfMarkup(markup)
    if (!read.ok) throw new Error(read.problem.kind)
    expect(outlineOf(read.value)).toBe(outline)
  })

  it.each(['', ' ', '<p></p>', '<script>x</script>', '<img src=x>', '<table><tr><td></td></tr></table>'])(
    'I20 says that %j holds no text',
    markup => expect(contentOfMarkup(markup)).toEqual({ ok: false, problem: { kind: 'empty' } }),
  )
})

function outlineOf(content: ArticleContent): string {
  return content.content.map(blockOutline).join(' ')
}

function blockOutline(node: ContentNode): string {
  const inside = (nodes: readonly ContentNode[]) => nodes.map(blockOutline).join(' ')
  switch (node.type) {
    case 'paragraph':
      return `p(${inlineOutline(node.content)})`
    case 'heading':
      return `h${node.attrs.level}(${inlineOutline(node.content)})`
    case 'blockquote':
      return `quote(${inside(node.content)})`
    case 'bulletList':
    case 'orderedList': {
      const items = node.content.map(item => `li(${inside(item.content)})`)
      return `${node.type === 'bulletList' ? 'ul' : 'ol'}(${items.join(' ')})`
    }
    case 'table': {
      const rows = node.content.map(row => {
        const cells = row.content.map(cell => {
          const columns = cell.attrs?.colspan ?? 1
          return `${cell.type === 'tableHeader' ? 'th' : 'td'}${columns > 1 ? columns : ''}(${inside(cell.content)})`
        })
        return `tr(${cells.join(' ')})`
      })
      return `table(${rows.join(' ')})`
    }
  }
}

function inlineOutline(inlines: readonly Inline[] = []): string {
  return inlines
    .map(inline => {
      if (inline.type === 'hardBreak') return '|'
      return (inline.marks ?? []).reduce((text, mark) => {
        if (mark.type === 'link') return `<${mark.attrs.href}>${text}< >`
        return mark.type === 'bold' ? `*${text}*` : `/${text}/`
      }, inline.text)
    })
    .join('')
}
