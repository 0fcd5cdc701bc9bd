import type { Bench } from '../row.ts'
import { slowedDown } from '../app/browser.ts'
import { SIZES } from '../made-article.ts'
import { quantile } from '../numbers.ts'
import { atLeast, atMost, ms, type Line } from '../report.ts'
import { nameOf } from '../size-names.ts'

const FRAMES = 240
const PIXELS = 120 // a frame

/** Scrolls through the article with all its highlights and cards. */
export async function measureScrolling(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  for (const size of ['long', 'book'] as const) {
    const what = nameOf(SIZES[size])
    const app = await profile.openApp(`#/article/${bench.articles[size].records.article.id}`)
    const floor = await profile.openPage(`floor.html?article=${size}`)
    const rates: number[] = []
    const slowest: number[] = []
    const longest: number[] = []
    const bare: number[] = []
    for (let round = 0; round < bench.rounds.slow; round += 1) {
      await floor.bringToFront()
      bare.push(
        rateOf(
          await floor.evaluate(([frames, pixels]) => window.floor.scroll(frames, pixels), [FRAMES, PIXELS] as const),
        ),
      )
      await app.bringToFront()
      const run = await app.evaluate(
        async ([frames, pixels]) => {
          window.probe.scroller().scrollTop = 0
          await window.probe.settle()
          return window.probe.scroll(frames, pixels)
        },
        [FRAMES, PIXELS] as const,
      )
      rates.push(rateOf(run.frames))
      slowest.push(quantile(run.frames, 0.95))
      longest.push(run.longest)
    }
    await floor.close()
    tell({
      ...atLeast(what, { values: rates, unit: 'frames/s' }, 58),
      other: { name: 'plain paragraphs', sample: { values: bare, unit: 'frames/s' } },
    })
    tell(atMost(`${what}: 95 of 100 frames within`, ms(...slowest), 17))
    tell(atMost(`${what}: longest task`, ms(Math.max(...longest)), 50))
    const slowed = await slowedDown(app, 4, () =>
      app.evaluate(
        async ([frames, pixels]) => {
          window.probe.scroller().scrollTop = 0
          await window.probe.settle()
          return window.probe.scroll(frames, pixels)
        },
        [FRAMES, PIXELS] as const,
      ),
    )
    tell(
      atMost(
        `${what}, processor slowed 4 times: longest task`,
        ms(slowed.longest),
        50,
        `${Math.round(rateOf(slowed.frames))} frames/s`,
      ),
    )
    await app.close()
  }
}

function rateOf(frames: readonly number[]): number {
  return (1000 * frames.length) / frames.reduce((sum, time) => sum + time, 0)
}
