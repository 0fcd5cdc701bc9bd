import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkImports } from './check-imports.mjs'
import { CRUISE_OPTIONS } from './import-rules.mjs'

// Written out again on purpose: the rules must say this and nothing else.
const TASKS = 'review library evidence transfer compare report settings'
const TASK = 'domain store wording ui article-view'
const TABLE: Readonly<Record<string, string>> = {
  domain: '',
  ui: '',
  'service-worker': '',
  offline: '',
  wording: 'domain',
  anchoring: 'domain',
  insight: 'domain',
  'article-format': 'domain',
  exchange: 'domain anchoring wording',
  intake: 'domain anchoring article-format workers',
  storage: 'domain',
  workers: 'domain anchoring insight exchange intake',
  store: 'domain anchoring insight',
  'article-view': 'domain anchoring article-format store wording ui',
  review: `${TASK} evidence`,
  library: `${TASK} exchange intake`,
  evidence: TASK,
  transfer: `${TASK} exchange intake workers`,
  compare: TASK,
  report: `${TASK} exchange intake`,
  settings: TASK,
  shell: `${TASK} offline`,
  'command-line': 'domain anchoring exchange wording',
}
const FOLDERS = Object.keys(TABLE)

describe('import rules', () => {
  it('B1 refuses exactly the imports between folders that the table does not list', async () => {
    const pairs = FOLDERS.flatMap(from => [...FOLDERS, 'testing'].map(to => ({ from, to })))
    const refused = await refusedIn({
      ...Object.fromEntries(
        [...FOLDERS, 'testing'].map(folder => [`src/${folder}/thing.ts`, 'export const thing = 1']),
      ),
      ...Object.fromEntries(pairs.map(({ from, to }) => [`src/${from}/to-${to}.ts`, importing(`../${to}/thing.ts`)])),
    })
    const expected = pairs
      .filter(({ from, to }) => from !== to && !(TABLE[from] ?? '').split(' ').includes(to))
      .map(({ from, to }) => `src/${from}/to-${to}.ts -> src/${to}/thing.ts`)
    expect(refused).toEqual(expected.toSorted())
    expect(refused.length).toBeGreaterThan(300)
  })

  it('B1 lets App import the panes and their surroundings, and main everything but testing', async () => {
    const folders = [...FOLDERS, 'testing']
    const importAll = folders.map(folder => `import '../src/${folder}/thing.ts'`).join('\n')
    const refused = await refusedIn({
      ...Object.fromEntries(folders.map(folder => [`src/${folder}/thing.ts`, 'export const thing = 1'])),
      'src/App.tsx': importAll,
      'src/main.tsx': `${importAll}\nimport './App.tsx'`,
    })
    const allowed = `${TASKS} shell article-view wording ui store offline`.split(' ')
    const beyond = folders.filter(folder => !allowed.includes(folder))
    expect(refused).toEqual(
      [
        ...beyond.map(folder => `src/App.tsx -> src/${folder}/thing.ts`),
        'src/main.tsx -> src/testing/thing.ts',
      ].toSorted(),
    )
  })

  const cases: readonly { name: string; files: Readonly<Record<string, string>>; refused: readonly string[] }[] = [
    {
      name: 'an import of a type only',
      files: {
        'src/domain/a.ts': "import type { Thing } from '../store/b.ts'\nexport type A = Thing",
        'src/store/b.ts': 'export type Thing = 1',
      },
      refused: ['src/domain/a.ts -> src/store/b.ts'],
    },
    {
      name: 'an import while running',
      files: {
        'src/domain/a.ts': "export const a = () => import('../store/b.ts')",
        'src/store/b.ts': 'export const b = 1',
      },
      refused: ['src/domain/a.ts -> src/store/b.ts'],
    },
    {
      name: 'an export from elsewhere',
      files: { 'src/domain/a.ts': "export { b } from '../store/b.ts'", 'src/store/b.ts': 'export const b = 1' },
      refused: ['src/domain/a.ts -> src/store/b.ts'],
    },
    {
      name: 'a test that leaves its row, but not its use of testing',
      files: {
        'src/domain/a.test.ts': "import '../testing/b.ts'\nimport '../store/b.ts'",
        'src/testing/b.ts': 'export const b = 1',
        'src/store/b.ts': 'export const b = 1',
      },
      refused: ['src/domain/a.test.ts -> src/store/b.ts'],
    },
    {
      name: 'a cycle',
      files: { 'src/domain/a.ts': "import './b.ts'", 'src/domain/b.ts': "import './a.ts'" },
      refused: ['src/domain/a.ts -> src/domain/b.ts'],
    },
    {
      name: 'a barrel',
      files: { 'src/domain/index.ts': "export * from './a.ts'", 'src/domain/a.ts': 'export const a = 1' },
      refused: ['src/domain/index.ts -> src/domain/a.ts'],
    },
    {
      name: 'a folder without a row',
      files: { 'src/main.tsx': "import './elsewhere/a.ts'", 'src/elsewhere/a.ts': 'export const a = 1' },
      refused: ['src/main.tsx -> src/elsewhere/a.ts'],
    },
    {
      name: 'a folder without a subject',
      files: { 'src/domain/a.ts': "import './utils/b.ts'", 'src/domain/utils/b.ts': 'export const b = 1' },
      refused: ['src/domain/a.ts -> src/domain/utils/b.ts'],
    },
    {
      name: 'a file that is not there',
      files: { 'src/domain/a.ts': "import './b.ts'" },
      refused: ['src/domain/a.ts -> ./b.ts'],
    },
    {
      name: 'idb outside storage',
      files: { 'src/store/a.ts': "import 'idb'", 'src/main.tsx': "import 'idb'", 'src/storage/a.ts': "import 'idb'" },
      refused: ['src/main.tsx -> node_modules/idb/index.js', 'src/store/a.ts -> node_modules/idb/index.js'],
    },
    {
      name: 'TipTap and ProseMirror outside article-view and article-format',
      files: {
        'src/review/a.ts': "import '@tiptap/core'\nimport 'prosemirror-model'",
        'src/article-view/a.ts': "import '@tiptap/core'",
        'src/article-format/a.ts': "import 'prosemirror-model'",
      },
      refused: [
        'src/review/a.ts -> node_modules/@tiptap/core/index.js',
        'src/review/a.ts -> node_modules/prosemirror-model/index.js',
      ],
    },
    {
      name: 'an interface library in what is pure',
      files: { 'src/domain/a.ts': "import 'react'", 'src/ui/a.ts': "import 'react'" },
      refused: ['src/domain/a.ts -> node_modules/react/index.js'],
    },
    {
      name: 'Node in what runs in a browser',
      files: { 'src/domain/a.ts': "import 'node:fs'", 'src/domain/a.test.ts': "import 'node:fs'" },
      refused: ['src/domain/a.ts -> fs'],
    },
    {
      name: 'a development dependency',
      files: { 'src/domain/a.ts': "import 'vitest'", 'src/domain/a.test.ts': "import 'vitest'" },
      refused: ['src/domain/a.ts -> node_modules/vitest/index.js'],
    },
  ]
  it.each(cases)('B1 refuses $name', async ({ files, refused }) => {
    expect(await refusedIn(files)).toEqual(refused)
  })

  it('B2 names each source that was not looked at', async () => {
    const files = { 'src/domain/a.ts': '', 'src/domain/b.ts': '' }
    const blind = { ...CRUISE_OPTIONS, exclude: { path: 'b\\.ts$' } }
    const { missed } = await inTree(files, root => checkImports(root, ['src'], blind))
    expect(missed).toEqual(['src/domain/b.ts'])
  })
})

const importing = (path: string) => `import { thing } from '${path}'\nexport const used = thing`

async function refusedIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { violations } = await inTree(files, root => checkImports(root, ['src']))
  return [...new Set(violations.map(({ from, to }) => `${from} -> ${to}`))].toSorted()
}

/** Runs `work` on a small project that has these files and a few empty packages. */
async function inTree<T>(files: Readonly<Record<string, string>>, work: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'factmark-imports-'))
  const packages = ['idb', '@tiptap/core', 'prosemirror-model', 'react']
  const manifest = {
    dependencies: Object.fromEntries(packages.map(name => [name, '1'])),
    devDependencies: { vitest: '1' },
  }
  try {
    write(root, 'package.json', JSON.stringify(manifest))
    for (const name of [...packages, 'vitest']) {
      write(root, `node_modules/${name}/package.json`, '{"main":"index.js"}')
      write(root, `node_modules/${name}/index.js`, '')
    }
    for (const [path, text] of Object.entries(files)) write(root, path, text)
    return await work(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

function write(root: string, path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
