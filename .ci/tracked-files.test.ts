import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const LETTER_BEFORE = '(?<![\\w.~@-])' // within a longer path or a web address the same letters mean something else

describe('tracked files', () => {
  const texts = trackedTexts()

  it.skipIf(texts.length === 0)('B9 name no folder of a machine and no package registry', () => {
    const found = texts.flatMap(({ path, text }) =>
      telling().flatMap(pattern => (pattern.exec(text) ?? []).map(match => `${path}: ${match}`)),
    )
    expect(found).toEqual([])
    expect(texts.length).toBeGreaterThan(50)
  })

  it.each([
    `see ${root}/README.md`,
    `cache in ${join(homedir(), '.npm')}`,
    '"/home/somebody/factmark"',
    'at file:///Users/somebody/factmark',
    'C:\\Users\\somebody\\factmark',
    ['https://registry', 'example', 'org/idb'].join('.'),
  ])('B9 notices %s', text => {
    expect(telling().some(pattern => pattern.test(text))).toBe(true)
  })
})

/** The folders of this machine, those of people on others, and registries. */
function telling(): readonly RegExp[] {
  const folders = [root, homedir(), dirname(root)].filter(folder => folder.length > 2 && folder !== '/tmp')
  const registry = process.env['npm_config_registry']
  const host = registry === undefined ? [] : [new URL(registry).host]
  return [
    ...folders.map(folder => new RegExp(`${LETTER_BEFORE}${escape(folder)}[\\\\/]`)),
    ...host.map(name => new RegExp(escape(name))),
    new RegExp(`${LETTER_BEFORE}/(home|Users|root|work)/[a-z.]`),
    /[A-Z]:\\Users\\/,
    /\bregistry\.[a-z0-9-]+\.[a-z]{2,}\b/,
  ]
}

/** What is committed and what is about to be; without git (an unpacked archive) there is nothing to ask. */
function trackedTexts(): readonly { path: string; text: string }[] {
  const listing = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  if (listing.status !== 0) return []
  return listing.stdout
    .toString()
    .split('\0')
    .filter(path => path !== '' && existsSync(join(root, path)) && path !== '.ci/tracked-files.test.ts')
    .map(path => ({ path, bytes: readFileSync(join(root, path)) }))
    .filter(({ bytes }) => !bytes.includes(0))
    .map(({ path, bytes }) => ({ path, text: bytes.toString('utf8') }))
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
