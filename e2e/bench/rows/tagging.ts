import type { Page } from '@playwright/test'
import type { Step } from '../app/probe.ts'
import type { Bench } from '../row.ts'
import { SIZES } from '../made-article.ts'
import { against, atMost, ms, type Line } from '../report.ts'
import { nameOf } from '../size-names.ts'

const STEPS = ['add', 'change', 'remove'] as const
const NAMES = { add: 'tag', change: 'change the verdict', remove: 'delete' } as const
const MOST = { add: 0.6, change: 0.5, remove: 0.5 } as const
const FRAME = 16.7 // ms at 60 frames a second

/** Tags the next statement that has none, changes its verdict, deletes it. Beside it the same with CSS highlights. */
export async function measureTagging(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  for (const size of ['typical', 'long', 'book'] as const) {
    const what = nameOf(SIZES[size])
    const app = await profile.openApp(`#/article/${bench.articles[size].records.article.id}`)
    const floor = await profile.openPage(`floor.html?article=${size}`)
    await floor.evaluate(() => window.floor.highlightAll())
    await goToMiddle(app)
    const bare = { add: [] as number[], change: [] as number[], remove: [] as number[] }
    const steps = { add: [] as Step[], change: [] as Step[], remove: [] as Step[] }
    for (let round = 0; round <= bench.rounds.quick; round += 1) {
      await floor.bringToFront()
      const plain = await floor.evaluate(async () => ({
        add: await window.floor.add(),
        change: await window.floor.change(),
        remove: await window.floor.remove(),
      }))
      await app.bringToFront()
      const own = await tagOnce(app)
      if (round === 0) continue
      for (const step of STEPS) {
        bare[step].push(plain[step])
        steps[step].push(own[step])
      }
    }
    await floor.close()
    await app.close()
    for (const step of STEPS) {
      const painted = ms(...steps[step].map(({ painted }) => painted))
      const beside = { name: "the floor's same step", sample: ms(...bare[step]) }
      if (size === 'typical') tell({ ...atMost(`${what}: ${NAMES[step]}`, painted, FRAME), other: beside })
      else tell(against(`${what}: ${NAMES[step]}`, painted, beside, MOST[step]))
    }
    const longest = STEPS.flatMap(step => steps[step].map(one => one.longest))
    tell(atMost(`${what}: longest task`, ms(...(longest.length > 0 ? [Math.max(...longest)] : [0])), 50))
  }
}

/** Puts the cursor into the middle of the article, where there is most around it. */
export async function goToMiddle(app: Page): Promise<void> {
  await app.evaluate(async () => {
    const scroller = window.probe.scroller()
    scroller.scrollTop = scroller.scrollHeight / 2
    await window.probe.settle()
    window.probe.article()!.focus()
    window.probe.press('u')
    await window.probe.settle()
  })
}

/** One statement tagged, its verdict changed, and deleted again. */
export function tagOnce(app: Page): Promise<Readonly<Record<(typeof STEPS)[number], Step>>> {
  return app.evaluate(async () => {
    const { probe } = window
    const article = probe.article()!
    const marks = () => [...article.querySelectorAll<HTMLElement>('mark')].map(mark => mark.dataset['annotationId'])
    const known = new Set(marks())
    let id = ''
    const isShownAs = (verdict: string) => {
      id ||= marks().find(one => !known.has(one)) ?? ''
      const card = id === '' ? null : document.getElementById(`card-${id}`)
      return (
        card?.dataset['verdict'] === verdict &&
        article.querySelector<HTMLElement>(`mark[data-annotation-id="${id}"]`)?.dataset['verdict'] === verdict
      )
    }
    const add = await probe.step(
      () => probe.press('1'),
      () => isShownAs('verified'),
    )
    const change = await probe.step(
      () => probe.press('2'),
      () => isShownAs('disputed'),
    )
    const remove = await probe.step(
      () => probe.press('Delete'),
      () => !document.getElementById(`card-${id}`) && !article.querySelector(`mark[data-annotation-id="${id}"]`),
    )
    return { add, change, remove }
  })
}
