import { expect } from '@playwright/test'
import { ImportDialog } from '../pages/import-dialog.ts'
import { LibraryPage } from '../pages/library-page.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { StoragePage } from '../pages/storage-page.ts'
import { textHash } from '../../src/domain/article-text.ts'
import { LANTERN } from '../seeds.ts'
import type { BrowserProcess } from './browser-process.ts'
import type { Chance } from './chance.ts'
import { aColleaguesBackup, aColleaguesSet, aHarbourText } from './made-up-texts.ts'

/** The article that is worked on. */
export const WORKED_ON = textHash(LANTERN.text)

/** Opens Factmark and waits for the article that is worked on. */
export async function startWork({ page, address }: BrowserProcess): Promise<void> {
  await page.goto(`${address}${HASH}`)
  await expect(new ReviewPage(page).article).toBeVisible()
}

/** A reviewer who does one thing after the other, drawn by chance, without waiting for what was done to be saved. */
export interface ReviewerAtWork {
  doNext(): Promise<void>
  /** Waits until the page says that everything is saved. */
  isSaved(): Promise<void>
}

/** A reviewer at this page. Equal chances do equal things. */
export function reviewerAtWork(browser: BrowserProcess, chance: Chance): ReviewerAtWork {
  const review = new ReviewPage(browser.page)
  const actions = actionsOf(browser, chance)
  const weighted = Object.entries(WEIGHTS).flatMap(([name, weight]) =>
    Array<ActionName>(weight).fill(name as ActionName),
  )
  return {
    doNext: () => actions[chance.oneOf(weighted)](),
    isSaved: () => expect(review.status).toHaveText('Saved on this device'),
  }
}

const HASH = `#/article/${WORKED_ON}`

// How often each is done: imports, deletions and what comes from backups seldom, for most kills should find somebody at the keyboard.
const WEIGHTS = {
  tag: 8,
  mark: 2,
  note: 3,
  label: 2,
  delete: 2,
  undo: 3,
  redo: 2,
  'change many': 3,
  'import into this article': 2,
  'import and take back': 1,
  'import another article': 3,
  'new article': 1,
  'rename an article': 1,
  'merge a backup': 2,
  'replace by a backup': 2,
}

type ActionName = keyof typeof WEIGHTS

function actionsOf(
  { page, address }: BrowserProcess,
  chance: Chance,
): Readonly<Record<ActionName, () => Promise<void>>> {
  const review = new ReviewPage(page)
  const library = new LibraryPage(page)
  const imports = new ImportDialog(page)
  const storage = new StoragePage(page, address)
  const step = () => chance.oneOf(['ArrowDown', 'ArrowDown', 'ArrowUp', 'Control+Home', 'Control+End'])
  const steps = () => Array.from({ length: 1 + chance.below(4) }, step)

  async function tag() {
    await review.press(...steps(), chance.oneOf(['1', '2', '3']))
  }
  async function importHere() {
    await imports.take(aColleaguesSet(chance, LANTERN.file, 5 + chance.below(20)))
  }

  async function goToLibrary() {
    await review.header.getByRole('link', { name: 'Library' }).click()
  }
  async function goBack() {
    await page.evaluate(hash => location.assign(hash), HASH)
    await expect(review.article.getByRole('heading', { name: LANTERN.title })).toBeVisible()
  }

  async function restore(howTo: () => Promise<void>) {
    const texts = [LANTERN.file, aHarbourText(chance.below(1000), 60), aHarbourText(chance.below(1000), 60)]
    await storage.give(await aColleaguesBackup(chance, texts, 20 + chance.below(100)))
    await Promise.all([page.waitForEvent('load'), howTo()])
    await goBack()
  }

  return {
    tag,
    mark: () => review.press(...steps(), '0'),
    async note() {
      await review.press(...steps(), 'n')
      await page.keyboard.insertText(`Note ${chance.below(1000)}: ${'seen in the ledger, '.repeat(chance.below(20))}`)
      await page.keyboard.press('Escape')
    },
    async label() {
      await tag()
      await review.openCard.tag.fill(`label ${chance.below(5)}`)
      await review.openCard.tag.press('Enter')
      await page.keyboard.press('Escape')
    },
    delete: () => review.press(...steps(), 'Delete'),
    undo: () => review.press(...Array<string>(1 + chance.below(3)).fill('Control+z')),
    redo: () => review.press(...Array<string>(1 + chance.below(3)).fill('Control+Shift+z')),
    async 'change many'() {
      await tag()
      await review.press('x')
      const bulk = page.getByRole('group', { name: 'Chosen annotations' })
      await bulk.getByRole('button', { name: 'Choose all shown' }).click()
      const verdict = chance.oneOf(['Verified', 'Disputed', null])
      if (verdict === null) return bulk.getByRole('button', { name: 'Delete chosen' }).click()
      await bulk.getByRole('button', { name: verdict, exact: true }).click()
      await bulk.getByRole('button', { name: 'Choose none' }).click() // or the next time "x" would take one of them out
    },
    'import into this article': importHere,
    async 'import and take back'() {
      await importHere()
      await review.press('Control+z')
    },
    async 'import another article'() {
      await imports.take(aColleaguesSet(chance, aHarbourText(chance.below(1000), 60), 100 + chance.below(300)))
      await goBack()
    },
    async 'new article'() {
      await goToLibrary()
      await page.getByRole('button', { name: 'New article' }).click()
      await library.paste(aHarbourText(chance.below(1000), 500)) // long enough for the browser to keep it in a file of its own
      await library.start.click()
      await expect(review.article).toBeVisible()
      await tag()
      await goBack()
    },
    async 'rename an article'() {
      await goToLibrary()
      await library.articles
        .nth(chance.below(3))
        .getByRole('button', { name: /^More actions/ })
        .click()
      await page.getByRole('menuitem', { name: 'Rename' }).click()
      const dialog = page.getByRole('dialog', { name: 'Rename article' })
      await dialog.getByRole('textbox', { name: 'Name' }).fill(`The bridge ${chance.below(100)}`)
      await dialog.getByRole('button', { name: 'Save' }).click()
      await review.headerButton('Undo').click()
      await goBack()
    },
    'merge a backup': () => restore(() => storage.merge.click()),
    'replace by a backup': () =>
      restore(async () => {
        await storage.replace.click()
        await storage.dialog.getByRole('button', { name: 'Replace now' }).click()
      }),
  }
}
