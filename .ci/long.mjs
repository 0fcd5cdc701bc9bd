// What `npm run test:long` does: the unit tests, with every property tried five times as often as in `npm test`, and every
// fault instead of every fifth; and each hostile vector by itself in a real browser.
import { browserSuite, check, finish } from './steps.mjs'

process.env['FACTMARK_LONG'] = '1'
await check('unit tests at length', ['vitest/vitest.mjs', 'run'])
await browserSuite('hostile vectors one by one', 'e2e', ['hostile'])
finish()
