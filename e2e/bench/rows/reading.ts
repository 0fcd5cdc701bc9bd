import { makeArticle, SIZES, changesOf } from '../made-article.ts'
import { untilCopied } from '../app/browser.ts'
import type { Bench } from '../row.ts'
import { against, ms, type Line } from '../report.ts'

/** One article's records out of the database, as Factmark reads them. Beside it one read of the same records in one value. */
export async function measureReading(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const profile = await bench.openFilled()
  const page = await profile.openPage('storage.html')
  const article = makeArticle(12, SIZES.long)
  bench.host.offer('packed.json', changesOf([article]))
  await page.evaluate(() => window.storagePage.pack('packed.json'))
  await page.evaluate(id => window.storagePage.readArticle(id), article.records.article.id)
  await untilCopied(page, article.records.article.id)
  const packed: number[] = []
  const read: number[] = []
  for (let round = 0; round <= bench.rounds.quick; round += 1) {
    const bare = await page.evaluate(() => window.storagePage.readPacked())
    const own = await page.evaluate(id => window.storagePage.readArticle(id), article.records.article.id)
    if (round === 0) continue
    packed.push(bare)
    read.push(own)
  }
  const note = 'from its copy, which is made after the first reading'
  tell(against('1,000 annotations from disk', ms(...read), { name: 'one packed read', sample: ms(...packed) }, 4, note))
}
