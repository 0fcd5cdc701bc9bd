import type { Locator } from '@playwright/test'

/** A point of the window, in px. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where words stand in the window: just inside their first and their last character. */
export interface WordsOnScreen {
  readonly start: Point
  readonly end: Point
}

/** Scrolls the first place of these words in an element to the middle and says where it is. Throws when they are not there. */
export function findOnScreen(element: Locator, words: string): Promise<WordsOnScreen> {
  return element.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    while (walker.nextNode()) nodes.push(walker.currentNode as Text)
    const from = nodes.map(node => node.data).join('').indexOf(wanted)
    if (from < 0) throw new Error(`Not in the text: ${wanted}`)
    const first = characterAt(from)
    const last = characterAt(from + wanted.length - 1)
    first.startContainer.parentElement?.scrollIntoView({ block: 'center' })
    const box = root.getBoundingClientRect()
    const middle = (first.getBoundingClientRect().top + last.getBoundingClientRect().bottom) / 2
    const scroller = scrollerOf(root)
    if (middle < 160 || middle > innerHeight - 240) scroller.scrollTop += middle - innerHeight / 2
    const isRightToLeft = getComputedStyle(root).direction === 'rtl'
    if (box.width === 0) throw new Error('The text is not shown.')
    return { start: edge(first, isRightToLeft), end: edge(last, !isRightToLeft) }

    function characterAt(offset: number): Range {
      let rest = offset
      for (const node of nodes) {
        if (rest < node.length) {
          const range = document.createRange()
          const isPair = /[\uD800-\uDBFF]/.test(node.data.charAt(rest))
          range.setStart(node, rest)
          range.setEnd(node, rest + (isPair ? 2 : 1))
          return range
        }
        rest -= node.length
      }
      throw new Error('Behind the end of the text.')
    }

    function edge(range: Range, isRight: boolean) {
      const { left, right, top, bottom } = range.getBoundingClientRect()
      return { x: isRight ? right - 1 : left + 1, y: (top + bottom) / 2 }
    }

    function scrollerOf(inner: Element): Element {
      for (let outer = inner.parentElement; outer; outer = outer.parentElement) {
        if (outer.scrollHeight > outer.clientHeight && getComputedStyle(outer).overflowY !== 'visible') return outer
      }
      return document.documentElement
    }
  }, words)
}
