import approximateMatches from 'approx-string-match'

interface Quoted {
  readonly start: number
  readonly end: number
  readonly exact: string
}

/**
 * Anchors and draws one annotation the way the Hypothesis client does (its method, not its code): the position becomes a
 * range by walking the text nodes, counts if its words are the quote, else the quote is searched for approximately; then
 * every text node of the range is wrapped. Returns what takes the highlight away.
 */
export async function wrapLikeHypothesis(root: HTMLElement, { start, end, exact }: Quoted): Promise<() => void> {
  let range = rangeAt(root, start, end)
  if (range.toString() !== exact) {
    const [best] = approximateMatches(root.textContent, exact, Math.min(256, exact.length / 2))
    if (!best) throw new Error('A quote was not found.')
    range = rangeAt(root, best.start, best.end)
  }
  // Each anchor is awaited before it is drawn.
  await Promise.resolve()
  const highlights = textNodesIn(range).map(node => {
    const highlight = document.createElement('hypothesis-highlight')
    node.replaceWith(highlight)
    highlight.append(node)
    return highlight
  })
  return () => {
    for (const highlight of highlights) highlight.replaceWith(...highlight.childNodes)
  }
}

function rangeAt(root: HTMLElement, start: number, end: number): Range {
  const range = document.createRange()
  const nodes = document.createNodeIterator(root, NodeFilter.SHOW_TEXT)
  let length = 0
  let hasStart = false
  for (let node = nodes.nextNode() as Text | null; node; node = nodes.nextNode() as Text | null) {
    const next = length + node.data.length
    if (!hasStart && start < next) {
      range.setStart(node, start - length)
      hasStart = true
    }
    if (end <= next) {
      range.setEnd(node, end - length)
      return range
    }
    length = next
  }
  throw new Error('An offset lies outside of the text.')
}

/** The text nodes of a range; those at its ends are split. */
function textNodesIn(range: Range): readonly Text[] {
  if (range.startContainer instanceof Text && range.startOffset > 0) {
    const rest = range.startContainer.splitText(range.startOffset)
    range.setStart(rest, 0)
  }
  if (range.endContainer instanceof Text && range.endOffset < range.endContainer.data.length) {
    range.endContainer.splitText(range.endOffset)
  }
  const found: Text[] = []
  const nodes = document.createNodeIterator(range.commonAncestorContainer, NodeFilter.SHOW_TEXT)
  for (let node = nodes.nextNode() as Text | null; node; node = nodes.nextNode() as Text | null) {
    if (range.intersectsNode(node) && node.data !== '' && isInside(range, node)) found.push(node)
  }
  return found
}

function isInside(range: Range, node: Text): boolean {
  return range.comparePoint(node, 0) >= 0 && range.comparePoint(node, node.data.length) <= 0
}
