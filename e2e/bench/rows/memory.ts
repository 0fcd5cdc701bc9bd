import { goTo, heapOf, untilNothingIsCopied } from '../app/browser.ts'
import { makeArticle, SIZES } from '../made-article.ts'
import type { Bench } from '../row.ts'
import { atMost, told, type Line, type Sample } from '../report.ts'
import { nameOf } from '../size-names.ts'

const MOST = 1.5 // MB beyond the records themselves

/** What annotations add to the heap of the page, and what is left of it when the article is closed. */
export async function measureMemory(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  const without = makeArticle(14, { words: SIZES.book.words, annotations: 1 })
  await profile.fill([without])
  const what = nameOf(SIZES.book)

  const floor = await profile.openPage('storage.html')
  const empty = await heapOf(floor)
  await floor.evaluate(
    async name => Object.assign(window, { held: (await (await fetch(`../data/${name}`)).json()) as unknown }),
    'records.json',
  )
  const records = (await heapOf(floor)) - empty
  await floor.close()

  const app = await profile.openApp()
  const before = await heapOf(app)
  const go = async (hash: string) => {
    await goTo(app, hash)
    await untilNothingIsCopied(app)
    return heapOf(app)
  }
  const bare = await go(`#/article/${without.records.article.id}`)
  await go('#/library')
  const full = await go(`#/article/${bench.articles.book.records.article.id}`)
  const closed = await go('#/library')
  await app.close()

  const bareRecords = { name: 'the bare records', sample: megabytes(records) }
  tell(
    told(`${what}: heap of the open article`, megabytes(full), {
      name: 'with one annotation',
      sample: megabytes(bare),
    }),
  )
  tell({
    ...atMost(`${what}: heap that annotations add beyond their records`, megabytes(full - bare - records), MOST),
    other: bareRecords,
  })
  tell(
    told('heap when the article is closed', megabytes(closed), {
      name: 'before it was opened',
      sample: megabytes(before),
    }),
  )
}

function megabytes(bytes: number): Sample {
  return { values: [bytes / 1e6], unit: 'MB' }
}
