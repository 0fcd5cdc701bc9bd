import { generateEdit, USUAL_MIX } from '../generated-edit.ts'
import { measured, measuredOther } from '../measured-edit.ts'
import type { Bench } from '../row.ts'
import { atLeast, atMost, type Line, type Sample } from '../report.ts'

const TIMES = 10 // as fast as the other method, at least

/** All statements of an edited article found again: the code of the worker, run here. */
export async function measureReanchoring(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const [wordCount, spanCount] = bench.isQuick ? [20_000, 1_000] : [100_000, 5_000]
  const edit = generateEdit({ seed: 1, wordCount, spanCount }, USUAL_MIX)
  const own = measured(edit)
  const other = measuredOther(edit)
  const what = `${wordCount.toLocaleString('en')} words, ${spanCount.toLocaleString('en')} statements`
  const seconds = (value: number): Sample => ({ values: [value], unit: 's' })
  const ratio = other.seconds / own.seconds
  tell({
    ...{ what, app: seconds(own.seconds), other: { name: "Hypothesis' method", sample: seconds(other.seconds) } },
    ...{ ratio: 1 / ratio, goal: `${TIMES} times as fast`, isMet: ratio >= TIMES, note: `${Math.round(ratio)} times` },
  })
  const percent = (text: string): Sample => ({ values: [Number.parseFloat(text)], unit: '%' })
  tell(atLeast(`${what}: in the right place`, percent(own.right), 99.5, `the other: ${other.right}`))
  tell(atMost(`${what}: in a wrong place`, percent(own.wrong), 0, `the other: ${other.wrong}`))
  const attached: Sample = { values: [Number.parseInt(own['deleted, attached'], 10)], unit: '' }
  tell(
    atMost(`${what}: deleted statements attached somewhere`, attached, 0, `the other: ${other['deleted, attached']}`),
  )
  return Promise.resolve()
}
