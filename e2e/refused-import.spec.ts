import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { LANTERN } from './seeds.ts'
import { storedRecords } from './stored-records.ts'

const TERM = 'factmark:set'

const REFUSED: readonly { name: string; file: (set: string) => string | Buffer; sentence: RegExp }[] = [
  { name: 'garbage', file: () => 'Lorem ipsum', sentence: /holds no annotations in a format that Factmark reads/ },
  {
    name: 'a picture',
    file: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]),
    sentence: /holds no annotations/,
  },
  { name: 'an empty file', file: () => '', sentence: /holds no annotations/ },
  { name: 'a truncated set', file: set => set.slice(0, set.length / 2), sentence: /is cut off or damaged/ },
  { name: 'JSON of something else', file: () => '{"name":"x"}', sentence: /is JSON, but holds no annotations/ },
  {
    name: 'a set of a newer program',
    file: changed(set => (set['formatVersion'] = 99)),
    sentence: /newer Factmark \(format 99\)/,
  },
  {
    name: 'a set without its article',
    file: changed(set => delete set['article']),
    sentence: /damaged at .*article.*missing/,
  },
  { name: 'a set with a field of its own', file: changed(set => (set['extra'] = 1)), sentence: /damaged at .*extra/ },
  {
    name: 'a set that reaches into prototypes',
    file: set => set.replace(new RegExp(`"${TERM}":\\s*\\{`), '$&"__proto__":{"polluted":true},'),
    sentence: /damaged at .*not allowed/,
  },
  {
    name: 'a set whose text was changed',
    file: set => set.replaceAll('delivered 96.4 tonnes', 'delivered 99.9 tonnes'),
    sentence: /damaged at .*so the text was changed/,
  },
]

test('V34 what is no set is refused in one sentence, and the database is as it was', async ({ page, review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  await review.savedAfter(() => review.press('ArrowDown', '2'))
  const { text } = await new ExportDialog(page).take('Annotation set (W3C)')
  await page.goto('./#/library') // where nothing of the view is remembered meanwhile
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible()
  const before = await storedRecords(page)

  const dialog = new ImportDialog(page)
  await dialog.open()
  for (const { name, file, sentence } of REFUSED) {
    await test.step(name, async () => {
      await dialog.give(file(text))
      await expect(dialog.refusal, name).toHaveText(sentence)
      await expect(dialog.accept).toBeHidden()
      expect(await storedRecords(page), name).toBe(before)
    })
  }
  await dialog.give(text)
  await expect(dialog.refusal).toBeHidden()
  await expect(dialog.accept).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(dialog.dialog).toBeHidden()
  expect(await storedRecords(page)).toBe(before)
})

/** The set after a change of Factmark's own term. */
function changed(change: (set: Record<string, unknown>) => void): (text: string) => string {
  return text => {
    const file = JSON.parse(text) as Record<string, Record<string, unknown>>
    change(file[TERM] ?? {})
    return JSON.stringify(file)
  }
}
