// What `npm run test:merge` does: ten thousand histories of several devices, merged in every order and grouping.
import { check, finish } from './steps.mjs'

process.env['FACTMARK_HISTORIES'] ??= '10000'
await check(`${process.env['FACTMARK_HISTORIES']} histories merged`, [
  'vitest/vitest.mjs',
  'run',
  'src/exchange/merge-laws.test.ts',
])
finish()
