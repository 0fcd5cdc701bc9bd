import { expect, type Locator, type Page } from '@playwright/test'

/** The page of one's own key and of those that are trusted. */
export class SigningPage {
  readonly page: Page
  readonly said: Locator
  /** Of one's own key. */
  readonly fingerprint: Locator
  readonly saveKey: Locator
  readonly trusted: Locator

  constructor(page: Page) {
    this.page = page
    const main = page.getByRole('main')
    this.said = main.getByRole('status')
    this.fingerprint = main.getByRole('definition').first()
    this.saveKey = main.getByRole('button', { name: 'Save the key file' })
    this.trusted = main.getByRole('list', { name: 'Keys that you trust' })
  }

  async open(): Promise<void> {
    await this.page.goto('./#/settings')
    await this.page.getByRole('link', { name: 'Signing keys' }).click()
    await expect(this.page.getByRole('heading', { name: 'Your key' })).toBeVisible()
  }

  /** Makes a key that can be saved under a passphrase. */
  async make(passphrase: string): Promise<void> {
    await this.page.getByLabel('Passphrase of the key').fill(passphrase)
    await this.page.getByLabel('Passphrase again').fill(passphrase)
    await this.page.getByRole('button', { name: 'Make a key' }).click()
    await expect(this.saveKey).toBeVisible()
  }

  /** Gives a key back from its file. */
  async take(file: string, passphrase: string): Promise<void> {
    const buffer = Buffer.from(file)
    await this.page
      .getByLabel('Key file')
      .setInputFiles({ name: 'mine.factmark-key', mimeType: 'application/json', buffer })
    await this.page.getByLabel('Its passphrase').fill(passphrase)
    await this.page.getByRole('button', { name: 'Use this key' }).click()
  }
}
