import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { ReviewPage } from '../pages/review-page.ts'
import { StoragePage } from '../pages/storage-page.ts'
import { withoutSavePicker } from '../without-pickers.ts'
import type { BrowserProcess } from './browser-process.ts'
import { chanceOf } from './chance.ts'
import { DAMAGES_IN_PAGE } from './damage-in-page.ts'
import { DAMAGES_ON_DISK } from './damage-on-disk.ts'
import type { Rows } from './judge.ts'
import { liveInPeace, lookInside, startsAndShows, workInPeace } from './life.ts'
import { databaseFolder } from './profile.ts'

/** A browser profile with a library in it, closed in peace, and what must come back after any damage. */
export interface KnownLibrary {
  readonly profile: string
  /** A copy of the database's files from an earlier day. */
  readonly earlier: string
  readonly backup: Buffer
  /** What lies in the database. */
  readonly rows: Rows
  remove(): void
}

/** What became of a library that was damaged. */
export interface Recovery {
  /** What the page said before anything was done. */
  readonly reason: string
  /** How many times a person had to act in the page. */
  readonly actions: number
  /** Whether the browser could not even make a new database, so that its data of the site had to be removed first. */
  readonly isBrowserStuck: boolean
  /** Versions that did not come back. */
  readonly missing: readonly string[]
}

/** All ways in which a library is damaged. */
export const DAMAGES = [...Object.keys(DAMAGES_ON_DISK), ...Object.keys(DAMAGES_IN_PAGE)]

/** Works in a new profile on two days, does so many things on each, and saves a backup at the end of the second. */
export async function makeKnownLibrary(address: string, seed: number, actions = 5): Promise<KnownLibrary> {
  const chance = chanceOf(seed)
  const folder = mkdtempSync(join(tmpdir(), 'factmark-damage-'))
  const [profile, earlier] = [join(folder, 'profile'), join(folder, 'earlier')]
  await liveInPeace({ address, profile }, browser => workInPeace(browser, chance, actions))
  cpSync(databaseFolder(profile, address), earlier, { recursive: true })
  const { backup, rows } = await liveInPeace({ address, profile }, async browser => {
    await withoutSavePicker(browser.page)
    await workInPeace(browser, chance, actions)
    const { bytes } = await storagePageOf(browser).save()
    return { backup: bytes, rows: await lookInside(browser) }
  })
  return { profile, earlier, backup, rows, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * Damages a copy of the profile, starts Factmark, and brings the library back from the backup file. Throws where it does not
 * come to the page that offers this.
 */
export async function recoverFrom(damage: string, library: KnownLibrary, address: string): Promise<Recovery> {
  const folder = mkdtempSync(join(tmpdir(), 'factmark-damaged-'))
  const profile = join(folder, 'profile')
  try {
    cpSync(library.profile, profile, { recursive: true })
    await inflict(damage, library, { address, profile })
    const recovered = await liveInPeace({ address, profile }, browser => restore(browser, library.backup))
    const rows = await liveInPeace({ address, profile }, async browser => {
      const found = await lookInside(browser)
      await startsAndShows(browser, found)
      return found
    })
    return {
      ...recovered,
      missing: versionsIn(library.rows).filter(place => rows.get(place) !== library.rows.get(place)),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Place {
  readonly address: string
  readonly profile: string
}

async function inflict(damage: string, { earlier }: KnownLibrary, { address, profile }: Place): Promise<void> {
  const onDisk = DAMAGES_ON_DISK[damage]
  if (onDisk) return onDisk(databaseFolder(profile, address), earlier)
  const inPage = DAMAGES_IN_PAGE[damage]
  if (!inPage) throw new Error(`Nobody knows how "${damage}" is done.`)
  await liveInPeace({ address, profile }, async browser => {
    await lookInside(browser) // a page of the origin that is not the program
    await inPage(browser.page)
  })
}

async function restore(browser: BrowserProcess, backup: Buffer): Promise<Omit<Recovery, 'missing'>> {
  const { page, address } = browser
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Your library is not what it was' })).toBeVisible()
  const reason = await page.getByRole('alert').innerText()
  const actions = await restoreFrom(browser, page.getByRole('button', { name: 'Restore a backup file' }), backup)
  const review = new ReviewPage(page)
  const { refusal } = storagePageOf(browser)
  await expect(review.article.or(refusal)).toBeVisible()
  const isBrowserStuck = await refusal.isVisible()
  if (isBrowserStuck) {
    await expect(refusal).toContainText('remove the data of this site in the settings of the browser')
    await browser.session.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'all' })
    await page.goto(address)
    await restoreFrom(browser, page.getByRole('link', { name: 'Restore a backup' }), backup)
  }
  await review.isReady()
  return { reason, actions, isBrowserStuck }
}

/** Answers how many times a person had to act. */
async function restoreFrom(browser: BrowserProcess, way: Locator, backup: Buffer): Promise<number> {
  const storage = storagePageOf(browser)
  const steps = [() => way.click(), () => storage.choose(backup), () => storage.restore.click()]
  for (const step of steps) await step()
  return steps.length
}

function storagePageOf({ page, address }: BrowserProcess): StoragePage {
  return new StoragePage(page, address)
}

function versionsIn(rows: Rows): readonly string[] {
  return [...rows.keys()].filter(place => place.startsWith('["factmark","versions",['))
}
