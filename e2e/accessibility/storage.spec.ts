import { damageLibrary } from '../damage-library.ts'
import { test } from '../fixtures.ts'
import { StoragePage } from '../pages/storage-page.ts'
import { withFolder, withoutSavePicker } from '../without-pickers.ts'
import { reviewed } from './reviewed-article.ts'
import { goThrough, statesOf, type State } from './walk.ts'

const WALKS: readonly (readonly State[])[] = [
  [
    {
      name: 'what a backup holds',
      reach: async page => {
        await withoutSavePicker(page)
        const review = await reviewed(page, 'ArrowDown')
        await review.savedAfter(() => review.press('1'))
        const storage = new StoragePage(page)
        await storage.give((await storage.save()).bytes)
        return storage.merge
      },
    },
    {
      name: 'last question before replacing the library',
      reach: async page => {
        await new StoragePage(page).replace.click()
        return page.getByRole('button', { name: 'Replace now' })
      },
    },
    {
      name: 'refused backup',
      reach: async page => {
        await page.keyboard.press('Escape')
        const storage = new StoragePage(page)
        await storage.give('Dear editor,')
        return storage.refusal
      },
    },
    {
      name: 'backup that asks for its passphrase',
      reach: async page => {
        await page.keyboard.press('Escape')
        const storage = new StoragePage(page)
        await storage.give((await storage.save('secret')).bytes)
        await storage.unlock('wrong')
        return storage.dialog.getByText('This is not the passphrase of this backup.').first()
      },
    },
    {
      name: 'storage page with passphrases that are not the same',
      reach: async page => {
        await page.keyboard.press('Escape')
        await page.getByLabel('Passphrase', { exact: true }).fill('one')
        await new StoragePage(page).backUp.click()
        return page.getByText('The two are not the same.')
      },
    },
    {
      name: 'first question before erasing',
      reach: async page => {
        await page.getByRole('button', { name: 'Erase everything on this device' }).click()
        return page.getByRole('button', { name: 'Continue' })
      },
    },
    {
      name: 'last question before erasing',
      reach: async page => {
        await page.getByRole('button', { name: 'Continue' }).click()
        return page.getByRole('button', { name: 'Erase now' })
      },
    },
  ],
  [
    {
      name: 'storage page with a snapshot and a folder',
      reach: async page => {
        await withFolder(page, 'My backups')
        const review = await reviewed(page, 'ArrowDown')
        await review.savedAfter(() => review.press('1'))
        await new StoragePage(page).snapshotOf('1 annotation')
        await page.getByRole('button', { name: 'Choose a folder…' }).click()
        return page.getByText('Backups go into “My backups” automatically.')
      },
    },
    {
      name: 'recovery of a damaged library',
      reach: async page => {
        await damageLibrary(page, 'versions')
        await page.goto('./')
        return page.getByRole('button', { name: /^Restore the snapshot of / })
      },
    },
    {
      name: 'last question before starting anew',
      reach: async page => {
        await page.getByRole('button', { name: 'Start anew' }).click()
        return page.getByRole('button', { name: 'Delete and start anew' })
      },
    },
  ],
  [
    {
      name: 'reminder of a backup',
      reach: async page => {
        const review = await reviewed(page)
        for (let segment = 0; segment < 6; segment += 1) await review.press('ArrowDown', '1', '2', '3', '1')
        await review.savedAfter(() => review.press('ArrowDown', '1'))
        await page.getByRole('button', { name: 'Not now' }).click()
        await review.reload()
        return page.getByText('Your work is on this device only: there is no backup yet.')
      },
    },
  ],
]

for (const walk of WALKS) {
  test(`V39 ${statesOf(walk)}`, ({ page }) => goThrough(page, walk))
}
