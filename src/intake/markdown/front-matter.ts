import type { DraftDetails } from '../article-draft.ts'
import { addressIn, dateIn, languageTagIn, lineIn } from '../html/detail-values.ts'

/** A text of Markdown, and what its front matter says. */
export interface SplitMarkdown {
  readonly about: Partial<DraftDetails>
  readonly body: string
}

/**
 * Parts the front matter of a Markdown text (lines of `name: value` between two `---`) from its body. Only plain values
 * are read; a text without front matter is all body.
 */
export function splitFrontMatter(text: string): SplitMarkdown {
  const [whole, matter] = FRONT_MATTER.exec(text) ?? []
  if (whole === undefined || matter === undefined) return { about: {}, body: text }
  const said = valuesIn(matter)
  const of = (...names: readonly string[]) => names.map(name => said.get(name) ?? '')
  return {
    body: text.slice(whole.length),
    about: {
      title: lineIn(of('title')),
      author: lineIn(of('author', 'authors', 'by')),
      publisher: lineIn(of('publisher', 'site')),
      sourceUrl: addressIn(of('canonical', 'source', 'url', 'link'), ''),
      published: dateIn(of('date', 'published')),
      modified: dateIn(of('modified', 'updated', 'lastmod')),
      language: languageTagIn(of('lang', 'language')),
    },
  }
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/

function valuesIn(matter: string): ReadonlyMap<string, string> {
  const lines = matter.split(/\r?\n/).map(line => /^([\w-]+):\s*(.*?)\s*$/.exec(line))
  const pairs = lines
    .filter(line => line !== null)
    .map(([, name = '', value = '']) => [name.toLowerCase(), value] as const)
  return new Map(pairs.map(([name, value]) => [name, plain(value)]))
}

/** A value without its quotation marks; those of a list in one line, with commas. */
function plain(value: string): string {
  const [, list] = /^\[(.*)\]$/.exec(value) ?? []
  if (list !== undefined)
    return list
      .split(',')
      .map(item => plain(item.trim()))
      .join(', ')
  return value.replace(/^(["'])(.*)\1$/, '$2')
}
