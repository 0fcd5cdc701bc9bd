import { expectAccessibleInAll } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { LANTERN } from './seeds.ts'

const FREIGHT = 'The bridge carried 4,250.5 tonnes of freight a day before it closed'
const CHANGED = 'Repairs cost 2.75 million crowns, 12.5 % more than planned.'

// What a client of Hypothesis exports, of a page that reads much like the article.
const EXPORT = JSON.stringify({
  export_date: '2026-11-23T16:40:51+00:00',
  export_userid: 'acct:rokafor@example.org',
  client_version: '1.0',
  annotations: [
    note('a1', 'rokafor', FREIGHT, ['Supported', 'harbour office']),
    note('a2', 'mlind', CHANGED, ['to look at']),
    { ...note('a3', 'mlind', FREIGHT, []), target: [{ source: 'https://news.example.com/bridge' }] },
  ],
})

test('V100 what another tool has exported is previewed, mapped, taken in by part, and taken back with one undo', async ({
  page,
  review,
}) => {
  await review.open(LANTERN)
  const imports = new ImportDialog(page)
  const { dialog } = imports
  await imports.open()
  await imports.give(EXPORT, 'export.json')
  await expect(dialog.getByText('export.json: Hypothesis')).toBeVisible()
  await expect(dialog.getByLabel('Which article is it about?')).toHaveValue(/^[0-9a-f]{64}$/)
  await expect(dialog.getByLabel('Supported (1)')).toHaveValue('verified')
  await dialog.getByLabel('harbour office (1)').selectOption('A tag')
  const leftOut = dialog.getByRole('region', { name: 'Left out: 2' })
  await expect(leftOut).toContainText('it says “Repairs cost 3.75 million crowns')
  await expect(leftOut).toContainText('neither words nor a place')
  await expectAccessibleInAll(page, { name: 'import of another tool’s annotations' })

  await dialog.getByText('1 of 1 annotations come in').click()
  const tick = dialog.getByRole('checkbox', { name: new RegExp(FREIGHT.slice(0, 20)) })
  await tick.uncheck()
  await expect(imports.accept).toBeDisabled()
  await tick.check()
  await imports.accept.click()
  await expect(dialog).toBeHidden()
  await review.hasStatements(['verified', FREIGHT])
  await expect(review.card(FREIGHT).card).toContainText('rokafor')
  await review.press('Control+z')
  await review.hasStatements()
})

function note(id: string, user: string, exact: string, tags: readonly string[]) {
  const source = 'https://news.example.com/bridge'
  return {
    id,
    created: '2026-11-20T09:20:11+00:00',
    updated: '2026-11-20T09:20:11+00:00',
    user: `acct:${user}@example.org`,
    uri: source,
    text: 'See the ledger of the harbour office.',
    tags,
    group: '__world__',
    permissions: { read: ['group:__world__'] },
    target: [{ source, selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }],
    document: { title: 'The bridge' },
    links: {},
    references: [],
  }
}
