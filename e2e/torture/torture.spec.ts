import { expect, originOf, test } from '../fixtures.ts'
import { makeKnownLibrary, recoverFrom } from './damaged-library.ts'
import { canTrace } from './file-trace.ts'
import { interruptAgainAndAgain } from './interruptions.ts'
import { killInMigration } from './migration.ts'
import { reportOn, SOUND } from './report.ts'
import { workOnAfterTornLog } from './torn-log.ts'

// The short form of `npm run test:torture`.

test.describe.configure({ timeout: 180_000 }) // ms; each test starts several browsers

test('S80 S81 S83 two kills in the middle of work lose nothing and tear nothing', async ({ baseURL }) => {
  const interruptions = await interruptAgainAndAgain({ address: `${originOf(baseURL)}/`, seed: 101, times: 2 })
  expect(reportOn(interruptions)).toMatchObject(SOUND)
})

test('S82 a power cut takes nothing that was acknowledged', async ({ baseURL }) => {
  test.skip(!canTrace(), 'needs strace, to see which bytes were synced')
  const address = `${originOf(baseURL)}/`
  const interruptions = await interruptAgainAndAgain({ address, seed: 103, times: 1, isPowerCut: true })
  expect(reportOn(interruptions, { onlyStrict: true })).toMatchObject(SOUND)
})

test('S84 a log that a crash has torn costs nothing, neither at the next start nor at the one after', async ({
  baseURL,
}) => {
  expect(await workOnAfterTornLog(`${originOf(baseURL)}/`, 104)).toEqual({ lost: [], torn: [] })
})

test('S45 a kill in the middle of a migration leaves the old database or the new one', async ({ baseURL }) => {
  const options = { address: `${originOf(baseURL)}/`, seed: 105, times: 1, holdsStill: true, annotations: 150 }
  const { interruptions, versions } = await killInMigration(options)
  expect(reportOn(interruptions)).toMatchObject({ lost: [], torn: [] })
  expect(versions[0], 'or no kill came in the middle').toBe(1)
})

test('S85 a library of which the log is cut in half comes back from a backup file', async ({ baseURL }) => {
  const address = `${originOf(baseURL)}/`
  const library = await makeKnownLibrary(address, 106, 2)
  try {
    const { actions, isBrowserStuck, missing } = await recoverFrom('the log is cut in half', library, address)
    expect({ isBrowserStuck, missing }).toEqual({ isBrowserStuck: false, missing: [] })
    expect(actions).toBeLessThanOrEqual(3)
  } finally {
    library.remove()
  }
})
