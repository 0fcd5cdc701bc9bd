import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openProfile, type Profile } from './app/browser.ts'
import { startHost } from './bench-host.ts'
import { makeArticle, SIZES, type MadeArticle } from './made-article.ts'
import { reportOf, type Part } from './report.ts'
import type { Bench, BenchFolders, Row } from './row.ts'
import { ROWS } from './rows.ts'

export interface BenchOptions {
  readonly isQuick: boolean
  /** Whether docs/benchmarks.md is written. */
  readonly isWritten: boolean
  /** Ids of rows; all when empty. */
  readonly only: readonly string[]
}

/** Measures row after row and prints the table. A row that fails or takes too long says so, and the next one is measured. */
export async function runBench(folders: BenchFolders, options: BenchOptions): Promise<void> {
  const unknown = options.only.filter(id => !ROWS.some(row => row.id === id))
  if (unknown.length > 0) {
    throw new Error(`There is no row ${unknown.join(', ')}. There are: ${ROWS.map(({ id }) => id).join(', ')}.`)
  }
  const start = performance.now()
  const host = await startHost(folders)
  const articles = {
    typical: makeArticle(11, SIZES.typical),
    long: makeArticle(12, SIZES.long),
    book: makeArticle(13, SIZES.book),
  }
  for (const [name, { plain }] of Object.entries(articles)) host.offer(`${name}.json`, plain)
  host.offer('records.json', articles.book.records.versions)
  const parts: Part[] = []
  let browser = 'Chromium'
  for (const row of ROWS) {
    if (options.only.length > 0 && !options.only.includes(row.id)) continue
    const opened: Profile[] = []
    const open = async (filled: readonly MadeArticle[]) => {
      const profile = await openProfile(host)
      opened.push(profile)
      browser = `Chromium ${profile.context.browser()?.version() ?? ''}`.trim()
      if (filled.length > 0) await profile.fill(filled)
      return profile
    }
    const rounds = options.isQuick ? { quick: 3, slow: 1 } : { quick: 7, slow: 3 }
    const bench: Bench = {
      ...{ host, articles, rounds, folders, isQuick: options.isQuick },
      openFilled: () => open(Object.values(articles)),
      openEmpty: () => open([]),
    }
    const began = performance.now()
    const part = await measured(row, bench)
    parts.push(part)
    // A browser that hangs must not hold up the rows after it.
    await Promise.race([Promise.allSettled(opened.map(profile => profile.close())), after(10_000)])
    const seconds = Math.round((performance.now() - began) / 1000)
    console.error(`${row.id}: ${seconds} s${part.failure === undefined ? '' : `, not measured: ${part.failure}`}`)
  }
  host.close()
  const report = reportOf(parts, { browser, minutes: (performance.now() - start) / 60_000 })
  console.log(`\n${report}`)
  if (options.isWritten) write(join(folders.project, 'docs/benchmarks.md'), report)
}

async function measured(row: Row, bench: Bench): Promise<Part> {
  const lines: Part['lines'][number][] = []
  try {
    const work = row.measure(bench, line => lines.push(line))
    work.catch(() => {}) // told below, or too late
    const isDone = await Promise.race([work.then(() => true), after(row.limit * 1000).then(() => false)])
    if (!isDone) return { title: row.title, lines, failure: `it took more than ${row.limit} s` }
    return { title: row.title, lines }
  } catch (error) {
    return { title: row.title, lines, failure: error instanceof Error ? error.message : String(error) }
  }
}

function after(time: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, time).unref()
  })
}

function write(path: string, report: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const head = [
    '# Benchmarks',
    '',
    'What `npm run bench -- --write` has written: nothing here is edited by hand. Where a goal is not met,',
    '[028-speed.md](decisions/028-speed.md) says why, what was tried, and where the time goes.',
    '',
  ]
  writeFileSync(path, [...head, report].join('\n'))
}
