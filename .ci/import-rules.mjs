const PURE_FLOOR = ['domain', 'anchoring', 'insight', 'article-format', 'exchange']
const TASK_FLOOR = ['domain', 'store', 'wording', 'ui', 'article-view']
const TASKS = [
  'review',
  'library',
  'evidence',
  'history',
  'transfer',
  'compare',
  'report',
  'settings',
  'signing',
  'details',
  'trouble',
  'backup',
]

/**
 * The house: each folder of src/ and the folders it may import besides itself. A folder that is not here is refused.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const FOLDERS = {
  domain: [],
  ui: [],
  'service-worker': [],
  offline: [],
  wording: ['domain'],
  anchoring: ['domain'],
  insight: ['domain'],
  'article-format': ['domain'],
  exchange: ['domain', 'anchoring', 'wording'],
  intake: ['domain', 'anchoring', 'article-format', 'workers'],
  storage: ['domain'],
  workers: ['domain', 'anchoring', 'insight', 'exchange', 'intake'],
  store: ['domain', 'anchoring', 'insight'],
  'article-view': ['domain', 'anchoring', 'article-format', 'store', 'wording', 'ui'],
  review: [...TASK_FLOOR, 'evidence', 'history', 'details'],
  library: [...TASK_FLOOR, 'exchange', 'intake', 'history', 'details'],
  details: TASK_FLOOR,
  evidence: TASK_FLOOR,
  history: [...TASK_FLOOR, 'evidence'],
  transfer: [...TASK_FLOOR, 'exchange', 'intake', 'workers', 'signing'],
  compare: TASK_FLOOR,
  report: [...TASK_FLOOR, 'exchange', 'intake'],
  settings: TASK_FLOOR,
  signing: TASK_FLOOR,
  backup: TASK_FLOOR,
  trouble: [...TASK_FLOOR, 'offline'],
  shell: [...TASK_FLOOR, 'offline'],
  'command-line': ['domain', 'anchoring', 'exchange', 'wording'],
}

const APP_IMPORTS = [...TASKS, 'shell', 'article-view', 'wording', 'ui', 'store', 'offline']
const EVERY_FOLDER = Object.keys(FOLDERS)
const TEST = '\\.test\\.tsx?$'
const OURS = '^(src|e2e|seeds|\\.ci)/'

/** @param {readonly string[]} names */
const anyOf = names => `(${names.join('|')})`
/** @param {readonly string[]} folders */
const inside = folders => `^src/${anyOf(folders)}/`

/**
 * A rule for dependency-cruiser: what `from` matches may not import what `to` matches.
 * @typedef {{ path?: string | string[], pathNot?: string | string[], circular?: boolean, couldNotResolve?: boolean, dependencyTypes?: import('dependency-cruiser').DependencyType[] }} Match
 * @param {string} name
 * @param {Match} from
 * @param {Match} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

/** A folder imports itself and what its row lists; its tests also what builds their data, and the seeds. */
const rows = Object.entries(FOLDERS).flatMap(([folder, allowed]) => {
  const lists = inside([folder, ...allowed])
  const source = `^src/${folder}/`
  return [
    forbid(`${folder} imports only its row`, { path: source, pathNot: TEST }, { path: OURS, pathNot: lists }),
    forbid(
      `tests of ${folder} import only its row and testing`,
      { path: `${source}.*${TEST}` },
      { path: OURS, pathNot: [lists, '^src/testing/', '^seeds/'] },
    ),
  ]
})

/** @type {import('dependency-cruiser').IFlattenedRuleSet} */
export const IMPORT_RULES = {
  forbidden: [
    ...rows,
    forbid(
      'App imports task folders, shell, article-view, wording, ui, store, offline',
      { path: '^src/App\\.tsx$' },
      { path: OURS, pathNot: [inside(APP_IMPORTS), '^src/[^/]+\\.css$'] },
    ),
    forbid('only tests import testing', { path: '^src/', pathNot: [TEST, '^src/testing/'] }, { path: '^src/testing/' }),
    forbid('testing imports no tests', { path: '^src/testing/' }, { path: TEST }),
    forbid('nothing imports a test', { path: OURS }, { path: ['^e2e/.*\\.spec\\.ts$', TEST] }),
    forbid('nothing imports main', { path: OURS }, { path: '^src/main\\.tsx$' }),
    forbid('only main imports App', { path: OURS, pathNot: '^src/main\\.tsx$' }, { path: '^src/App\\.tsx$' }),
    ...never('every folder of src has a row', { path: '^src/[^/]+/', pathNot: inside([...EVERY_FOLDER, 'testing']) }),
    ...never('main and App are alone in src', { path: '^src/[^/]+\\.tsx?$', pathNot: '^src/(main|App)\\.tsx$' }),
    ...never('no barrels', { path: `${OURS}.*(^|/)index\\.[a-z]+$`, pathNot: 'node_modules/' }),
    ...never('no folder without a subject', { path: '^src/.*/(utils?|helpers?|common|shared|misc)/' }),
    forbid(
      'only storage imports idb',
      { path: '^src/', pathNot: '^src/(storage|testing)/' },
      { path: packages(['idb']) },
    ),
    forbid(
      'only article-view and article-format import TipTap and ProseMirror',
      { path: '^src/', pathNot: inside(['article-view', 'article-format']) },
      { path: packages(['@tiptap/[^/]+', 'prosemirror-[^/]+']) },
    ),
    forbid(
      'what is pure, or runs in a worker, knows no interface library',
      { path: inside([...PURE_FLOOR, 'intake', 'storage', 'workers', 'service-worker', 'command-line']) },
      { path: packages(['react', 'react-dom', '@tiptap/react', 'radix-ui', 'lucide-react', 'wouter']) },
    ),
    forbid(
      'what runs in a browser imports nothing of Node',
      { path: '^src/', pathNot: [TEST, '^src/(testing|command-line)/'] },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'the program imports no development dependency',
      { path: '^src/', pathNot: [TEST, '^src/testing/'] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    forbid('no cycles', {}, { circular: true }),
    // What only the bench installs is there only where it has been run.
    forbid(
      'every import resolves',
      {},
      { couldNotResolve: true, pathNot: ['^virtual:', '^@(apache-annotator|recogito)/'] },
    ),
    forbid(
      'only the bench imports what it measures against',
      { path: OURS, pathNot: '^e2e/bench/' },
      { path: packages(['@apache-annotator/[^/]+', '@recogito/[^/]+']) },
    ),
  ],
}

/**
 * No module may be where `match` says: neither import nor be imported from there.
 * @param {string} name
 * @param {Match} match
 */
function never(name, match) {
  return [forbid(name, match, {}), forbid(name, { path: OURS }, match)]
}

/** @param {readonly string[]} names */
function packages(names) {
  return `(^|node_modules/)${anyOf(names)}(/|$)`
}

/** How modules are found and followed. @type {import('dependency-cruiser').ICruiseOptions} */
export const CRUISE_OPTIONS = {
  validate: true,
  ruleSet: IMPORT_RULES,
  tsPreCompilationDeps: true, // a type counts as an import too
  enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default'] },
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^dist/' },
}
