import type { Page } from '@playwright/test'
import { APPEARANCES } from '../axe.ts'
import { test } from '../fixtures.ts'
import { ExportDialog } from '../pages/export-dialog.ts'
import { ImportDialog, signedByAnother } from '../pages/import-dialog.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { POINT, withOpenCard } from './reviewed-article.ts'
import { goThrough, statesOf, type State } from './walk.ts'

const SET = 'Annotation set (W3C)'

const LIGHT_AND_NARROW = APPEARANCES.filter(({ name }) => name === 'light' || name === '320 px')

const EXPORTS: readonly State[] = ([SET, 'ClaimReview (JSON-LD)', 'CSV', 'Markdown'] as const).map((format, index) => ({
  name: `export dialog, ${format}`,
  // Between formats the words change, and no colour.
  ...(index > 0 && { appearances: LIGHT_AND_NARROW }),
  reach: async (page: Page) => {
    const dialog = new ExportDialog(page)
    if (index === 0) {
      const { openCard: card } = await withOpenCard(page)
      await card.button('Withhold evidence 1').click()
      await dialog.open()
    }
    await dialog.choose(format)
    return dialog.preview
  },
}))

const IMPORTS: readonly State[] = [
  {
    name: 'import dialog with its preview and what is left out',
    reach: async page => {
      const exports = new ExportDialog(page)
      await exports.close()
      const { text } = await exports.take(SET)
      const imports = new ImportDialog(page)
      await imports.open()
      await imports.give(signedByAnother(text))
      await imports.dialog.getByRole('region', { name: 'Left out' }).waitFor()
      return imports.accept
    },
  },
  {
    name: 'refused import',
    reach: async page => {
      await page.keyboard.press('Escape')
      const dialog = new ImportDialog(page)
      await dialog.open()
      await dialog.give('garbage')
      return dialog.refusal
    },
  },
  {
    name: "a colleague's card",
    reach: async page => {
      await page.keyboard.press('Escape')
      const { text } = await new ExportDialog(page).take(SET)
      await page.goto('./#/storage')
      await page.getByRole('button', { name: 'Erase everything on this device' }).click()
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('button', { name: 'Erase now' }).click()
      const review = new ReviewPage(page)
      await review.isReady()
      const dialog = new ImportDialog(page)
      await dialog.open()
      await dialog.give(text)
      await dialog.dialog.getByRole('radio', { name: 'None of them' }).check()
      await dialog.accept.click()
      await review.clickHighlight(POINT)
      return review.openCard.card.getByText(/Only its reviewer can change it/)
    },
  },
]

for (const walk of [[...EXPORTS, ...IMPORTS]]) {
  test(`V39 ${statesOf(walk)}`, ({ page }) => goThrough(page, walk))
}
