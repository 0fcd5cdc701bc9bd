import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

const TESTS = ['**/*.test.{ts,tsx}', 'src/testing/**']
const CONFIGURATION = ['*.config.{js,ts}', 'e2e/**/playwright.config.ts']
const PURE = ['domain', 'anchoring', 'insight', 'article-format', 'exchange'].map(folder => `src/${folder}/**/*.ts`)
const TRANSACTIONS = 'src/storage/transact.ts'

/** Rules of the house, as syntax that is refused. ESLint does not add up lists, so each config names all of its own. */
const HOUSE = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'CatchClause > BlockStatement[body.length=0]', message: 'Say what becomes of the problem.' },
  {
    selector:
      'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/], CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Markup from text lets strangers in: build elements.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
    message: 'Markup from text lets strangers in: build elements.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"], Property[key.name="dangerouslySetInnerHTML"]',
    message: 'Markup from text lets strangers in: build elements.',
  },
]
const NO_TRANSACTIONS = [
  {
    selector: 'CallExpression[callee.property.name="transaction"], CallExpression[callee.property.value="transaction"]',
    message: `Only ${TRANSACTIONS} opens transactions: strict, and reported when they have completed.`,
  },
  {
    selector:
      'CallExpression[callee.object.name=/^(db|database|connection)$/][callee.property.name=/^(add|put|delete|clear|count|get|getAll|getAllKeys|getKey)$/]',
    message: `idb's shortcuts cannot ask for durability: go through ${TRANSACTIONS}.`,
  },
  {
    selector: 'CallExpression[callee.property.name=/^(count|get|getAll|getAllKeys|getKey)FromIndex$/]',
    message: `idb's shortcuts cannot ask for durability: go through ${TRANSACTIONS}.`,
  },
]
const DATABASES = ['open-database', 'connection', 'export-raw', 'seal-log'].map(name => `src/storage/${name}.ts`)
const NO_DATABASES = [
  {
    selector:
      'CallExpression[callee.name=/^(openDB|deleteDB)$/], Identifier[name="indexedDB"], Literal[value="indexedDB"]',
    message: `Only ${DATABASES.join(', ')} open or delete a database: what is opened past them is neither inspected nor closed.`,
  },
]
const NO_CLOCK = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'Time is passed in.',
  },
]
const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts']

export default defineConfig(
  globalIgnores(['dist/', 'dist-command-line/', 'coverage/', 'test-results/', 'playwright-report/']),
  js.configs.recommended,
  typescript.configs.strict, // what needs types, or React's compiler, is in .oxlintrc.json, where it takes a tenth of the time
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-script-url': 'error',
      'no-restricted-syntax': ['error', ...HOUSE],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off', // an index known to be in range
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-syntax': ['error', ...HOUSE, ...NO_TRANSACTIONS, ...NO_DATABASES],
      'no-restricted-globals': ['error', ...networkIsClosed()],
    },
  },
  {
    files: PURE,
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': ['error', ...HOUSE, ...NO_TRANSACTIONS, ...NO_DATABASES, ...NO_CLOCK],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is passed in.' },
        { object: 'crypto', property: 'randomUUID', message: 'Identifiers are passed in.' },
        { object: 'crypto', property: 'getRandomValues', message: 'Chance is passed in.' },
        { object: 'Math', property: 'random', message: 'Chance is passed in.' },
        { object: 'globalThis', property: 'crypto', message: 'Identifiers are passed in.' },
      ],
      'no-restricted-globals': [
        'error',
        ...networkIsClosed(),
        'window',
        'document',
        'navigator',
        'localStorage',
        'performance',
      ],
    },
  },
  {
    files: [TRANSACTIONS],
    rules: { 'no-restricted-syntax': ['error', ...HOUSE, ...NO_DATABASES] },
  },
  {
    files: DATABASES,
    rules: { 'no-restricted-syntax': ['error', ...HOUSE, ...NO_TRANSACTIONS] },
  },
  {
    files: ['src/storage/**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...HOUSE] },
  },
  {
    // The one place that loads files: those of its own build, by their hash.
    files: ['src/service-worker/**'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'no-script-url': 'off', // what must be refused is written down
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    // Playwright reads from the pattern which fixtures a fixture needs: often none.
    files: ['e2e/**'],
    rules: {
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  {
    files: CONFIGURATION,
    rules: {
      'no-restricted-syntax': ['error', ...HOUSE.filter(({ selector }) => selector !== 'ExportDefaultDeclaration')],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
  },
)

function networkIsClosed() {
  return NETWORK.map(name => ({ name, message: 'Factmark asks nothing of any network.' }))
}
