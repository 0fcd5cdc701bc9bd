import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import shortTests from '../playwright.config.ts'

// Written out where Playwright reads a path as relative to this file.
export default defineConfig({
  ...shortTests,
  outputDir: '../../test-results/torture',
  preserveOutput: 'failures-only', // what shows why
  testMatch: '*.campaign.ts',
  timeout: 15 * 60_000, // ms
  expect: { timeout: 60_000 }, // ms; a browser that is traced starts slowly
  use: { ...shortTests.use, trace: 'off' },
  webServer: { ...[shortTests.webServer].flat()[0]!, cwd: fileURLToPath(new URL('../..', import.meta.url)) },
})
