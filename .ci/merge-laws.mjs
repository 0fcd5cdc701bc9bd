// What `npm run test:merge` does: ten thousand histories of several devices, merged in every order and grouping, and a
// thousand sets of what strangers wrote, through reports and back.
import { check, finish } from './steps.mjs'

process.env['FACTMARK_HISTORIES'] ??= '10000'
await check(`${process.env['FACTMARK_HISTORIES']} histories merged`, [
  'vitest/vitest.mjs',
  'run',
  'src/exchange/merge-laws.test.ts',
])
process.env['FACTMARK_SETS'] ??= '1000'
await check(`reports of ${process.env['FACTMARK_SETS']} sets`, [
  'vitest/vitest.mjs',
  'run',
  'src/exchange/report/report.property.test.ts',
])
finish()
