// What `npm run test:long` does: the unit tests, with every property tried five times as often as in `npm test`, and every
// fault instead of every fifth.
import { check, finish } from './steps.mjs'

process.env['FACTMARK_LONG'] = '1'
await check('unit tests at length', ['vitest/vitest.mjs', 'run'])
finish()
