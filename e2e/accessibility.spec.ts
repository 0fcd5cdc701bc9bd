import type { Locator, Page } from '@playwright/test'
import { APPEARANCES, appear, expectAccessible, expectAccessibleInAll, type Appearance } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { BinPage } from './pages/bin-page.ts'
import { ExportDialog } from './pages/export-dialog.ts'
import { HistoryPanel } from './pages/history-panel.ts'
import { ImportDialog, signedByAnother } from './pages/import-dialog.ts'
import { LibraryPage } from './pages/library-page.ts'
import { ReviewPage } from './pages/review-page.ts'
import { StoragePage } from './pages/storage-page.ts'
import { damageLibrary } from './damage-library.ts'
import { withFolder, withoutSavePicker } from './without-pickers.ts'
import { LANTERN, MOONLIGHT } from './seeds.ts'
import { openEars, stopEars, withEars } from './tab-ears.ts'

const POINT = 'cost 3.75 million crowns'
const RICH =
  '<h1>The mill</h1><ul><li>Old</li></ul><ol><li>First</li></ol><p>It <b>is</b> <a href="https://example.com/">open</a>.</p>' +
  '<table><tr><th>Year</th></tr><tr><td>2026</td></tr></table><blockquote><p>At last.</p></blockquote>'
const ON_A_SCREEN = APPEARANCES.filter(({ width }) => width > 900)
const ON_A_PHONE = APPEARANCES.map(appearance => ({ ...appearance, width: Math.min(appearance.width, 390) }))

interface State {
  readonly name: string
  readonly appearances?: readonly Appearance[]
  /** Brings the page into the state, and says what must be seen in it. */
  readonly reach: (page: Page) => Promise<Locator>
}

// Each a walk: from the second on, a state is reached from the one before.
const WALKS: readonly (readonly State[])[] = [
  [
    {
      name: 'start',
      reach: async page => {
        await new ReviewPage(page).open()
        return page.getByRole('textbox', { name: 'Article' })
      },
    },
  ],
  [
    {
      name: 'segment cursor and the question for a name',
      reach: async page => {
        await reviewed(page, 'ArrowDown', '1', 'ArrowDown', '0', 'ArrowDown')
        return page.getByRole('button', { name: 'Not now' })
      },
    },
  ],
  [
    {
      name: 'selection bar',
      reach: async page => {
        const review = await reviewed(page)
        await review.selectText(POINT)
        return review.bar
      },
    },
  ],
  [
    {
      name: 'open card with claim, evidence and tags, among others that overlap',
      reach: async page => (await withOpenCard(page)).openCard.rationale,
    },
    {
      name: 'fields with what cannot be saved',
      reach: async page => {
        const { openCard } = new ReviewPage(page)
        await openCard.field('Claim date').fill('Monday')
        await openCard.evidence(1).getByRole('textbox', { name: 'Address (URL)' }).fill('no address')
        return openCard.rationale
      },
    },
  ],
  [
    {
      name: 'several chosen cards',
      reach: async page => {
        const review = await reviewed(page, 'ArrowDown', '1', 'x', 'ArrowDown', '2', 'x', 'ArrowDown', '3', 'x')
        await expect(review.cards).not.toHaveCount(0)
        return page.getByRole('group', { name: 'Chosen annotations' })
      },
    },
  ],
  [
    {
      name: 'filter and search',
      appearances: ON_A_SCREEN,
      reach: async page => {
        const review = await reviewed(page, 'ArrowDown', '1', 'ArrowDown', '2')
        await review.filter('Verdicts', 'Disputed').click()
        await review.search.fill('bridge')
        await review.search.press('Enter')
        return review.overview.getByRole('button', { name: 'Next place' })
      },
    },
  ],
  [
    {
      name: 'nothing passes the filter',
      appearances: ON_A_SCREEN,
      reach: async page => {
        const review = await reviewed(page, 'ArrowDown', '1')
        await review.filter('Verdicts', 'Disputed').click()
        return page.getByText('No annotation passes the filter.')
      },
    },
  ],
  [
    {
      name: 'overview on a phone',
      appearances: ON_A_PHONE,
      reach: async page => {
        await page.setViewportSize({ width: 390, height: 800 })
        const review = await reviewed(page, 'ArrowDown', '1')
        await page.getByRole('button', { name: '1 of 17 reviewed' }).click()
        return review.overview.getByRole('progressbar')
      },
    },
  ],
  [
    {
      name: 'sheet with the open card on a phone',
      appearances: ON_A_PHONE,
      reach: async page => {
        await page.setViewportSize({ width: 390, height: 800 })
        return (await withOpenCard(page)).openCard.rationale
      },
    },
  ],
  [
    {
      name: 'sheet with all cards on a phone',
      appearances: ON_A_PHONE,
      reach: async page => {
        await page.setViewportSize({ width: 390, height: 800 })
        const review = await reviewed(page, 'ArrowDown', '1', 'ArrowDown', '2', 'Escape')
        await review.annotations.getByRole('button', { name: '2 annotations' }).click()
        return review.cards.first()
      },
    },
  ],
  [
    {
      name: 'menu "More" on a phone',
      appearances: ON_A_PHONE,
      reach: async page => {
        await page.setViewportSize({ width: 390, height: 800 })
        await reviewed(page, 'ArrowDown', '1')
        await page.getByRole('button', { name: 'More' }).click()
        return page.getByRole('menuitem', { name: 'Export' })
      },
    },
  ],
  [
    {
      name: 'right-to-left article',
      reach: async page => {
        const review = new ReviewPage(page)
        await review.open(MOONLIGHT)
        await review.press('ArrowDown', '1', 'ArrowDown', '2')
        return review.openCard.rationale
      },
    },
  ],
  [
    {
      name: 'offer to continue',
      reach: async page => {
        const review = await reviewed(page, 'ArrowDown')
        await review.savedAfter(() => review.press('1'))
        await page.goto('./#/library')
        await page.getByRole('link', { name: LANTERN.title }).click()
        return page.getByRole('button', { name: 'Continue where you stopped' })
      },
    },
  ],
  [
    {
      name: "a colleague's card",
      reach: async page => {
        const review = await withOpenCard(page)
        const { text } = await new ExportDialog(page).take('Annotation set (W3C)')
        await page.goto('./#/storage')
        await page.getByRole('button', { name: 'Erase everything on this device' }).click()
        await page.getByRole('button', { name: 'Continue' }).click()
        await page.getByRole('button', { name: 'Erase now' }).click()
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
  ],
  [
    {
      name: 'history with every kind of change',
      reach: async page => {
        const review = await withOpenCard(page)
        const { openCard: card } = review
        await review.savedAfter(() => card.rationale.fill('The ledger says nothing else.'))
        await review.savedAfter(() => card.button('Remove tag money').click())
        await card.evidence(1).getByRole('combobox', { name: 'Stance' }).selectOption('Refutes')
        await review.savedAfter(() => card.button('Remove evidence 1').click())
        await review.press('1', 'Delete')
        await review.savedAfter(() => review.press('Control+z'))
        await review.clickText(POINT)
        await card.button('History').click()
        const { panel } = new HistoryPanel(page)
        await panel.getByText('Whole version').first().click()
        return panel.getByRole('button', { name: 'Restore this version' }).first()
      },
    },
  ],
  [
    {
      name: 'card that was edited in two places',
      reach: async page => {
        const review = await withConflict(page)
        return review.openCard.button('Keep this one').first()
      },
    },
    {
      name: 'closed card that was edited in two places, and its history',
      appearances: ON_A_SCREEN,
      reach: async page => {
        const review = new ReviewPage(page)
        await review.openCard.quote.click()
        await review.card('Edited in two places').quote.click()
        await review.openCard.button('History').click()
        return new HistoryPanel(page).panel.getByText(/^Written without knowing version/).first()
      },
    },
  ],
  [
    {
      name: 'deleted annotations of the article',
      reach: async page => {
        const review = await reviewed(page, 'ArrowDown', '1', 'Delete', 'ArrowDown', '2', 'Delete')
        await page.setViewportSize({ width: 390, height: 800 })
        await page.getByRole('button', { name: '0 of 17 reviewed' }).click()
        await review.overview.getByRole('button', { name: '2 deleted' }).click()
        return review.overview.getByRole('button', { name: /^Restore “/ }).first()
      },
    },
  ],
  [
    {
      name: 'library',
      reach: async page => {
        const review = await reviewed(page, 'ArrowDown', '1')
        await review.savedAfter(() => review.press('ArrowDown', '2'))
        const library = new LibraryPage(page)
        await library.open()
        return library.row(LANTERN.title)
      },
    },
    {
      name: 'library with the menu of an article',
      reach: async page => {
        await page.getByRole('button', { name: `More actions for ${LANTERN.title}` }).click()
        return page.getByRole('menuitem', { name: 'Rename' })
      },
    },
    {
      name: 'renaming an article',
      reach: async page => {
        await page.getByRole('menuitem', { name: 'Rename' }).click()
        await page.getByRole('textbox', { name: 'Name' }).fill('')
        return page.getByText('Type a name.')
      },
    },
  ],
  [
    {
      name: 'bin with an article and annotations, one with its history',
      reach: async page => {
        await withBin(page)
        await page
          .getByRole('button', { name: /^History of/ })
          .first()
          .click()
        return page.getByRole('heading', { name: 'Version 1' })
      },
    },
    {
      name: 'last question before emptying the bin',
      reach: async page => {
        await page.getByRole('button', { name: 'Empty the bin' }).click()
        await page.getByRole('button', { name: 'Continue' }).click()
        return page.getByRole('button', { name: 'Erase now' })
      },
    },
  ],
  [
    {
      name: 'library after a deletion, with a search that finds nothing',
      reach: async page => {
        const library = new LibraryPage(page)
        await library.open()
        await library.choose(LANTERN.title, 'Delete')
        await library.search.fill('nothing like this')
        return page.getByRole('button', { name: 'Clear search' })
      },
    },
  ],
  [
    {
      name: 'empty library',
      reach: async page => {
        const library = new LibraryPage(page)
        await library.open()
        for (const left of [2, 1, 0]) {
          await page
            .getByRole('button', { name: /^More actions for/ })
            .first()
            .click()
          await page.getByRole('menuitem', { name: 'Delete' }).click()
          await expect(library.articles).toHaveCount(left)
        }
        return page.getByRole('button', { name: 'Open an annotation set from a file' })
      },
    },
  ],
  [
    {
      name: 'new article',
      reach: async page => {
        const library = new LibraryPage(page)
        await library.newArticle()
        return library.text
      },
    },
    {
      name: 'new article while a file is being read',
      reach: async page => {
        await page.evaluate(() => {
          File.prototype.arrayBuffer = () => new Promise(() => undefined)
        })
        await new LibraryPage(page).openFile('slow.txt', 'Slow')
        const cancel = page.getByRole('button', { name: 'Cancel' })
        await expect(cancel).toBeVisible()
        return cancel
      },
    },
  ],
  [
    {
      name: 'new article with all kinds of layout, the caret in a table',
      reach: async page => {
        const library = new LibraryPage(page)
        await library.newArticle()
        await library.paste('x', RICH)
        await library.text.getByRole('cell').first().click()
        return library.text.getByRole('blockquote')
      },
    },
  ],
  [
    {
      name: 'page that explains the bookmarklet, which was clicked there',
      reach: async page => {
        await page.goto('./#/bookmarklet')
        await page.getByRole('link', { name: 'Review in Factmark' }).click()
        return page.getByText(/^On this page it does nothing/)
      },
    },
    {
      name: 'page for clips without one',
      appearances: ON_A_SCREEN,
      reach: async page => {
        await page.goto('./#/clip')
        return page.getByText(/^No page was handed over/)
      },
    },
  ],
  [
    {
      name: 'new article that is known, with a wrong source address',
      reach: async page => {
        const library = new LibraryPage(page)
        await library.newArticle()
        await library.paste(LANTERN.file)
        await page.getByRole('textbox', { name: 'Source address' }).fill('here')
        await library.start.click()
        return page.getByText(/This text is in your library already/)
      },
    },
    {
      name: 'new article that is refused',
      reach: async page => {
        const library = new LibraryPage(page)
        await library.openFile('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))
        return page.getByRole('alert')
      },
    },
  ],
  [
    {
      name: 'import dialog with its preview and what is left out',
      reach: async page => {
        await withOpenCard(page)
        const { text } = await new ExportDialog(page).take('Annotation set (W3C)')
        const dialog = new ImportDialog(page)
        await dialog.open()
        await dialog.give(signedByAnother(text))
        await expect(dialog.dialog.getByRole('region', { name: 'Left out' })).toBeVisible()
        return dialog.accept
      },
    },
  ],
  [
    {
      name: 'refused import',
      reach: async page => {
        await new ReviewPage(page).open()
        const dialog = new ImportDialog(page)
        await dialog.open()
        await dialog.give('garbage')
        return dialog.refusal
      },
    },
  ],
  (['Annotation set (W3C)', 'ClaimReview (JSON-LD)', 'CSV', 'Markdown'] as const).map((format, index) => ({
    name: `export dialog, ${format}`,
    reach: async (page: Page) => {
      const dialog = new ExportDialog(page)
      if (index === 0) {
        await withOpenCard(page)
        await dialog.open()
      }
      await dialog.choose(format)
      return dialog.preview
    },
  })),
  [
    {
      name: 'reviewer dialog',
      reach: async page => {
        await reviewed(page, 'ArrowDown', '1')
        await page.getByRole('button', { name: 'Your reviewer profile' }).click()
        return page.getByRole('dialog').getByRole('radiogroup', { name: 'Colour' })
      },
    },
  ],
  [
    {
      name: 'settings',
      reach: async page => {
        await page.goto('./#/settings')
        return page.getByRole('link', { name: 'Backup and storage' })
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
  ],
  [
    {
      name: 'storage page with passphrases that are not the same',
      reach: async page => {
        const storage = new StoragePage(page)
        await storage.open()
        await page.getByRole('checkbox', { name: 'Protect the file with a passphrase' }).check()
        await page.getByLabel('Passphrase', { exact: true }).fill('one')
        await storage.backUp.click()
        return page.getByText('The two are not the same.')
      },
    },
  ],
  [
    {
      name: 'what a backup holds',
      reach: async page => {
        await withBackup(page)
        return new StoragePage(page).merge
      },
    },
    {
      name: 'last question before replacing the library',
      reach: async page => {
        await new StoragePage(page).replace.click()
        return page.getByRole('button', { name: 'Replace now' })
      },
    },
  ],
  [
    {
      name: 'backup that asks for its passphrase',
      reach: async page => {
        await withBackup(page, 'secret')
        const storage = new StoragePage(page)
        await storage.unlock('wrong')
        return storage.dialog.getByText('This is not the passphrase of this backup.').first()
      },
    },
  ],
  [
    {
      name: 'refused backup',
      reach: async page => {
        const storage = new StoragePage(page)
        await storage.give('Dear editor,')
        return storage.refusal
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
  [
    {
      name: 'recovery of a damaged library',
      reach: async page => {
        await withDamage(page)
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
      name: 'first question before erasing',
      reach: async page => {
        await page.goto('./#/storage')
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
      name: 'list of keys',
      reach: async page => {
        await reviewed(page, '?')
        return page.getByRole('dialog', { name: 'Keys' })
      },
    },
  ],
  [
    {
      name: 'article that is not here',
      reach: async page => {
        await page.goto(`./#/article/${'0'.repeat(64)}`)
        return page.getByRole('alert')
      },
    },
  ],
]

for (const walk of WALKS) {
  test(`V39 ${walk.map(({ name }) => name).join('; ')}`, async ({ page }) => {
    test.slow() // axe looks at each state four times
    for (const { name, appearances = APPEARANCES, reach } of walk) {
      await appear(page, walk[0]?.appearances?.[0] ?? APPEARANCES[0]!)
      const seen = await reach(page)
      await expectAccessibleInAll(page, { name, appearances, seen })
    }
  })
}

test('V39 a theme that was chosen stands against that of the system', async ({ page, review }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto('./#/settings')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect.poll(background).not.toBe(light)
  await expectAccessible(page, 'dark by choice')
  await review.open()
  await expect.poll(background).not.toBe(light)
  await expectAccessible(page, 'dark by choice')
})

async function reviewed(page: Page, ...keys: readonly string[]): Promise<ReviewPage> {
  const review = new ReviewPage(page)
  await review.open(LANTERN)
  await review.press(...keys)
  return review
}

/** An article with three annotations that overlap; the card of one is open, with everything filled in. */
async function withOpenCard(page: Page): Promise<ReviewPage> {
  const review = await reviewed(page, 'ArrowDown', '1', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown', '3')
  await expect(review.openCard.rationale).toBeVisible()
  await review.selectText('more than planned.', 'A second crossing')
  await review.tag('Verified')
  await review.selectText(POINT)
  await review.tag('Disputed')
  const { openCard: card } = review
  await card.rationale.fill('The ledger says something else.')
  await card.button('Add claim').click()
  await card.field('Claimant').fill('Harbour office')
  await card.button('Add evidence').click()
  await card.evidence(1).getByRole('textbox', { name: 'Title' }).fill('Ledger')
  await card.tag.fill('money')
  await review.savedAfter(() => card.tag.press('Enter'))
  return review
}

/** The same with a second version that another tab wrote meanwhile; the card is open. */
async function withConflict(page: Page): Promise<ReviewPage> {
  const review = await withOpenCard(page)
  const other = new ReviewPage(await page.context().newPage())
  await withEars(other.page)
  await other.page.goto(page.url())
  await other.isReady()
  await stopEars(other.page)
  await review.savedAfter(() => review.openCard.rationale.fill('The ledger says two things.'))
  await other.clickText(POINT)
  await other.openCard.rationale.fill('The ledger is silent.')
  await other.openCard.field('Claimant').fill('')
  await other.savedAfter(() => other.openCard.verdict('Unverified').check({ force: true }))
  await openEars(other.page)
  await other.page.close()
  await expect(review.openCard.button('Keep this one')).toHaveCount(2)
  return review
}

/** The dialog that takes a backup back, with one of this very library in it. */
async function withBackup(page: Page, passphrase?: string): Promise<void> {
  await withoutSavePicker(page)
  const review = await reviewed(page, 'ArrowDown')
  await review.savedAfter(() => review.press('1'))
  const storage = new StoragePage(page)
  const { bytes } = await storage.save(passphrase)
  await storage.give(bytes)
}

/** A library of which a snapshot and a part of the database are left. */
async function withDamage(page: Page): Promise<void> {
  const review = await reviewed(page, 'ArrowDown')
  await review.savedAfter(() => review.press('1'))
  await new StoragePage(page).snapshotOf('1 annotation')
  await damageLibrary(page, 'versions')
  await page.goto('./')
}

/** The bin with two annotations and an article. */
async function withBin(page: Page): Promise<BinPage> {
  const review = await reviewed(page, 'ArrowDown', '1', 'Delete', 'ArrowDown', 'n')
  await review.savedAfter(() => review.openCard.rationale.fill('The ledger says something else.'))
  await review.savedAfter(() => review.press('Delete'))
  const library = new LibraryPage(page)
  await library.open()
  await library.choose(MOONLIGHT.title, 'Delete')
  const bin = new BinPage(page)
  await bin.open()
  await expect(bin.annotationsOf(LANTERN.title)).toHaveCount(2)
  return bin
}
