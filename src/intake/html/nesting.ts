/**
 * Whether boxes of markup lie in each other far deeper than in any page that was made to be read. Parsers take time with the
 * square of that depth: fifty thousand boxes keep a browser busy for half a minute.
 */
export function isTooDeep(markup: string): boolean {
  let depth = 0
  TAG.lastIndex = 0
  for (let tag = TAG.exec(markup); tag !== null; tag = TAG.exec(markup)) {
    const [start, name = ''] = tag
    const end = start === '<!--' ? '-->' : RAW.has(name.toLowerCase()) && !start.startsWith('</') ? `</${name}` : ''
    if (end !== '') {
      const place = markup.indexOf(end, TAG.lastIndex)
      if (place < 0) return false // All the rest is that.
      TAG.lastIndex = place + end.length
    } else if (start.startsWith('</')) depth = Math.max(0, depth - 1)
    else if ((depth += 1) > DEEPEST) return true
  }
  return false
}

const DEEPEST = 2_000 // boxes; browsers show 512, and pages that forget to close some have hundreds

// Those that end by themselves (p, li, td) are left out, and what holds no markup is stepped over.
const RAW = new Set(['script', 'style'])
const TAG =
  /<!--|<\/?(script|style|div|span|section|article|main|aside|header|footer|nav|blockquote|ul|ol|dl|table|font|center|b|i|em|strong|u|s|small|big|sup|sub|code|q|cite|ins|del|mark)(?=[\s/>])/gi
