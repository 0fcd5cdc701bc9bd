// What a first visit transfers, and that nothing slipped into it which only some people need. Looks at the last build.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** kB of 1,000 bytes, compressed as good hosts do. docs/decisions/028-speed.md says what the first load is made of. */
export const BUDGET = { firstLoad: 273, largestLater: 420 }

/** Parts that are loaded when they are asked for, as their files are named. */
export const LATER = [
  ...['bin-page', 'library-page', 'update-page', 'edit-page', 'new-article-page', 'bookmarklet-page', 'clip-page'],
  ...[
    'shared-page',
    'storage-page',
    'restore-dialog',
    'recovery-page',
    'settings-page',
    'export-dialog',
    'import-dialog',
  ],
  ...['reviewer-dialog', 'details-dialog', 'read-pdf', 'read-markdown', 'read-page', 'changed-text', 'create-backups'],
  ...['import-worker', 'export-worker', 'docx-worker', 'reanchor-worker', 'pdf.worker', 'place-beside', 'menu'],
  'page-words',
]

/**
 * What is wrong with a build, in sentences. Sizes are in bytes; paths are those below the site's root.
 * @param {{ firstLoad: Readonly<Record<string, string>>, rest: Readonly<Record<string, string>> }} build
 * @param {(path: string) => number} sizeOf
 * @returns {readonly string[]}
 */
export function sizeFaults(build, sizeOf) {
  const paths = Object.keys(build.firstLoad)
  const first = sum(paths.filter(isNoFont).map(sizeOf)) / 1000
  const later = Object.keys(build.rest).filter(isNoFont)
  const largest = later.map(path => ({ path, size: sizeOf(path) / 1000 })).sort((a, b) => b.size - a.size)[0]
  const early = LATER.filter(name => paths.some(path => path.startsWith(`assets/${name}-`)))
  const gone = LATER.filter(name => ![...later, ...paths].some(path => path.startsWith(`assets/${name}`)))
  return [
    ...(first > BUDGET.firstLoad ? [`The first load has ${kilobytes(first)}, more than ${BUDGET.firstLoad}.`] : []),
    ...(largest && largest.size > BUDGET.largestLater
      ? [`${largest.path} has ${kilobytes(largest.size)}, more than ${BUDGET.largestLater}.`]
      : []),
    ...early.map(name => `${name} is in the first load. It belongs to what is loaded when it is asked for.`),
    ...gone.map(name => `${name} is no file of its own any more: it may be in the first load.`),
  ]
}

/** @param {string} path */
const isNoFont = path => !path.endsWith('.woff2')
/** @param {readonly number[]} numbers */
const sum = numbers => numbers.reduce((total, number) => total + number, 0)
/** @param {number} value */
const kilobytes = value => `${Math.round(value)} kB`

/** @returns {{ firstLoad: Readonly<Record<string, string>>, rest: Readonly<Record<string, string>> }} */
function readBuild(folder = '') {
  const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8')
  /** @param {string} name */
  const list = name => {
    const found = new RegExp(`["'\`]?${name}["'\`]?:\\s*(\\{[^{}]*\\})`).exec(worker)
    if (!found?.[1]) throw new Error(`The service worker does not say what its ${name} is. Is it built?`)
    return Object.fromEntries(pairsOf(JSON.parse(found[1])))
  }
  return { firstLoad: list('firstLoad'), rest: list('rest') }
}

/** @param {Readonly<Record<string, string>>} hashes */
const pairsOf = hashes => Object.entries(hashes)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../dist', import.meta.url))
  /** @param {string} path */
  const sizeOf = path => gzipSync(readFileSync(join(folder, path === './' ? 'index.html' : path)), { level: 9 }).length
  const build = readBuild(folder)
  const faults = sizeFaults(build, sizeOf)
  for (const fault of faults) console.error(fault)
  const first = sum(Object.keys(build.firstLoad).filter(isNoFont).map(sizeOf)) / 1000
  console.log(`First load: ${kilobytes(first)} of ${BUDGET.firstLoad}, without fonts`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
