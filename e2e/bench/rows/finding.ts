import { SIZES } from '../made-article.ts'
import type { Bench } from '../row.ts'
import { atMost, ms, type Line } from '../report.ts'
import { nameOf } from '../size-names.ts'
import { goToMiddle } from './tagging.ts'

const LONGEST = 50 // ms that a task may take
const ANSWER = 100 // ms after which people notice that they wait

/** Opens a card, filters by verdict, searches, takes back a change of many. */
export async function measureFinding(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  for (const size of ['long', 'book'] as const) {
    const what = nameOf(SIZES[size])
    const app = await profile.openApp(`#/article/${bench.articles[size].records.article.id}`)
    await goToMiddle(app)
    const select: number[] = []
    const selectLongest: number[] = []
    const filter: number[] = []
    const search: number[] = []
    for (let round = 0; round <= bench.rounds.slow; round += 1) {
      const { opened, filtered, found } = await app.evaluate(async () => {
        const { probe } = window
        const opened = await probe.step(
          () => probe.press('.'),
          () => document.querySelector('[role=comment][data-open]') !== null,
        )
        probe.press('Escape')
        await probe.settle()
        const button = [...document.querySelectorAll<HTMLElement>('nav button[aria-pressed]')].find(one =>
          one.textContent.startsWith('Disputed'),
        )!
        const { top, bottom } = probe.scroller().getBoundingClientRect()
        const isInView = (mark: Element) => {
          const place = mark.getBoundingClientRect()
          return place.bottom > top && place.top < bottom
        }
        const isOnly = () =>
          [...probe.article()!.querySelectorAll<HTMLElement>('mark:not([data-verdict=disputed])')].every(
            mark => !isInView(mark),
          )
        const filtered = await probe.step(() => button.click(), isOnly)
        button.click()
        await probe.settle()
        const box = document.querySelector<HTMLInputElement>('input[type=search]')!
        const type = (text: string) => {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, text)
          box.dispatchEvent(new Event('input', { bubbles: true }))
        }
        const found = await probe.step(
          () => type('harbour'),
          () => document.querySelector('[role=search] [role=status]') !== null,
        )
        type('')
        await probe.settle()
        return { opened, filtered, found }
      })
      if (round === 0) continue
      select.push(opened.painted)
      selectLongest.push(opened.longest)
      filter.push(filtered.painted)
      search.push(found.painted)
    }
    tell(atMost(`${what}: open the next card`, ms(...select), ANSWER))
    tell(atMost(`${what}: open the next card, longest task`, ms(...selectLongest), LONGEST))
    tell(atMost(`${what}: filter by a verdict`, ms(...filter), ANSWER))
    tell(atMost(`${what}: search a word, first letter to found`, ms(...search), ANSWER))
    await app.close()
  }
}

/** Tags all shown annotations at once, and takes that back. Beside it a strict transaction of as many records. */
export async function measureBulk(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  const storage = await profile.openPage('storage.html')
  for (const size of bench.isQuick ? (['long'] as const) : (['long', 'book'] as const)) {
    const count = SIZES[size].annotations
    const strict = await storage.evaluate(number => window.storagePage.strictWrite(number, 640), count)
    const app = await profile.openApp(`#/article/${bench.articles[size].records.article.id}`)
    await app.getByRole('checkbox').first().check()
    await app.getByRole('button', { name: 'Choose all shown' }).click()
    await app.evaluate(() => window.probe.settle())
    await app.getByRole('group', { name: 'Chosen annotations' }).getByRole('button', { name: 'Unverified' }).click()
    await app.evaluate(() => window.probe.settle())
    const undone = await app.evaluate(() => {
      const verdicts = () =>
        new Set([...window.probe.article()!.querySelectorAll<HTMLElement>('mark')].map(mark => mark.dataset['verdict']))
      return window.probe.step(
        () => window.probe.press('z', { ctrlKey: true }),
        () => verdicts().size > 1,
      )
    })
    const what = `${nameOf(SIZES[size])}: take back a change of all`
    tell(atMost(`${what}, to painted`, ms(undone.painted), 1000))
    tell({
      ...{ what: `${what}, to saved`, app: ms(undone.saved ?? Number.NaN), goal: '–', isMet: null },
      other: { name: 'strict transaction of as many records', sample: ms(strict) },
    })
    await app.close()
  }
}
