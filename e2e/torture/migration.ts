import { startBrowser, type BrowserProcess } from './browser-process.ts'
import { chanceOf } from './chance.ts'
import type { Interruption } from './interruptions.ts'
import { liveInPeace, lookAtCopy, lookInside, migrateUntilKilled, workInPeace, type Life } from './life.ts'
import type { Rows } from './judge.ts'
import { makeOldDatabase } from './old-database.ts'
import { withProfile } from './profile.ts'

export interface MigrationOptions {
  /** Of the built program, with a slash at the end. */
  readonly address: string
  readonly seed: number
  /** How often the browser is killed at most; never again once a kill came too late and the database is the new one. */
  readonly times: number
  /** Whether the page waits for each kill in the middle of its transaction; else chance decides each time. */
  readonly holdsStill?: boolean
  /** How much there is to migrate. */
  readonly annotations?: number
}

/** What a database went through that was migrated under kills. */
export interface KilledMigration {
  readonly interruptions: readonly Interruption[]
  /** The database's version after each kill. */
  readonly versions: readonly number[]
}

/**
 * Opens a database of the first version with the present program and kills the browser in the middle of the migration, again
 * and again while the database is still the old one; at last lets it work on in peace.
 */
export function killInMigration(options: MigrationOptions): Promise<KilledMigration> {
  const { address, seed, times, holdsStill, annotations = 1500 } = options
  const chance = chanceOf(seed)
  return withProfile(async profile => {
    const interruptions: Interruption[] = []
    const versions: number[] = []
    await liveInPeace({ address, profile }, browser => makeOld(browser, annotations))
    let before = await lookAtCopy({ address, profile })
    let isOld = true
    for (let kill = 0; isOld && kill < times; kill++) {
      const writes = 1 + chance.below(annotations / 3) // the migration asks to write once for each deleted annotation
      const life = await killed({ address, profile, writes, holdsStill: holdsStill ?? chance.below(2) === 0, before })
      before = await lookAtCopy({ address, profile })
      interruptions.push({ ...life, after: before })
      versions.push(versionIn(before))
      isOld = versionIn(before) === 1
    }
    const transactions = await liveInPeace({ address, profile }, browser => workInPeace(browser, chance, 1))
    interruptions.push({ before, transactions, after: await lookAtCopy({ address, profile }) })
    return { interruptions, versions }
  })
}

async function makeOld(browser: BrowserProcess, annotations: number): Promise<void> {
  await lookInside(browser)
  await makeOldDatabase(browser.page, annotations)
}

async function killed({
  address,
  profile,
  ...moment
}: {
  readonly address: string
  readonly profile: string
  readonly writes: number
  readonly holdsStill: boolean
  readonly before: Rows
}): Promise<Life> {
  const browser = await startBrowser({ address, profile })
  try {
    return await migrateUntilKilled(browser, moment)
  } finally {
    await browser.kill()
  }
}

function versionIn(rows: Rows): number {
  return Number(rows.get('["factmark"]'))
}
