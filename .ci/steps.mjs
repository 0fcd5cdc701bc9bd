// Steps that are run and counted. A failed one does not hide the others.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
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
export async function check(name, command) {
  const { succeeded, seconds } = await run(name, command)
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
export async function suite(name, command, readCount) {
  const { succeeded, seconds } = await run(name, command)
  const { passed, failed } = countOrNothing(readCount)
  const isSound = succeeded && passed > 0
  add(`${name}, ${seconds} s`, { passed, failed: isSound ? failed : Math.max(failed, 1) })
}

/**
 * Builds, and runs the browser tests of a configuration, which count themselves.
 * @param {string} name
 * @param {string} configuration
 * @param {readonly string[]} [files] the only ones, by parts of their paths
 */
export async function browserSuite(name, configuration, files = []) {
  const built = await check('build', ['vite/bin/vite.js', 'build', '--log-level', 'warn'])
  if (!built) return add(`${name} (not run: no build)`, { passed: 0, failed: 1 })
  const command = ['@playwright/test/cli.js', 'test', ...files, '--config', configuration, '--reporter=list,json']
  await suite(name, command, () => browserCount(JSON.parse(readFileSync(browserReport, 'utf8'))))
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

/** The steps that run now. Only the first of them may write as it goes: the words of two would mix. */
let running = 0

/**
 * @param {string} name
 * @param {readonly string[]} command a script in node_modules, or its absolute path, and its arguments
 * @returns {Promise<{ succeeded: boolean, seconds: number }>}
 */
async function run(name, command) {
  const [script = '', ...words] = command
  const path = script.startsWith(root) ? script : join(root, 'node_modules', script)
  const start = performance.now()
  const isFirst = running === 0
  running += 1
  if (isFirst) console.log(`\n## ${name}`)
  const child = spawn(process.execPath, [path, ...words], {
    cwd: root,
    stdio: isFirst ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', piece => (written += String(piece)))
  }
  await once(child, 'close')
  running -= 1
  if (!isFirst) console.log(`\n## ${name}, meanwhile\n${written}`)
  if (child.signalCode !== null) console.error(`Ended by ${child.signalCode}`)
  return { succeeded: child.exitCode === 0, seconds: Math.round((performance.now() - start) / 1000) }
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
