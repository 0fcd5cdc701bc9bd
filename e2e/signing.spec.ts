import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { ImportDialog } from './pages/import-dialog.ts'
import { ReviewPage } from './pages/review-page.ts'
import { SigningPage } from './pages/signing-page.ts'
import { LANTERN } from './seeds.ts'

const PASSPHRASE = 'four words of no use'

test('T14 T15 T16 T17 a set is signed, checked by a colleague who trusts the key, and told from a changed one', async ({
  page,
  review,
  newProfile,
}) => {
  const mine = new SigningPage(page)
  await mine.open()
  await mine.make(PASSPHRASE)
  const keyFile = await taken(page, mine.saveKey)
  await expect(mine.said).toHaveText('Handed to the browser as reviewer.factmark-key')
  const fingerprint = await mine.fingerprint.innerText()
  expect(fingerprint).toMatch(/^([0-9a-f]{4}\s){15}[0-9a-f]{4}$/)

  await review.open(LANTERN)
  await review.press('ArrowDown')
  await review.savedAfter(() => review.press('1'))
  await page.getByRole('textbox', { name: 'What name should stand on your annotations?' }).fill('R. Okafor')
  await page.getByRole('button', { name: 'Save name' }).click()
  const dialog = new ExportDialog(page)
  await dialog.open()
  await expect(dialog.dialog.getByRole('checkbox', { name: 'Sign with my key' })).toBeChecked()
  const signed = (await dialog.download()).text
  await dialog.choose('Report (HTML)')
  await expect(page.frameLocator('iframe').getByText(`key ${fingerprint}`)).toBeVisible()
  await expectAccessible(page, 'export dialog with a signed report')
  await expect(dialog.dialog.getByRole('button', { name: 'Download' })).toBeInViewport({ ratio: 1 })
  await dialog.choose('Annotation set (W3C)')
  await dialog.dialog.getByRole('checkbox', { name: 'Sign with my key' }).uncheck()
  const unsigned = (await dialog.download()).text
  await dialog.close()
  expect(signed).toContain('factmark:signatures')
  expect(unsigned).not.toContain('factmark:signatures')

  const theirs = await newProfile()
  await new ReviewPage(theirs).open()
  const taking = new ImportDialog(theirs)
  await taking.open()
  await taking.give(signed)
  await expect(taking.signatures).toContainText('with a key that is not known here: the file says that “R. Okafor”')
  await expect(taking.signatures).toContainText(fingerprint)
  await taking.dialog.getByRole('button', { name: 'Trust this key' }).click()
  await expect(taking.dialog.getByLabel('Whose key is it?')).toHaveValue('R. Okafor')
  await expectAccessible(theirs, 'trusting a key from an import')
  await taking.dialog.getByRole('button', { name: 'Trust this key' }).click()
  await expect(taking.signatures).toContainText('Valid: signed by “R. Okafor”, with a key that you trust.')
  await taking.give(signed.replaceAll('"verdict": "verified"', '"verdict": "disputed"'), 'changed.json')
  await expect(taking.signatures).toContainText('Broken signature in the name of “R. Okafor”')
  await expect(taking.refusal).toContainText('This file was changed after Factmark wrote it.')
  await taking.give(signed.replaceAll('R. Okafor', 'B. Lind'), 'other-name.json')
  await expect(taking.signatures).toContainText('Broken signature in the name of “B. Lind”')
  await taking.give(unsigned, 'unsigned.json')
  await expect(taking.dialog).toContainText('This set is not signed.')
  await theirs.keyboard.press('Escape')

  // The key goes on in another browser, under another name; the first colleague hears of that.
  const second = new SigningPage(theirs)
  await second.open()
  await expect(second.trusted).toContainText('R. Okafor')
  await second.take(keyFile, 'a guess')
  await expect(theirs.getByRole('alert')).toHaveText('This is not the passphrase of this key.')
  await second.take(keyFile, PASSPHRASE)
  await expect(second.said).toHaveText('Your key is here again.')
  await expect(second.fingerprint).toHaveText(fingerprint)
  await theirs.reload()
  await expect(second.fingerprint).toHaveText(fingerprint)
  await theirs.getByRole('button', { name: 'Remove my key' }).click()
  await theirs.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click()
  await expect(second.said).toHaveText('Your key is removed from this browser.')
  await second.trusted.getByRole('button', { name: 'Remove the key of R. Okafor' }).click()
  await expect(second.trusted).not.toContainText('R. Okafor')
})

async function taken(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return readFileSync(await download.path(), 'utf8')
}
