import { expect, originOf, test } from '../fixtures.ts'
import { interruptAgainAndAgain } from './interruptions.ts'
import { reportOn, SOUND } from './report.ts'
import { workOnAfterTornLog } from './torn-log.ts'

// The short form of `npm run test:torture`, which also kills migrations, cuts the power and damages files.

test.describe.configure({ timeout: 180_000 }) // ms; each test starts several browsers

test('S80 S81 S83 a kill in the middle of work loses nothing and tears nothing', async ({ baseURL }, { outputDir }) => {
  const address = `${originOf(baseURL)}/`
  const { interruptions } = await interruptAgainAndAgain({ address, seed: 101, times: 1, evidence: outputDir })
  expect(interruptions).toHaveLength(1)
  expect(reportOn(interruptions)).toMatchObject(SOUND)
})

test('S84 a log that a crash has torn costs nothing, neither at the next start nor at the one after', async ({
  baseURL,
}) => {
  expect(await workOnAfterTornLog(`${originOf(baseURL)}/`, 104)).toEqual({ lost: [], torn: [] })
})
