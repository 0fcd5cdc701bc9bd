import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'

/** The formats by their names. */
export type FormatName = 'Annotation set (W3C)' | 'ClaimReview (JSON-LD)' | 'Report (HTML)' | 'CSV' | 'Markdown'

/** A file as the browser kept it. */
export interface TakenFile {
  readonly name: string
  readonly text: string
}

/** The dialog that takes annotations out of the open article. */
export class ExportDialog {
  readonly page: Page
  readonly dialog: Locator
  readonly preview: Locator
  readonly publisher: Locator
  readonly publisherUrl: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: 'Export' })
    this.publisher = this.dialog.getByRole('textbox', { name: 'Publisher' })
    this.publisherUrl = this.dialog.getByRole('textbox', { name: 'Web address of the checks' })
    this.preview = this.dialog.getByRole('region', { name: 'Preview' }).last()
  }

  async open(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).click()
    await expect(this.preview).toBeVisible()
  }

  async choose(format: FormatName, { history = false } = {}): Promise<void> {
    await this.dialog.getByRole('radio', { name: format }).check()
    if (history) await this.dialog.getByRole('checkbox', { name: 'Include the history' }).check()
  }

  async download(): Promise<TakenFile> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.dialog.getByRole('button', { name: 'Download' }).click(),
    ])
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
  }

  /** What the clipboard holds after "Copy". The context must have been given the clipboard. */
  async copy(): Promise<string> {
    await this.dialog.getByRole('button', { name: 'Copy' }).click()
    await expect(this.dialog.getByText('Copied', { exact: true })).toBeVisible()
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.dialog).toBeHidden()
  }

  /** Opens the dialog, downloads in one format and closes it again. */
  async take(format: FormatName, options?: { readonly history: boolean }): Promise<TakenFile> {
    await this.open()
    await this.choose(format, options)
    const file = await this.download()
    await this.close()
    return file
  }
}
