/**
 * Markup in which styles and event handlers have other names: `data-style`, `data-onclick`, and `template` for `style`.
 * The page's policy refuses the true names even where a document is only parsed, and reports each of them as an attack.
 * Nothing rests on this: what it overlooks is reported, and sanitised like the rest.
 */
export function quietMarkup(markup: string): string {
  const parts: string[] = []
  let at = 0
  for (let from = search(TAG, markup, at); from >= 0; from = search(TAG, markup, at)) {
    const to = endOfTag(markup, from)
    parts.push(markup.slice(at, from), quietTag(markup.slice(from, to)))
    at = to
  }
  return [...parts, markup.slice(at)].join('')
}

const TAG = /<\/?[a-z]/gi
const DELIMITER = /[>"']/g

/** Where a tag ends: after the first `>` outside of quotation marks, else with the markup. */
function endOfTag(markup: string, from: number): number {
  for (let at = search(DELIMITER, markup, from); at >= 0; at = search(DELIMITER, markup, at + 1)) {
    if (markup[at] === '>') return at + 1
    at = markup.indexOf(markup[at]!, at + 1)
    if (at < 0) break
  }
  return markup.length
}

function quietTag(tag: string): string {
  return tag
    .replace(/^(<\/?)style(?=[\s/>]|$)/i, '$1template')
    .replace(/"[^"]*"|'[^']*'|(?<=[\s/"'])(style|on[a-z]+)(?=\s*=)/gi, (written, name?: string) =>
      name === undefined ? written : `data-${written}`,
    )
}

function search(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}
