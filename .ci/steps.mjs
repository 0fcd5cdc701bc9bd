// Steps that are run one after the other and counted. A failed one does not hide the later ones.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** A folder for the reports of the steps. */
export const reports = mkdtempSync(join(tmpdir(), 'factmark-test-'))

const browserReport = join(reports, 'browser.json')

/** @typedef {{ passed: number, failed: number }} Count */
/** @type {string[]} */
const summary = []
const total = { passed: 0, failed: 0 }

/**
 * A step that holds or does not: it counts as one.
 * @param {string} name
 * @param {readonly string[]} command
 */
export function check(name, command) {
  const { succeeded, seconds } = run(name, command)
  add(`${name}, ${seconds} s`, succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  return succeeded
}

/**
 * A step that counts its own tests. A suite that fails without a failed test (a file that cannot be loaded, say), or
 * that ran no test, counts as one failure.
 * @param {string} name
 * @param {readonly string[]} command
 * @param {() => Count} readCount
 */
export function suite(name, command, readCount) {
  const { succeeded, seconds } = run(name, command)
  const { passed, failed } = countOrNothing(readCount)
  const isSound = succeeded && passed > 0
  add(`${name}, ${seconds} s`, { passed, failed: isSound ? failed : Math.max(failed, 1) })
}

/**
 * Builds, and runs the browser tests of a configuration, which count themselves.
 * @param {string} name
 * @param {string} configuration
 */
export function browserSuite(name, configuration) {
  const built = check('build', ['vite/bin/vite.js', 'build', '--log-level', 'warn'])
  if (!built) return add(`${name} (not run: no build)`, { passed: 0, failed: 1 })
  suite(name, ['@playwright/test/cli.js', 'test', '--config', configuration, '--reporter=list,json'], () =>
    browserCount(JSON.parse(readFileSync(browserReport, 'utf8'))),
  )
}

/** Says what each step came to, and in the last line what all did. */
export function finish() {
  rmSync(reports, { recursive: true })
  console.log(`\n${summary.join('\n')}`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

/**
 * @param {() => Count} readCount
 * @returns {Count}
 */
function countOrNothing(readCount) {
  try {
    return readCount()
  } catch (problem) {
    console.error('The report could not be read:', problem)
    return { passed: 0, failed: 1 }
  }
}

/**
 * @param {string} name
 * @param {readonly string[]} command a script in node_modules, or its absolute path, and its arguments
 */
function run(name, command) {
  console.log(`\n## ${name}`)
  const [script = '', ...words] = command
  const path = script.startsWith(root) ? script : join(root, 'node_modules', script)
  const start = performance.now()
  const { status, signal } = spawnSync(process.execPath, [path, ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
  })
  if (signal !== null) console.error(`Ended by ${signal}`)
  return { succeeded: status === 0, seconds: Math.round((performance.now() - start) / 1000) }
}

/**
 * @param {string} name
 * @param {Count} count
 */
function add(name, count) {
  total.passed += count.passed
  total.failed += count.failed
  summary.push(`${count.failed > 0 ? 'FAILED' : 'ok    '} ${name}: ${count.passed} passed, ${count.failed} failed`)
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number } }} report of Playwright
 * @returns {Count}
 */
function browserCount({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}
