import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeArticle } from '../made-article.ts'
import { NO_CHANGES } from '../../../src/domain/statement.ts'
import { toAnnotationSet } from '../../../src/exchange/annotation-set.ts'
import { NO_PUBLISHER } from '../../../src/exchange/codec.ts'
import { w3cCodec } from '../../../src/exchange/w3c-set.ts'
import type { Bench } from '../row.ts'
import { against, ms, told, type Line } from '../report.ts'

const COUNT = 10_000

/** A set of 10,000 annotations: read and compared, then accepted and saved. Beside it as many records, packed. */
export async function measureImport(bench: Bench, tell: (line: Line) => void): Promise<void> {
  const count = bench.isQuick ? 1_000 : COUNT
  const profile = await bench.openEmpty()
  const storage = await profile.openPage('storage.html')
  const packed = await storage.evaluate(number => window.storagePage.packedWrite(number, 640), count)
  const article = makeArticle(21, { words: count * 20, annotations: count })
  const app = await profile.openApp()
  app.setDefaultTimeout(150_000)
  await app.getByRole('banner').getByRole('button', { name: 'Import', exact: true }).click()
  const dialog = app.getByRole('dialog', { name: 'Import' })
  const folder = mkdtempSync(join(tmpdir(), 'factmark-bench-'))
  const file = join(folder, 'set.json') // on the disk, as a person has it: the test's connection would take long
  const set = toAnnotationSet(article.records, { history: false })
  writeFileSync(file, w3cCodec.writer!.encode(set, { changes: NO_CHANGES, publisher: NO_PUBLISHER }))
  const accept = dialog.getByRole('button', { name: 'Accept' })
  const compared = app.evaluate(() =>
    window.probe.step(
      () => undefined,
      () => document.querySelector('dialog[open] details.annotation-choice') !== null,
      150_000,
    ),
  )
  await dialog.getByLabel('Annotation set').setInputFiles(file)
  const preview = await compared
  rmSync(folder, { recursive: true })
  const saved = await accept.evaluate(button =>
    window.probe.step(
      () => (button as HTMLButtonElement).click(),
      () => document.querySelector('dialog[open]') === null, // it closes once all is saved
      150_000,
    ),
  )
  const what = `${count.toLocaleString('en')} annotations`
  tell(told(`${what}: file to preview`, { values: [preview.painted / 1000], unit: 's' }))
  tell(told(`${what}: file to preview, longest task`, ms(preview.longest)))
  tell(against(`${what}: accepted to saved`, ms(saved.painted), { name: 'packed', sample: ms(packed) }, 2.5))
  tell(told(`${what}: accepted to saved, longest task`, ms(saved.longest)))
}
