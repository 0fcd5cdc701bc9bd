import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'

/** A backup as the browser kept it. */
export interface SavedBackup {
  readonly name: string
  readonly bytes: Buffer
}

/** The page about backups, snapshots and the room on this device. */
export class StoragePage {
  readonly page: Page
  /** Of the program, with a slash at the end; by itself the base of the tests. */
  readonly address: string
  readonly backUp: Locator
  readonly snapshots: Locator
  readonly dialog: Locator
  readonly refusal: Locator
  readonly merge: Locator
  readonly replace: Locator
  readonly restore: Locator

  constructor(page: Page, address = './') {
    this.page = page
    this.address = address
    this.backUp = page.getByRole('main').getByRole('button', { name: 'Back up everything' })
    this.snapshots = page.getByRole('list', { name: 'Snapshots' }).getByRole('listitem')
    this.dialog = page.getByRole('dialog', { name: 'Restore a backup' })
    this.refusal = this.dialog.getByRole('alert')
    this.merge = this.dialog.getByRole('button', { name: 'Merge into this library' })
    this.replace = this.dialog.getByRole('button', { name: 'Replace this library' })
    this.restore = this.dialog.getByRole('button', { name: 'Restore', exact: true })
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.address}#/storage`)
    await expect(this.page.getByRole('heading', { name: 'Backup and storage' })).toBeVisible()
  }

  /** Opens the page and saves everything in a file. */
  async save(passphrase?: string): Promise<SavedBackup> {
    await this.open()
    if (passphrase !== undefined) {
      await this.page.getByRole('checkbox', { name: 'Protect the file with a passphrase' }).check()
      await this.page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
      await this.page.getByLabel('Passphrase again').fill(passphrase)
    }
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.backUp.click()])
    await expect(this.page.getByText(/^Backed up: .* as factmark-backup-.*\.factmark\.$/)).toBeVisible()
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }

  /** Opens the dialog that takes a backup back, and chooses a file. */
  async give(bytes: Buffer | string, name = 'backup.factmark'): Promise<void> {
    await this.open()
    await this.page.getByRole('button', { name: 'Choose a backup…' }).click()
    await this.choose(bytes, name)
  }

  /** Chooses a file in the open dialog. */
  async choose(bytes: Buffer | string, name = 'backup.factmark'): Promise<void> {
    const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
    await this.dialog.getByLabel('Backup file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  }

  /** Types the passphrase that the dialog asks for. */
  async unlock(passphrase: string): Promise<void> {
    await this.dialog.getByLabel('Passphrase').fill(passphrase)
    await this.dialog.getByRole('button', { name: 'Open' }).click()
  }

  /** Opens the page and waits for the snapshot that holds so many annotations. */
  async snapshotOf(annotations: string): Promise<Locator> {
    await this.open()
    const line = this.snapshots.filter({ hasText: annotations }).first()
    await expect(line).toBeVisible()
    return line
  }
}
