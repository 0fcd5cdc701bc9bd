import { expect, originOf, test } from '../fixtures.ts'
import { interruptAgainAndAgain } from './interruptions.ts'
import { reportOn, SOUND } from './report.ts'

// The short form of `npm run test:torture`, which also kills migrations, cuts the power, tears the log and damages files.

test.describe.configure({ timeout: 180_000 }) // ms; it starts several browsers

test('S80 S81 S83 a kill in the middle of work loses nothing and tears nothing', async ({ baseURL }, { outputDir }) => {
  const address = `${originOf(baseURL)}/`
  const { interruptions } = await interruptAgainAndAgain({ address, seed: 101, times: 1, evidence: outputDir })
  expect(interruptions).toHaveLength(1)
  expect(reportOn(interruptions)).toMatchObject(SOUND)
})
