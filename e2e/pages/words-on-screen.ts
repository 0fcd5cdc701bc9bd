import type { Locator } from '@playwright/test'

/** A point of the window, in px. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where a passage stands in the window: just inside its first and its last character. */
export interface PassageOnScreen {
  readonly start: Point
  readonly end: Point
  /** The middle of its first character. */
  readonly letter: Point
}

/** Draws the mouse over words of an element, or from the beginning of `words` to the end of `upTo`. */
export async function drawOver(element: Locator, words: string, upTo?: string): Promise<void> {
  const { start, end } = await findOnScreen(element, words, upTo)
  const { mouse } = element.page()
  await mouse.move(start.x, start.y)
  await mouse.down()
  await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 })
  await mouse.move(end.x, end.y, { steps: 3 })
  await mouse.up()
}

/**
 * Scrolls a passage of an element to where nothing covers it and says where it is: the first place of `words`, or from
 * there to the end of `upTo`. Throws when the words are not there.
 */
export function findOnScreen(element: Locator, words: string, upTo: string = words): Promise<PassageOnScreen> {
  return element.evaluate(
    async (root, [fromWords, toWords]) => {
      let nodes = textNodes()
      let [first, last] = ends()
      // A card that has just opened may still be brought into view: stays until two frames find the words where they were.
      for (let place = NaN; place !== first.getBoundingClientRect().top;) {
        ;[first, last] = ends()
        scrollIntoReach()
        place = first.getBoundingClientRect().top
        await nextFrame()
        await nextFrame()
      }
      const isRightToLeft = getComputedStyle(root).direction === 'rtl'
      return { start: edge(first, isRightToLeft), end: edge(last, !isRightToLeft), letter: middle(first) }

      function ends(): readonly [Range, Range] {
        nodes = textNodes()
        return [characterAt(placeOf(fromWords)), characterAt(placeOf(toWords) + toWords.length - 1)]
      }

      function nextFrame(): Promise<unknown> {
        return new Promise(requestAnimationFrame)
      }

      function textNodes(): Text[] {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        const found: Text[] = []
        while (walker.nextNode()) found.push(walker.currentNode as Text)
        return found
      }

      function placeOf(wanted: string): number {
        const place = nodes
          .map(node => node.data)
          .join('')
          .indexOf(wanted)
        if (place < 0) throw new Error(`Not in the text: ${wanted}`)
        return place
      }

      function characterAt(offset: number): Range {
        let rest = offset
        for (const node of nodes) {
          if (rest < node.length) {
            const range = document.createRange()
            range.setStart(node, rest)
            range.setEnd(node, rest + 1)
            return range
          }
          rest -= node.length
        }
        throw new Error('Behind the end of the text.')
      }

      function scrollIntoReach(): void {
        const { top } = first.getBoundingClientRect()
        const { bottom } = last.getBoundingClientRect()
        for (let outer = root.parentElement; outer; outer = outer.parentElement) {
          if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) {
            const { top: from, bottom: to } = outer.getBoundingClientRect()
            outer.scrollTop += (top + bottom) / 2 - (from + (to - from) / 3) // on a phone a sheet lies over the lower part
            return
          }
        }
      }

      function middle(range: Range) {
        const { left, right, top, bottom } = range.getBoundingClientRect()
        return { x: (left + right) / 2, y: (top + bottom) / 2 }
      }

      function edge(range: Range, isRight: boolean) {
        const { left, right, top, bottom } = range.getBoundingClientRect()
        return { x: isRight ? right - 1 : left + 1, y: (top + bottom) / 2 }
      }
    },
    [words, upTo] as const,
  )
}

/**
 * Selects words as the handles of a long press do: without pointer events. A headless browser has no such handles, so this
 * stands in for them.
 */
export async function selectByTouch(element: Locator, words: string): Promise<void> {
  await element.focus()
  await element.evaluate((root, wanted) => {
    const from = root.textContent.indexOf(wanted)
    if (from < 0) throw new Error(`Not in the text: ${wanted}`)
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const places: [node: Text, offset: number][] = [] // of each UTF-16 unit
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      for (let offset = 0; offset < node.length; offset += 1) places.push([node, offset])
    }
    const [first, start] = places[from]!
    const [last, beforeEnd] = places[from + wanted.length - 1]!
    getSelection()?.setBaseAndExtent(first, start, last, beforeEnd + 1)
  }, words)
}
