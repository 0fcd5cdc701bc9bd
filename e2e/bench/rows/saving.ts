import type { Step } from '../app/probe.ts'
import type { Bench } from '../row.ts'
import { SIZES } from '../made-article.ts'
import { median } from '../numbers.ts'
import { atMost, ms, type Line } from '../report.ts'
import { nameOf } from '../size-names.ts'
import { goToMiddle, tagOnce } from './tagging.ts'

const FRAME = 16.7
const RECORDS = 7 // what one tag writes: annotation, session and what it replaces, tally, device, count, settings
const BYTES = 640

/** From the key to the issued write and to durable. Beside it a strict transaction of as many records. */
export async function measureSaving(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  const storage = await profile.openPage('storage.html')
  for (const size of ['typical', 'book'] as const) {
    const app = await profile.openApp(`#/article/${bench.articles[size].records.article.id}`)
    await goToMiddle(app)
    const strict: number[] = []
    const steps: Step[] = []
    for (let round = 0; round <= bench.rounds.quick; round += 1) {
      const bare = await storage.evaluate(([count, bytes]) => window.storagePage.strictWrite(count, bytes), [
        RECORDS,
        BYTES,
      ] as const)
      await app.bringToFront()
      const { add } = await tagOnce(app)
      if (round === 0) continue
      strict.push(bare)
      steps.push(add)
    }
    await app.close()
    const what = nameOf(SIZES[size])
    const saved = ms(...steps.map(step => step.saved ?? Number.NaN))
    tell(atMost(`${what}: write issued`, ms(...steps.map(step => step.issued ?? Number.NaN)), 2))
    const other = { name: 'strict transaction', sample: ms(...strict) }
    const most = 2 * median(strict) + FRAME
    tell({
      what: `${what}: durable`,
      app: saved,
      other,
      goal: '≤ 2 × and one frame',
      isMet: median(saved.values) <= most,
    })
  }
}
