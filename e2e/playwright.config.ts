import { defineConfig } from '@playwright/test'
import { findBrowser, LAUNCH_ARGUMENTS } from '../.ci/find-browser.mjs'

const PORT = Number(process.env['FACTMARK_TEST_PORT'] ?? 4174) // beside the 4173 of `npm start`, so that both can run
const address = `http://127.0.0.1:${PORT}/`

// Every worker process reads this file; only the first looks for a browser.
process.env['FACTMARK_BROWSER'] ??= (await findBrowser()) ?? ''
const executablePath = process.env['FACTMARK_BROWSER']

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 3, // of two cores; while one test waits for the browser, another has work
  retries: 0,
  // ms; how long a test may take is no test of speed: two cores may be busy with more than the tests.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    baseURL: address,
    video: 'off',
    // To draw what moves costs time (7 % of 38 tests). The tests of cards, undo and phones see it move.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace slows every test, also those that pass: FACTMARK_TRACE=1 asks for one.
    trace: process.env['FACTMARK_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args: LAUNCH_ARGUMENTS, ...(executablePath === '' ? {} : { executablePath }) },
  },
  webServer: {
    command: `npx vite preview --port ${PORT}`,
    cwd: '..',
    url: address,
    reuseExistingServer: false,
  },
})
