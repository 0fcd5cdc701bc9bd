import { expect, type Locator, type Page } from '@playwright/test'

/** The list of all articles, and the page that makes a new one. */
export class LibraryPage {
  readonly page: Page
  readonly articles: Locator
  readonly search: Locator
  readonly text: Locator
  readonly start: Locator

  constructor(page: Page) {
    this.page = page
    this.articles = page
      .getByRole('list', { name: 'Articles' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading') })
    this.search = page.getByRole('searchbox', { name: 'Search the library' })
    this.text = page.getByRole('textbox', { name: 'Text', exact: true })
    this.start = page.getByRole('button', { name: 'Start review' })
  }

  async open(): Promise<void> {
    await this.page.goto('./#/library')
    await expect(this.page.getByRole('heading', { name: 'Library' })).toBeVisible()
  }

  /** The line of an article. */
  row(name: string): Locator {
    return this.articles.filter({ has: this.page.getByRole('link', { name, exact: true }) })
  }

  /** Chooses from the menu of an article. */
  async choose(name: string, action: 'Rename' | 'Edit details' | 'Delete'): Promise<void> {
    await this.page.getByRole('button', { name: `More actions for ${name}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  /** Opens the page for a new article. */
  async newArticle(): Promise<void> {
    await this.page.goto('./#/library')
    await this.page.getByRole('button', { name: 'New article' }).click()
    await expect(this.text).toBeVisible()
  }

  /** Opens a file on the page for a new article. */
  async openFile(name: string, content: string | Buffer): Promise<void> {
    await this.openFiles([name, content])
  }

  /** Opens several files at once there. */
  async openFiles(...files: readonly (readonly [name: string, content: string | Buffer])[]): Promise<void> {
    await this.page.getByLabel('Open files').setInputFiles(
      files.map(([name, content]) => ({
        name,
        mimeType: 'text/plain',
        buffer: typeof content === 'string' ? Buffer.from(content) : content,
      })),
    )
  }

  /** Pastes words into the text of a new article, where its caret is, with the layout that they have. */
  async paste(text: string, html = ''): Promise<void> {
    await this.text.evaluate(
      (element, words) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', words.text)
        if (words.html !== '') clipboardData.setData('text/html', words.html)
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      },
      { text, html },
    )
  }
}
