// What `npm run test:torture` does: tabs that write across each other, and the built program in a real browser, killed, cut
// off from power and damaged.
import { browserSuite, check, finish } from './steps.mjs'

process.env['FACTMARK_INTERLEAVINGS'] ??= '1000'
await check(`${process.env['FACTMARK_INTERLEAVINGS']} interleavings of tabs`, [
  'vitest/vitest.mjs',
  'run',
  'src/store/tabs.test.ts',
])

await browserSuite('torture', 'e2e/torture')
finish()
