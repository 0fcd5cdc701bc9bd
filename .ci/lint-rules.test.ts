import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint({
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-') || ruleId === 'no-console',
})

const refused: readonly { path: string; code: string }[] = [
  { path: 'src/review/a.tsx', code: 'export default 1' },
  { path: 'src/review/a.ts', code: 'enum A { B }' },
  { path: 'src/review/a.ts', code: 'try { a() } catch {}' },
  { path: 'src/review/a.ts', code: 'try { a() } catch { /* why */ }' },
  { path: 'src/review/a.ts', code: 'element.innerHTML = text' },
  { path: 'src/review/a.ts', code: "element.insertAdjacentHTML('beforeend', text)" },
  { path: 'src/review/a.tsx', code: 'export const A = <p dangerouslySetInnerHTML={{ __html: text }} />' },
  { path: 'src/review/a.tsx', code: "createElement('p', { dangerouslySetInnerHTML: { __html: text } })" },
  { path: 'src/review/a.ts', code: "console.log('a')" },
  { path: 'src/review/a.ts', code: "fetch('a')" },
  { path: 'src/workers/a.ts', code: "new WebSocket('wss://a')" },
  { path: 'src/workers/a.ts', code: "importScripts('a')" },
  { path: 'src/workers/a.ts', code: 'new XMLHttpRequest()' },
  { path: 'src/storage/a.ts', code: "db.transaction('records', 'readwrite')" },
  { path: 'src/storage/a.ts', code: "db.put('records', record)" },
  { path: 'src/storage/a.ts', code: "db.getAllFromIndex('records', 'article')" },
  { path: 'src/storage/a.ts', code: "db['transaction']('records', 'readwrite')" },
  { path: 'src/storage/a.ts', code: "openDB('factmark')" },
  { path: 'src/storage/transact.ts', code: "deleteDB('factmark')" },
  { path: 'src/storage/backup/a.ts', code: "indexedDB.open('factmark')" },
  { path: 'src/store/a.ts', code: "window.indexedDB.deleteDatabase('factmark')" },
  { path: 'src/review/a.tsx', code: "self['indexedDB'].open('factmark')" },
  { path: 'src/storage/connection.ts', code: "db.transaction('records', 'readwrite')" },
  { path: 'src/domain/a.ts', code: "db.transaction('records', 'readwrite')" },
  ...['domain', 'anchoring', 'insight', 'article-format', 'exchange'].flatMap(folder =>
    [
      'Date.now()',
      'new Date()',
      'Date()',
      'crypto.randomUUID()',
      'crypto.getRandomValues(bytes)',
      'Math.random()',
      'window.name',
      'document.title',
      'localStorage.length',
      'enum A { B }',
      "fetch('a')",
    ].map(code => ({ path: `src/${folder}/a.ts`, code })),
  ),
]

const allowed: readonly { path: string; code: string }[] = [
  { path: 'src/storage/transact.ts', code: "db.transaction('records', 'readwrite', { durability: 'strict' })" },
  { path: 'src/storage/export-raw.ts', code: "openDB('factmark')" },
  { path: 'src/storage/a.test.ts', code: "openDB('factmark'); indexedDB.databases(); db.put('records', record)" },
  { path: 'src/service-worker/a.ts', code: "fetch('a')" },
  { path: 'src/domain/a.ts', code: 'new Date(milliseconds).toISOString()' },
  { path: 'src/domain/a.ts', code: 'try { a() } catch { b() }' },
  { path: 'src/main.tsx', code: 'Date.now(); crypto.randomUUID(); document.title' },
  { path: 'src/review/a.ts', code: 'records.get(id); draft.delete(id)' },
  { path: 'e2e/playwright.config.ts', code: 'export default 1' },
]

describe('lint rules', () => {
  it.each(refused)('B3 refuses in $path: $code', async ({ path, code }) => {
    expect(await messages(path, code)).not.toEqual([])
  })

  it.each(allowed)('B3 allows in $path: $code', async ({ path, code }) => {
    expect(await messages(path, code)).toEqual([])
  })
})

async function messages(filePath: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath })
  if (!result || result.fatalErrorCount > 0) throw new Error(`${filePath} could not be linted`)
  return result.messages.map(({ message }) => message)
}
