import type { Page } from '@playwright/test'
import Papa from 'papaparse'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { LANTERN } from './seeds.ts'

const POINT = 'Repairs cost 3.75 million crowns, 12.5 % more than planned.'

test.beforeEach(async ({ page, review }) => {
  await review.open(LANTERN)
  await review.press('ArrowDown', '1')
  await page.getByRole('textbox', { name: 'What name should stand on your annotations?' }).fill('R. Okafor')
  await page.getByRole('button', { name: 'Save name' }).click()
  await review.selectText(POINT)
  await review.tag('Disputed')
  await review.savedAfter(() => review.openCard.rationale.fill('=1+1 is not what the ledger says'))
})

const FORMATS = [
  { format: 'Annotation set (W3C)', extension: 'json', begins: /^\{/ },
  { format: 'CSV', extension: 'csv', begins: /^article,statement,verdict/ },
  { format: 'Markdown', extension: 'md', begins: /^# / },
] as const

test('V30, V31, X97 preview, copy and download hold the same, twice the same bytes, and no cell of the CSV is a formula', async ({
  context,
  page,
  review,
}) => {
  await review.openCard.button('Add claim').click()
  await review.savedAfter(() => review.openCard.field('Claim, so that it stands alone').fill('They cost 3.75 million.'))
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const dialog = new ExportDialog(page)
  await dialog.open()
  const texts: string[] = []
  for (const { format, extension, begins } of FORMATS) {
    await dialog.choose(format)
    await expect(dialog.preview).toHaveText(begins)
    const shown = await dialog.preview.innerText()
    const file = await dialog.download()
    const copied = await dialog.copy()
    const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'))
    expect(file.name).toBe(`lantern-bridge-reopens-in-port-ellory-after-41-days_r-okafor_${today}.${extension}`)
    expect(readable(copied)).toBe(readable(file.text))
    expect(readable(file.text)).toContain(readable(shown).trim().slice(0, 1000))
    expect(file.text).toContain('is not what the ledger says')
    texts.push(file.text)
  }
  const { data } = Papa.parse<Record<string, string>>(texts[1]!.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(data.map(row => row['rationale'])).toContain("'=1+1 is not what the ledger says")

  await dialog.choose('ClaimReview (JSON-LD)')
  await dialog.publisherUrl.fill('checks.example.org')
  await expect(dialog.dialog.getByText('This is not a web address.')).toBeVisible()
  await dialog.publisherUrl.fill('https://checks.example.org/')
  await dialog.publisher.fill('Example Checks')
  expect((await dialog.download()).text).toMatch(/"author": \{[^}]*Example Checks[^}]*checks\.example\.org/)
  await dialog.close()
  await expect(page.getByRole('banner').getByRole('button', { name: 'Export', exact: true })).toBeFocused()

  await review.reload()
  await dialog.open()
  for (const [index, { format }] of FORMATS.entries()) {
    await dialog.choose(format)
    expect((await dialog.download()).text).toBe(texts[index])
  }
  await dialog.choose('ClaimReview (JSON-LD)')
  await expect(dialog.publisher).toHaveValue('Example Checks')
  await expect(dialog.publisherUrl).toHaveValue('https://checks.example.org/')
})

test('V30 words that were changed leave only with the history; what is still being typed is part of the export', async ({
  page,
  review,
}) => {
  await review.savedAfter(() => review.openCard.rationale.fill('The ledger agrees'))
  await review.openCard.rationale.fill('Typed a moment ago')
  const dialog = new ExportDialog(page)
  await dialog.open()
  await dialog.choose('Annotation set (W3C)')
  const without = await dialog.download()
  expect(without.text).toContain('Typed a moment ago')
  expect(without.text).not.toContain('is not what the ledger says')
  await dialog.choose('Annotation set (W3C)', { history: true })
  expect((await dialog.download()).text).toContain('is not what the ledger says')
})

test('T18 T20 files are written by a worker of the dialog, which ends with it', async ({ page }) => {
  const starts = page.waitForEvent('worker', worker => worker.url().includes('export-worker'))
  const dialog = new ExportDialog(page)
  await dialog.open()
  const worker = await starts
  for (const { format, begins } of FORMATS) {
    await dialog.choose(format)
    await expect(dialog.preview).toHaveText(begins)
  }
  const others = page.workers().filter(other => other !== worker && other.url().includes('export-worker'))
  expect(others).toEqual([])
  const ends = worker.waitForEvent('close')
  await dialog.close()
  await ends
})

test('T19 a file that takes its time is waited for, and what was chosen last is what is shown and handed over', async ({
  page,
}) => {
  const holds = await holdFiles(page)
  const names: string[] = []
  page.on('download', download => names.push(download.suggestedFilename()))
  const dialog = new ExportDialog(page)
  await page.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).click()
  const [status, download] = [
    dialog.dialog.getByRole('status'),
    dialog.dialog.getByRole('button', { name: 'Download' }),
  ]
  await expect(status.getByText('Preparing…')).toBeVisible()
  await expectAccessible(page, 'export dialog while a file is made')
  await download.click()
  await dialog.choose('CSV')
  await download.click()
  await dialog.choose('Markdown')
  await holds(false)
  await expect(dialog.preview).toHaveText(/^# /)
  await expect(status).toHaveText('')
  expect((await dialog.download()).text).toMatch(/^# /)
  await expect(status).toContainText('.md')

  await holds(true)
  await dialog.choose('CSV')
  await expect(dialog.dialog).toContainText('.csv')
  await expect(dialog.preview).toBeHidden()
  await expect(status).toHaveText('Preparing…')
  await download.click()
  await holds(false)
  await expect(dialog.preview).toHaveText(/^article,/)
  await expect(status).toContainText('.csv')
  await expect.poll(() => names.map(name => name.replace(/.*\./, ''))).toEqual(['md', 'csv'])
})

/** Lets the worker keep files back, from the first on until it is told otherwise. */
async function holdFiles(page: Page): Promise<(isHeld: boolean) => Promise<void>> {
  const holding = `
const say = self.postMessage.bind(self)
const held = []
let isHeld = true
self.postMessage = message => (isHeld && message.kind === 'file' ? held.push(message) : say(message))
new BroadcastChannel('held files').onmessage = ({ data }) => {
  isHeld = data
  if (!isHeld) held.splice(0).forEach(message => say(message))
}
`
  await page.route('**/export-worker-*.js', async route => {
    const response = await route.fetch()
    // Not to be kept: the profile goes on to another test.
    const headers = { ...response.headers(), 'cache-control': 'no-store' }
    await route.fulfill({ response, headers, body: holding + (await response.text()) })
  })
  return isHeld => page.evaluate(held => new BroadcastChannel('held files').postMessage(held), isHeld)
}

/** The words of a file as an eye sees them: without byte order mark, with one kind of line end. */
function readable(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r', '')
}
