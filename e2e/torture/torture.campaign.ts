import { expect, test } from '@playwright/test'
import { originOf } from '../fixtures.ts'
import { DAMAGES, makeKnownLibrary, recoverFrom, type KnownLibrary } from './damaged-library.ts'
import { STICKS } from './damage-on-disk.ts'
import { canTrace } from './file-trace.ts'
import { interruptAgainAndAgain } from './interruptions.ts'
import { killInMigration } from './migration.ts'
import { inOneLine, reportOn, SOUND } from './report.ts'
import { workOnAfterTornLog } from './torn-log.ts'

const FIRST_SEED = Number(process.env['FACTMARK_TORTURE_SEED'] ?? 1)
const PROFILES = Number(process.env['FACTMARK_TORTURE_PROFILES'] ?? 8)
const KILLS = Number(process.env['FACTMARK_TORTURE_KILLS'] ?? 25) // in each profile
const POWER_CUTS = Math.ceil(KILLS / 5) // in each profile; under strace they take longer

const MIGRATION_KILLS = 10 // in each profile, at most

const seeds = Array.from({ length: PROFILES }, (_, at) => FIRST_SEED + at)

for (const seed of seeds) {
  test(`S80 S81 S83 kills, seed ${seed}`, async ({ baseURL }, { outputDir }) => {
    const address = `${originOf(baseURL)}/`
    const series = await interruptAgainAndAgain({ address, seed, times: KILLS, evidence: outputDir })
    const report = reportOn(series.interruptions)
    console.log(`kills, seed ${seed}: ${inOneLine(report, series)}`)
    expect(report).toMatchObject(SOUND)
  })
}

test('S45 kills in the middle of a migration', async ({ baseURL }) => {
  const found: number[] = []
  for (const seed of seeds) {
    const options = { address: `${originOf(baseURL)}/`, seed, times: MIGRATION_KILLS }
    const { interruptions, versions } = await killInMigration(options)
    const report = reportOn(interruptions)
    console.log(`kills in a migration, seed ${seed}: versions ${versions.join(', ')}; ${inOneLine(report)}`)
    expect(report).toMatchObject({ lost: [], torn: [] })
    found.push(...versions)
  }
  expect(found, 'or no kill came in the middle').toContain(1)
})

for (const seed of seeds) {
  test(`S84 a log that a crash has torn costs nothing, neither at the next start nor at the one after, seed ${seed}`, async ({
    baseURL,
  }) => {
    expect(await workOnAfterTornLog(`${originOf(baseURL)}/`, seed)).toEqual({ lost: [], torn: [] })
  })
}

test.describe('S82 power cuts', () => {
  test.skip(!canTrace(), 'needs strace, to see which bytes were synced')

  for (const seed of seeds) {
    test(`S82 take nothing that was acknowledged, seed ${seed}`, async ({ baseURL }, { outputDir }) => {
      const series = await interruptAgainAndAgain({
        ...{ address: `${originOf(baseURL)}/`, seed, times: POWER_CUTS, isPowerCut: true },
        evidence: outputDir,
      })
      const report = reportOn(series.interruptions, { onlyStrict: true })
      console.log(`power cuts, seed ${seed}: ${inOneLine(report, series)}`)
      expect(report).toMatchObject(SOUND)
    })
  }

  test('S82 take what was acknowledged where the program asks for less than strict durability', async ({ baseURL }, {
    outputDir,
  }) => {
    const address = `${originOf(baseURL)}/`
    const series = await interruptAgainAndAgain({
      ...{ address, seed: FIRST_SEED, times: POWER_CUTS, isPowerCut: true, isRelaxed: true },
      evidence: outputDir,
      // The program sees such a loss too, and stops at it.
      isEnough: found => reportOn(found).lost.length > 0,
    })
    const report = reportOn(series.interruptions)
    console.log(`power cuts, relaxed: ${inOneLine(report, series)}`)
    expect(report.lax).toBeGreaterThan(0)
    expect(report.lost).not.toEqual([])
  })
})

test.describe('S85 a library', () => {
  let library: KnownLibrary

  test.beforeAll(async ({ baseURL }) => {
    library = await makeKnownLibrary(`${originOf(baseURL)}/`, FIRST_SEED)
  })
  test.afterAll(() => library.remove())

  for (const damage of DAMAGES) {
    test(`S85 comes back whole when ${damage}`, async ({ baseURL }) => {
      const { reason, actions, isBrowserStuck, missing } = await recoverFrom(damage, library, `${originOf(baseURL)}/`)
      console.log(`${damage}: "${reason}"${isBrowserStuck ? ' The browser had to be cleared.' : ''}`)
      expect(missing).toEqual([])
      expect(actions).toBeLessThanOrEqual(3)
      expect(isBrowserStuck).toBe(STICKS.has(damage))
    })
  }
})
