// Everything `npm test` checks, in order. A failed step does not hide the later ones; the last line counts all.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { browserSuite, check, finish, reports, root, suite } from './steps.mjs'

const unitReport = join(reports, 'unit.json')

check('types', ['typescript/bin/tsc', '--project', '.'])
check('types of the service worker', ['typescript/bin/tsc', '--project', 'src/service-worker'])
check('lint', ['eslint/bin/eslint.js', '.', '--max-warnings', '0'])
check('format', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])
check('import rules', [join(root, '.ci/check-imports.mjs')])
check('unused code', ['knip/bin/knip.js'])
suite(
  'unit tests',
  ['vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  () => unitCount(JSON.parse(readFileSync(unitReport, 'utf8'))),
)
browserSuite('browser tests', 'e2e')
finish()

/**
 * @param {{ numPassedTests: number, numFailedTests: number }} report of Vitest
 * @returns {import("./steps.mjs").Count}
 */
function unitCount({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests }
}
