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
  // Parsers compare each attribute with all others; no page has a hundredth of these, and nothing that is read stands there.
  if (tag.length > MANY_ATTRIBUTES && countNames(tag) > MANY_ATTRIBUTES)
    return `${/^<\/?[\w-]+/.exec(tag)?.[0] ?? '<span'}>`
  return tag
    .replace(/^(<\/?)style(?=[\s/>]|$)/i, '$1template')
    .replace(/"[^"]*"|'[^']*'|(?<=[\s/"'])(style|on[a-z]+)(?=\s*=)/gi, (written, name?: string) =>
      name === undefined ? written : `data-${written}`,
    )
}

const MANY_ATTRIBUTES = 1_000

function countNames(tag: string): number {
  return tag.replace(/"[^"]*"|'[^']*'/g, ' ').match(/[^\s=/>]+/g)?.length ?? 0
}

function search(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}
