// Everything `npm test` checks. A failed step does not hide the others; the last line counts all.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { browserSuite, check, finish, reports, root, suite } from './steps.mjs'

const unitReport = join(reports, 'unit.json')

// What checks the sources needs one core for a minute; the units take what is left, and then both.
await Promise.all([testUnits(), checkSources()])
await browserSuite('browser tests', 'e2e')
await check('size', [join(root, '.ci/check-size.mjs')])
finish()

async function testUnits() {
  await suite(
    'unit tests',
    ['vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    () => unitCount(JSON.parse(readFileSync(unitReport, 'utf8'))),
  )
}

async function checkSources() {
  await check('types', ['oxlint/bin/oxlint', '.'])
  await check('lint', ['eslint/bin/eslint.js', '.', '--max-warnings', '0'])
  await check('format', ['oxfmt/bin/oxfmt', '--check', '.'])
  await check('import rules', [join(root, '.ci/check-imports.mjs')])
  await check('unused code', ['knip/bin/knip.js'])
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number }} report of Vitest
 * @returns {import("./steps.mjs").Count}
 */
function unitCount({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests }
}
