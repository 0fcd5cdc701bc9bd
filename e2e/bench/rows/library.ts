import { goTo } from '../app/browser.ts'
import { makeArticle } from '../made-article.ts'
import type { Bench } from '../row.ts'
import { against, atMost, ms, type Line } from '../report.ts'

const ANSWER = 100 // ms from a key press
const AT_ONCE = 50 // articles put into the library together

/** A library of 1,000 articles with 100,000 annotations: list, search, and opening one of its articles. */
export async function measureLibrary(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const articles = bench.isQuick ? 100 : 1_000
  const profile = await bench.openEmpty()
  const typical = bench.articles.typical
  await profile.fill([typical])
  const open = async () => {
    const app = await profile.openApp()
    const times: number[] = []
    for (let round = 0; round <= bench.rounds.slow; round += 1) {
      const step = await app.evaluate(
        id =>
          window.probe.step(
            () => (location.hash = `#/article/${id}`),
            () => window.probe.isInViewPainted(),
          ),
        typical.records.article.id,
      )
      await goTo(app, '#/library')
      if (round > 0) times.push(step.painted)
    }
    return { app, times }
  }
  const small = await open()
  await small.app.close()
  for (let first = 0; first < articles; first += AT_ONCE) {
    const made = Array.from({ length: AT_ONCE }, (_, index) =>
      makeArticle(1000 + first + index, { words: 1_800, annotations: 100 }),
    )
    await profile.fill(made)
  }
  const { app, times } = await open()
  const list: number[] = []
  const search: number[] = []
  for (let round = 0; round <= bench.rounds.slow; round += 1) {
    await goTo(app, `#/article/${typical.records.article.id}`)
    const { listed, found } = await app.evaluate(async () => {
      const listed = await window.probe.step(
        () => (location.hash = '#/library'),
        () => document.querySelectorAll('main li').length > 5,
      )
      const box = document.querySelector<HTMLInputElement>('main input[type=search]')!
      const type = (text: string) => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, text)
        box.dispatchEvent(new Event('input', { bubbles: true }))
      }
      const before = document.querySelector('main li')
      const found = await window.probe.step(
        () => type('report 1042'),
        () => document.querySelector('main li') !== before,
      )
      type('')
      await window.probe.settle()
      return { listed, found }
    })
    if (round === 0) continue
    list.push(listed.painted)
    search.push(found.painted)
  }
  const size = `${articles.toLocaleString('en')} articles, ${(articles * 100).toLocaleString('en')} annotations`
  tell(atMost(`${size}: list`, ms(...list), ANSWER))
  tell(atMost(`${size}: search`, ms(...search), ANSWER))
  tell(
    against(
      `${size}: open one of 1,500 words`,
      ms(...times),
      { name: 'in a library of one', sample: ms(...small.times) },
      1.2,
    ),
  )
}
