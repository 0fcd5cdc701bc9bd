import { expect, test } from '../fixtures.ts'
import { BinPage } from '../pages/bin-page.ts'
import { LibraryPage } from '../pages/library-page.ts'
import { LANTERN, MOONLIGHT } from '../seeds.ts'
import { reviewed } from './reviewed-article.ts'
import { goThrough, ON_A_SCREEN, statesOf, type State } from './walk.ts'

const RICH =
  '<h1>The mill</h1><ul><li>Old</li></ul><ol><li>First</li></ol><p>It <b>is</b> <a href="https://example.com/">open</a>.</p>' +
  '<table><tr><th>Year</th></tr><tr><td>2026</td></tr></table><blockquote><p>At last.</p></blockquote>'

const WALKS: readonly (readonly State[])[] = [
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
    {
      name: 'library after a deletion, with a search that finds nothing',
      reach: async page => {
        await page.keyboard.press('Escape')
        const library = new LibraryPage(page)
        await library.choose(LANTERN.title, 'Delete')
        await library.search.fill('nothing like this')
        return page.getByRole('button', { name: 'Clear search' })
      },
    },
    {
      name: 'empty library',
      reach: async page => {
        await page.getByRole('button', { name: 'Clear search' }).click()
        const library = new LibraryPage(page)
        for (const left of [1, 0]) {
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
      name: 'deleted annotations of the article',
      reach: async page => {
        const review = await reviewed(page, 'ArrowDown', '1', 'Delete', 'ArrowDown', 'n')
        await review.savedAfter(() => review.openCard.rationale.fill('The ledger says something else.'))
        await review.savedAfter(() => review.press('Delete'))
        await page.setViewportSize({ width: 390, height: 800 })
        await page.getByRole('button', { name: '0 of 17 reviewed' }).click()
        await review.overview.getByRole('button', { name: '2 deleted' }).click()
        return review.overview.getByRole('button', { name: /^Restore “/ }).first()
      },
    },
    {
      name: 'bin with an article and annotations, one with its history',
      reach: async page => {
        const library = new LibraryPage(page)
        await library.open()
        await library.choose(MOONLIGHT.title, 'Delete')
        const bin = new BinPage(page)
        await bin.open()
        await expect(bin.annotationsOf(LANTERN.title)).toHaveCount(2)
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
      name: 'new article',
      reach: async page => {
        const library = new LibraryPage(page)
        await library.newArticle()
        return library.text
      },
    },
    {
      name: 'new article that is known, with a wrong source address',
      reach: async page => {
        const library = new LibraryPage(page)
        await library.paste(LANTERN.file)
        await page.getByRole('textbox', { name: 'Source address' }).fill('here')
        await library.start.click()
        return page.getByText(/This text is in your library already/)
      },
    },
    {
      name: 'new article with all kinds of layout, the caret in a table',
      reach: async page => {
        const library = new LibraryPage(page)
        await library.paste('x', RICH)
        await library.text.getByRole('cell').first().click()
        return library.text.getByRole('blockquote')
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
      name: 'article that is not here',
      reach: async page => {
        await page.goto(`./#/article/${'0'.repeat(64)}`)
        return page.getByRole('alert')
      },
    },
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
    {
      name: 'settings',
      reach: async page => {
        await page.goto('./#/settings')
        return page.getByRole('link', { name: 'Backup and storage' })
      },
    },
  ],
]

for (const walk of WALKS) {
  test(`V39 ${statesOf(walk)}`, ({ page }) => goThrough(page, walk))
}
