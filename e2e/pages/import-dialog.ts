import { expect, type Locator, type Page } from '@playwright/test'

/** The dialog that takes an annotation set in. */
export class ImportDialog {
  readonly page: Page
  readonly dialog: Locator
  readonly refusal: Locator
  readonly accept: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Import' })
    this.refusal = this.dialog.getByRole('alert')
    this.accept = this.dialog.getByRole('button', { name: 'Accept' })
  }

  async open(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Import', exact: true }).click()
    await expect(this.dialog).toBeVisible()
  }

  /** Chooses a file. Nothing is imported before "Accept". */
  async give(content: string | Buffer, name = 'set.json'): Promise<void> {
    const buffer = typeof content === 'string' ? Buffer.from(content) : content
    await this.dialog.getByLabel('Annotation set').setInputFiles({ name, mimeType: 'application/json', buffer })
  }

  /** Opens the dialog, reads a set and accepts it. */
  async take(content: string): Promise<void> {
    await this.open()
    await this.give(content)
    await this.accept.click()
    await expect(this.dialog).toBeHidden()
  }
}
