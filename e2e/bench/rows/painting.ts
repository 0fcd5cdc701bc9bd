import type { Page } from '@playwright/test'
import type { Bench } from '../row.ts'
import { SIZES } from '../made-article.ts'
import { median } from '../numbers.ts'
import type { Peer } from '../pages/peers.ts'
import { against, atMost, ms, told, type Line, type Sample } from '../report.ts'
import { nameOf } from '../size-names.ts'

const PEERS: readonly { readonly peer: Peer; readonly name: string; readonly ahead: number | null }[] = [
  { peer: 'recogito-spans', name: 'Recogito, spans', ahead: 70 },
  { peer: 'recogito-css', name: 'Recogito, CSS highlights', ahead: 70 },
  { peer: 'hypothesis', name: "Hypothesis' way", ahead: 150 },
  { peer: 'apache', name: 'Apache Annotator', ahead: null },
]

/** All annotations at once, where none but one was shown. Beside it all ranges as CSS highlights, and the peers. */
export async function measurePainting(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  for (const size of ['long', 'book'] as const) {
    const what = nameOf(SIZES[size])
    const app = await profile.openApp(`#/article/${bench.articles[size].records.article.id}`)
    const floor = await profile.openPage(`floor.html?article=${size}`)
    const bare: number[] = []
    const painted: number[] = []
    const longest: number[] = []
    const filled: number[] = []
    for (let round = 0; round <= bench.rounds.slow; round += 1) {
      await floor.bringToFront()
      const all = await floor.evaluate(() => window.floor.highlightAll())
      await app.bringToFront()
      await toggleOther(app)
      const step = await showAll(app)
      if (round === 0) continue
      bare.push(all)
      painted.push(step.painted)
      longest.push(step.longest)
      filled.push(step.settled)
    }
    await floor.close()
    await app.close()
    tell(against(what, ms(...painted), { name: 'all ranges as CSS highlights', sample: ms(...bare) }, 1))
    if (size === 'book') {
      tell(
        atMost(
          `${what}, longest task until all is drawn`,
          ms(...longest),
          50,
          `all after ${Math.round(median(filled))} ms`,
        ),
      )
    }
    await measurePeers(bench, { profile, size, what, app: ms(...painted), tell })
  }
}

/** Shows only the one annotation of the other reviewer, or all again. */
async function toggleOther(app: Page): Promise<void> {
  await app.getByRole('button', { name: 'Olav Stern' }).click()
  await app.evaluate(() => window.probe.settle())
}

function showAll(app: Page) {
  return app.evaluate(() => {
    const button = [...document.querySelectorAll('nav button')].find(one => one.textContent.includes('Olav Stern'))
    return window.probe.step(
      () => (button as HTMLElement).click(),
      () => window.probe.isInViewPainted(),
    )
  })
}

interface PeerWork {
  readonly profile: Awaited<ReturnType<Bench['openFilled']>>
  readonly size: 'long' | 'book'
  readonly what: string
  readonly app: Sample
  readonly tell: (line: Line) => void
}

async function measurePeers(bench: Bench, { profile, size, what, app, tell }: PeerWork): Promise<void> {
  for (const { peer, name, ahead } of PEERS) {
    if (size === 'book' && bench.isQuick) continue
    const page = await profile.openPage(`peers.html?article=${size}`)
    await page.bringToFront()
    const loading = page.evaluate(one => window.peers.load(one), peer)
    loading.catch(() => {}) // where it is given up
    const time = await Promise.race([loading, after(GIVEN_UP * 1000)])
    await page.close()
    if (time === null) {
      tell(told(`${what}: ${name} (given up after ${GIVEN_UP} s)`, app))
      continue
    }
    const isGoal = size === 'book' && ahead !== null
    const ratio = time / median(app.values)
    tell({
      ...{ what: `${what}: ${name}`, app, other: { name, sample: ms(time) } },
      ratio: 1 / ratio,
      goal: isGoal ? `${ahead} times ahead` : '–',
      isMet: isGoal ? ratio >= ahead : null,
      note: `${Math.round(ratio)} times ahead`,
    })
  }
}

const GIVEN_UP = 180 // s: one tool that takes so long must not keep the others from being told

function after(time: number): Promise<null> {
  return new Promise(resolve => {
    setTimeout(() => resolve(null), time).unref()
  })
}
