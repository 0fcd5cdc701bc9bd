import { expect, type Locator, type Page } from '@playwright/test'

/** Everything that was deleted and is kept. */
export class BinPage {
  readonly page: Page
  readonly heading: Locator
  readonly articles: Locator
  readonly said: Locator
  readonly dialog: Locator

  constructor(page: Page) {
    this.page = page
    const main = page.getByRole('main')
    this.heading = main.getByRole('heading', { name: 'Bin', exact: true })
    this.articles = main.getByRole('region', { name: 'Articles' }).getByRole('listitem')
    this.said = main.getByRole('status')
    this.dialog = page.getByRole('dialog')
  }

  /** Goes there from the library. */
  async open(): Promise<void> {
    await this.page.goto('./#/library')
    await this.page.getByRole('link', { name: 'Bin' }).click()
    await expect(this.heading).toBeVisible()
  }

  /** The deleted annotations of an article. */
  annotationsOf(name: string): Locator {
    return this.page.getByRole('region', { name: `Deleted annotations of ${name}` }).getByRole('listitem')
  }

  restore(name: string): Locator {
    return this.page.getByRole('button', { name: `Restore “${name}”`, exact: true })
  }

  erase(name: string): Locator {
    return this.page.getByRole('button', { name: `Erase “${name}” for good`, exact: true })
  }

  /** Answers both questions with yes. */
  async confirm(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Continue' }).click()
    await this.dialog.getByRole('button', { name: 'Erase now' }).click()
    await expect(this.dialog).toHaveCount(0)
  }
}
