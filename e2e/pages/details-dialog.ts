import type { Locator, Page } from '@playwright/test'

/** The dialog that corrects what is known of an article. */
export class DetailsDialog {
  readonly dialog: Locator
  readonly save: Locator
  readonly language: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Edit details' })
    this.save = this.dialog.getByRole('button', { name: 'Save' })
    this.language = this.dialog.getByRole('combobox', { name: 'Language' })
  }

  /** A field by its label. */
  field(name: 'Author' | 'Publisher' | 'Source address' | 'Published' | 'Last changed'): Locator {
    return this.dialog.getByRole('textbox', { name })
  }
}
