import Papa from 'papaparse'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { SEED } from './seeds.ts'

const VERDICTS = ['verified', 'disputed', 'unverified'] as const // placeholders in turn: nobody has checked these statements
const CODE_POINTS = [...SEED.text]

interface W3cItem {
  readonly body: readonly { readonly value?: string }[]
  readonly target: {
    readonly selector: readonly {
      type: string
      exact?: string
      prefix?: string
      suffix?: string
      start?: number
      end?: number
    }[]
  }
}

test('V35 all 13 segments are tagged with keys alone; CSV and W3C set quote the text exactly', async ({
  page,
  review,
}) => {
  await review.open()
  await expect(review.article.getByRole('heading', { level: 1 })).toHaveText(SEED.title)
  await expect(review.article.getByRole('listitem')).toHaveCount(3)
  await review.article.focus()
  for (let segment = 0; segment < 13; segment += 1) {
    await page.keyboard.press('ArrowDown')
    await review.savedAfter(() => page.keyboard.press(String((segment % 3) + 1)))
  }
  await review.hasProgress(13, 13)
  const statements = await review.statements()
  expect(statements.map(({ verdict }) => verdict)).toEqual(
    Array.from({ length: 13 }, (_, index) => VERDICTS[index % 3]),
  )
  // Nothing of the text is left out but the white space between the segments.
  expect(
    statements
      .map(({ text }) => text)
      .join('')
      .replace(/\s/g, ''),
  ).toBe(SEED.text.replace(/\s/g, ''))

  const csv = await new ExportDialog(page).take('CSV')
  const table = Papa.parse<Record<string, string>>(csv.text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(table.errors).toEqual([])
  expect(table.data).toHaveLength(13)
  for (const [index, row] of table.data.entries()) {
    expect(row['statement']).toBe(statements[index]?.text)
    expect(row['verdict']).toBe(statements[index]?.verdict)
    expect(sliced(Number(row['start']), Number(row['end']))).toBe(row['statement'])
    expect(row['article']).toBe(SEED.title)
    expect(row['state']).toBe('unchanged')
  }

  const w3c = await new ExportDialog(page).take('Annotation set (W3C)')
  const set = JSON.parse(w3c.text) as { total: number; first: { items: readonly W3cItem[] } }
  expect(set.total).toBe(13)
  expect(set.first.items).toHaveLength(13)
  for (const [index, { body, target }] of set.first.items.entries()) {
    const quote = target.selector.find(({ type }) => type === 'TextQuoteSelector')
    const { start = NaN, end = NaN } = target.selector.find(({ type }) => type === 'TextPositionSelector') ?? {}
    expect(quote?.exact).toBe(statements[index]?.text)
    expect(sliced(start, end)).toBe(quote?.exact)
    expect(
      CODE_POINTS.slice(0, start)
        .join('')
        .endsWith(quote?.prefix ?? '?'),
    ).toBe(true)
    expect(
      CODE_POINTS.slice(end)
        .join('')
        .startsWith(quote?.suffix ?? '?'),
    ).toBe(true)
    expect(body.map(({ value }) => value)).toContain(statements[index]?.verdict)
  }
})

function sliced(start: number, end: number): string {
  return CODE_POINTS.slice(start, end).join('')
}
