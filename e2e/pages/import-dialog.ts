import { expect, type Locator, type Page } from '@playwright/test'

/** The same set, signed by somebody else: every record in it claims to be theirs. */
export function signedByAnother(set: string): string {
  const { reviewers } = (JSON.parse(set) as Record<string, { reviewers: { id: string; name: string }[] }>)[
    'factmark:set'
  ]!
  const [{ id, name } = { id: '', name: '' }] = reviewers
  const signed = set.replaceAll(id, '00000000-0000-4000-8000-000000000bad')
  return name === '' ? signed : signed.replaceAll(name, 'Somebody')
}

/** The dialog that takes an annotation set in. */
export class ImportDialog {
  readonly page: Page
  readonly dialog: Locator
  readonly refusal: Locator
  readonly accept: Locator
  /** Who has signed the set. */
  readonly signatures: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Import' })
    this.refusal = this.dialog.getByRole('alert')
    this.signatures = this.dialog.getByRole('region', { name: 'Signatures' })
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
