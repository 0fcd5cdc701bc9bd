import { SIZES } from '../made-article.ts'
import type { Bench } from '../row.ts'
import { atMost, type Line, type Sample } from '../report.ts'
import { nameOf } from '../size-names.ts'

const MOST = 60 // cards in the document: what fits into three windows
const PIXELS = 2 // by which text may stand elsewhere after scrolling there and back

/** How many cards are in the document wherever one scrolls to, and whether the text stands where it stood after scrolling back. */
export async function measureCards(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  const app = await profile.openApp(`#/article/${bench.articles.book.records.article.id}`)
  const { most, shift } = await app.evaluate(async () => {
    const { probe } = window
    const scroller = probe.scroller()
    const counts: number[] = []
    const topOfFirst = () => {
      const { top } = scroller.getBoundingClientRect()
      const isInView = (element: Element) => element.getBoundingClientRect().bottom > top
      const sheet = [...probe.article()!.children].find(isInView)!
      const first = [...sheet.children].find(isInView)!
      return { first, top: first.getBoundingClientRect().top }
    }
    for (let down = 0; down < 12; down += 1) {
      scroller.scrollTop += 2400
      await probe.settle()
      counts.push(document.querySelectorAll('[role=comment]').length)
    }
    const place = scroller.scrollTop
    const before = topOfFirst()
    for (const by of [-4800, 4800]) {
      scroller.scrollTop += by
      await probe.settle()
      counts.push(document.querySelectorAll('[role=comment]').length)
    }
    scroller.scrollTop = place
    await probe.settle()
    return { most: Math.max(...counts), shift: Math.abs(before.first.getBoundingClientRect().top - before.top) }
  })
  const what = nameOf(SIZES.book)
  const times = (value: number): Sample => ({ values: [value], unit: '' })
  tell(atMost(`${what}: most cards in the document`, times(most), MOST))
  tell(atMost(`${what}: px by which text has moved after scrolling back and forth`, times(shift), PIXELS))
}
