import type { Bench } from '../row.ts'
import { against, ms, type Line } from '../report.ts'

/** Loads the page without a network, from what the service worker kept. Beside it the same text as a page without Factmark. */
export async function measureStart(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  const hash = `#/article/${bench.articles.typical.records.article.id}`
  const first = await profile.openApp(hash)
  await first
    .getByText('Works offline')
    .or(first.getByText('Ready for use without a network'))
    .first()
    .waitFor({ timeout: 5_000 })
    .catch(() => null)
  await first.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')
  await first.evaluate(() => window.probe.settle())
  await first.close()
  const plain: number[] = []
  const own: number[] = []
  for (let round = 0; round <= bench.rounds.slow; round += 1) {
    const floor = await profile.openPage('floor.html?article=typical')
    const bare = await floor.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now(),
    )
    await floor.close()
    await profile.context.setOffline(true)
    const app = await profile.context.newPage()
    await app.addInitScript(() => {
      const note = () => {
        const article = document.querySelector('[role=textbox][aria-readonly] mark')
        if (!article) return requestAnimationFrame(note)
        return requestAnimationFrame(() => Object.assign(window, { shownAt: performance.now() }))
      }
      requestAnimationFrame(note)
    })
    await app.goto(`${bench.host.address}app/${hash}`)
    const shown = await (await app.waitForFunction(() => (window as { shownAt?: number }).shownAt)).jsonValue()
    await app.close()
    await profile.context.setOffline(false)
    if (round === 0 || shown === undefined) continue
    plain.push(bare)
    own.push(shown)
  }
  tell(
    against(
      '1,500 words, 60 annotations, without a network',
      ms(...own),
      { name: 'the same text as a plain page', sample: ms(...plain) },
      2,
    ),
  )
}
