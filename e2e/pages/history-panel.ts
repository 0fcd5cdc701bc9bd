import { expect, type Locator, type Page } from '@playwright/test'

/** The history of an annotation, beside its article. */
export class HistoryPanel {
  readonly panel: Locator
  readonly heading: Locator
  readonly versions: Locator

  constructor(page: Page) {
    this.panel = page.getByRole('complementary', { name: 'History' })
    this.heading = this.panel.getByRole('heading', { name: 'History' })
    this.versions = this.panel
      .getByRole('list', { name: 'Versions, the newest first' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /^Version \d+$/ }) })
  }

  /** One version by its number. */
  version(number: number): Locator {
    return this.versions.filter({
      has: this.panel.page().getByRole('heading', { name: `Version ${number}`, exact: true }),
    })
  }

  /** Makes the annotation say again what a version said. */
  async restore(number: number): Promise<void> {
    await this.version(number).getByRole('button', { name: 'Restore this version' }).click()
  }

  /** Waits for so many versions to be listed. */
  async hasVersions(count: number): Promise<void> {
    await expect(this.versions).toHaveCount(count)
  }

  async close(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Close history' }).click()
    await expect(this.panel).toHaveCount(0)
  }
}
