import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { KEY_TABLE } from '../src/article-view/keys/key-table.ts'
import { words } from '../src/wording/words.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

describe('README', () => {
  it('K1 lists the keys of the keyboard table', () => {
    const rows = KEY_TABLE.map(({ shown, command }) => `| ${shown} | ${words.review.keyDoes[command]} |`)
    expect(readme).toContain(['| key | what it does |', '|---|---|', ...rows, '<!-- /keys -->'].join('\n'))
  })
})
