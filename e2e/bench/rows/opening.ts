import { goTo, untilCopied } from '../app/browser.ts'
import type { Bench } from '../row.ts'
import { SIZES } from '../made-article.ts'
import { against, atMost, ms, type Line } from '../report.ts'
import { nameOf } from '../size-names.ts'

/** From the library to the article: read, laid out, highlighted in view, with its cards. Beside it plain paragraphs. */
export async function measureOpening(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  const app = await profile.openApp()
  for (const size of ['typical', 'long', 'book'] as const) {
    const floor = await profile.openPage(`floor.html?article=${size}`)
    const { id } = bench.articles[size].records.article
    const plain: number[] = []
    const painted: number[] = []
    const longest: number[] = []
    let first = 0
    const rounds = size === 'book' ? bench.rounds.slow : bench.rounds.quick
    for (let round = 0; round <= rounds; round += 1) {
      await floor.bringToFront()
      const bare = await floor.evaluate(() => window.floor.build())
      await app.bringToFront()
      const step = await app.evaluate(
        article =>
          window.probe.step(
            () => (location.hash = `#/article/${article}`),
            () => window.probe.isInViewPainted(),
          ),
        id,
      )
      await goTo(app, '#/library')
      if (round === 0) {
        first = step.painted // it also loads and compiles, and reads row by row
        await untilCopied(app, id)
        continue
      }
      plain.push(bare)
      painted.push(step.painted)
      longest.push(step.longest)
    }
    await floor.close()
    const what = nameOf(SIZES[size])
    const beside = { name: 'plain paragraphs', sample: ms(...plain) }
    tell(against(what, ms(...painted), beside, 1.4))
    tell({ what: `${what}: the first time`, app: ms(first), goal: '–', isMet: null })
    if (size === 'book') tell(atMost(`${what}, longest task`, ms(...longest), 50, 'until all is drawn'))
  }
}
