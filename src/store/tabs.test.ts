import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RecordId } from '../domain/identifiers.ts'
import { byRecord } from '../domain/merge.ts'
import { readingsOf } from '../domain/shown-annotation.ts'
import { VERDICTS, type Verdict } from '../domain/verdict.ts'
import { versionHash, type AnnotationVersion, type Version } from '../domain/version.ts'
import { HARBOUR_ID } from '../testing/builders.ts'
import { aTabScene, type SceneTab, type TabScene } from '../testing/tab-scene.ts'
import { aTabWitness, type TabWitness } from '../testing/tab-witness.ts'
import { annotationVersions } from './open-article.ts'

// `npm run test:torture` asks for a thousand; other ones can be asked for by their seed.
const RUNS = Number(process.env['FACTMARK_INTERLEAVINGS'] ?? 60)
const SEED = Number(process.env['FACTMARK_SEED'] ?? 20_261_124)

// Only timers: the database in memory goes on by itself.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

describe('two to four tabs on one database', () => {
  it(
    'U62 U63 lose no edit, and come to show the same, however they interleave',
    { timeout: 60_000 + RUNS * 500 },
    async () => {
      await fc.assert(fc.asyncProperty(interleavings(), playThrough), {
        numRuns: RUNS,
        seed: SEED,
        examples: ONCE_FAILED,
      })
    },
  )
})

/** One thing that happens next, in one of the tabs or between them. */
type Step =
  | { readonly kind: 'tag'; readonly tab: number; readonly segment: number; readonly verdict: Verdict }
  | { readonly kind: 'type'; readonly tab: number; readonly record: number; readonly text: string }
  | { readonly kind: 'restore'; readonly tab: number; readonly record: number; readonly version: number }
  | { readonly kind: 'label' | 'remove'; readonly tab: number; readonly record: number }
  | { readonly kind: 'mark'; readonly tab: number; readonly segment: number }
  | { readonly kind: 'undo' | 'redo' | 'reopen' | 'reload' | 'fail'; readonly tab: number }
  | { readonly kind: 'hear'; readonly which: number }
  | { readonly kind: 'breathe'; readonly steps: number }
  | { readonly kind: 'pause' }

interface Interleaving {
  readonly tabs: number
  readonly steps: readonly Step[]
}

/** Interleavings that went wrong once, as small as they could be made. They are played first. */
const ONCE_FAILED: [Interleaving][] = [
  [
    // A tab that was left while it was writing told nobody.
    {
      tabs: 2,
      steps: [
        { kind: 'tag', tab: 0, segment: 0, verdict: 'verified' },
        { kind: 'reload', tab: 0 },
        { kind: 'type', tab: 0, record: 0, text: '' },
        { kind: 'breathe', steps: 1 },
        { kind: 'type', tab: 0, record: 0, text: '' },
        { kind: 'type', tab: 0, record: 0, text: '' },
      ],
    },
  ],
  [
    // What was typed while a change of another tab was being read claimed to have known it.
    {
      tabs: 3,
      steps: [
        { kind: 'tag', tab: 1, segment: 0, verdict: 'verified' },
        { kind: 'tag', tab: 1, segment: 0, verdict: 'unverified' },
        { kind: 'hear', which: 0 },
        { kind: 'hear', which: 0 },
        { kind: 'reload', tab: 0 },
        { kind: 'hear', which: 0 },
        { kind: 'hear', which: 5 },
        { kind: 'undo', tab: 1 },
        { kind: 'type', tab: 0, record: 0, text: ' ' },
        { kind: 'breathe', steps: 4 },
        { kind: 'breathe', steps: 30 },
        { kind: 'hear', which: 0 },
        { kind: 'tag', tab: 0, segment: 0, verdict: 'verified' },
        { kind: 'tag', tab: 0, segment: 0, verdict: 'verified' },
        { kind: 'hear', which: 0 },
      ],
    },
  ],
]

function interleavings(): fc.Arbitrary<Interleaving> {
  const tab = fc.nat(3)
  // Few places, so that the tabs meet often.
  const record = fc.nat(1)
  const segment = fc.nat(1)
  const simple = (...kinds: readonly ('undo' | 'redo' | 'reopen' | 'reload' | 'fail')[]) =>
    fc.record({ kind: fc.constantFrom(...kinds), tab })
  return fc.record({
    tabs: fc.integer({ min: 2, max: 4 }),
    steps: fc.array(
      fc.oneof<fc.MaybeWeightedArbitrary<Step>[]>(
        {
          weight: 3,
          arbitrary: fc.record({ kind: fc.constant('tag'), tab, segment, verdict: fc.constantFrom(...VERDICTS) }),
        },
        {
          weight: 4,
          arbitrary: fc.record({ kind: fc.constant('type'), tab, record, text: fc.string({ maxLength: 4 }) }),
        },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore'), tab, record, version: fc.nat(9) }) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('label', 'remove'), tab, record }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('mark'), tab, segment }) },
        { weight: 2, arbitrary: simple('undo', 'redo') },
        { weight: 1, arbitrary: simple('reopen', 'reload') },
        { weight: 2, arbitrary: simple('fail') },
        { weight: 5, arbitrary: fc.record({ kind: fc.constant('hear'), which: fc.nat(20) }) },
        { weight: 4, arbitrary: fc.record({ kind: fc.constant('breathe'), steps: fc.integer({ min: 1, max: 30 }) }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause') }) },
      ),
      { minLength: 4, maxLength: 40, size: 'max' },
    ),
  })
}

async function playThrough({ tabs, steps }: Interleaving) {
  const scene = await aTabScene(tabs)
  const witness = aTabWitness()
  try {
    for (const step of steps) {
      await take(scene, step, witness)
      for (const tab of scene.tabs) {
        expectNothingCalledSavedThatIsNot(scene, tab)
        expect(witness.overwritten(tab)).toEqual([])
      }
    }
    await everythingArrives(scene)
    const fresh = await scene.openAnother()
    const stored = await storedIn(fresh)
    const isStored = new Set(stored.map(versionHash))
    expect([...scene.acknowledged.values()].filter(version => !isStored.has(versionHash(version)))).toEqual([])
    for (const tab of scene.tabs) {
      expect(tab.state().saving).toEqual({ kind: 'saved' })
      expect(shownIn(tab)).toEqual(shownIn(fresh))
      expect(versionsIn(tab)).toEqual([...isStored].sort())
    }
    expect(conflictsIn(fresh)).toEqual(conflictsAmong(stored))
  } finally {
    scene.end()
  }
}

async function take(scene: TabScene, step: Step, witness: TabWitness): Promise<void> {
  if (step.kind === 'hear') return void scene.deliver(step.which)
  if (step.kind === 'breathe') return scene.breathe(step.steps)
  if (step.kind === 'pause') return void vi.advanceTimersByTime(1000)
  const tab = scene.tabs[step.tab % scene.tabs.length]!
  switch (step.kind) {
    case 'reload':
      await tab.reload()
      return witness.forget(tab)
    case 'fail':
      return tab.failNextCommit()
    case 'reopen':
      tab.state().closeArticle()
      return tab.state().openArticle(HARBOUR_ID)
    case 'undo':
    case 'redo':
      return tab.state()[step.kind]()
    case 'tag':
    case 'mark':
      return press(tab, step)
    default:
      return change(tab, step, witness)
  }
}

function press(tab: SceneTab, step: Extract<Step, { readonly kind: 'tag' | 'mark' }>): void {
  const { open, placeCursor, tag, toggleNothingToCheck } = tab.state()
  // What is pressed while an article is being opened goes nowhere.
  if (!open) return
  const at = step.segment % open.segments.length
  placeCursor({ anchor: at, head: at })
  if (step.kind === 'mark') toggleNothingToCheck()
  else tag(step.verdict)
}

type ChangeStep = Extract<Step, { readonly record: number }>

function change(tab: SceneTab, step: ChangeStep, witness: TabWitness): void {
  const state = tab.state()
  if (!state.open) return
  const id = chosen(tab, step.record, step.kind === 'restore')
  if (id === undefined) return
  if (step.kind === 'remove') state.remove([id])
  if (step.kind === 'label') state.labelAll([id], `tab ${step.tab}`)
  if (step.kind === 'type') {
    const { text } = step
    witness.typing(tab, id)
    state.draft(`${id} rationale`, () => {
      const before = tab.state().open?.versions.get(id)
      tab.state().edit(id, { rationale: text })
      if (tab.state().open?.versions.get(id) === before) witness.typedNothing(tab, id)
    })
  }
  if (step.kind === 'restore') {
    const versions = annotationVersions(state.open, id)
    state.restoreVersion(id, versionHash(versions[step.version % versions.length]!))
  }
}

function chosen(tab: SceneTab, record: number, isAny: boolean): RecordId | undefined {
  const { annotations, removed } = tab.state().open!
  const all = [...annotations.keys(), ...(isAny ? removed.keys() : [])].sort()
  return all[record % Math.max(1, all.length)]
}

/** What a tab has written and is not stored yet is never called saved. */
function expectNothingCalledSavedThatIsNot({ acknowledged }: TabScene, tab: SceneTab): void {
  const { saving, open, lease } = tab.state()
  if (saving.kind !== 'saved' || !open) return
  const own = [...open.versions.values()].flat().filter(({ dot: [device] }) => device === lease?.device)
  const unsaved = own.filter(version => version.record !== 'session' && !acknowledged.has(versionHash(version)))
  expect(unsaved).toEqual([])
}

/** What is typed is stored, what failed is tried again, and every tab hears everything. */
async function everythingArrives(scene: TabScene): Promise<void> {
  for (const tab of scene.tabs) {
    tab.state().settleDrafts()
    if (!tab.state().open) await tab.state().openArticle(HARBOUR_ID)
  }
  for (let quiet = 0; quiet < 3;) {
    vi.advanceTimersByTime(6000)
    for (const tab of scene.tabs) await tab.state().whenSettled()
    let heard = false
    while (scene.deliver(0)) heard = true
    for (const tab of scene.tabs) await tab.state().takeOutsideChange({ articles: [], records: [] })
    quiet = heard ? 0 : quiet + 1
  }
}

async function storedIn(tab: SceneTab): Promise<readonly Version[]> {
  const stored = await tab.storage.readArticle(HARBOUR_ID)
  if (!stored.ok || !stored.value) throw new Error('The article cannot be read.')
  return stored.value.versions.filter(({ record }) => record !== 'session')
}

function versionsIn(tab: SceneTab): readonly string[] {
  const versions = [...tab.state().open!.versions.values()].flat()
  return versions
    .filter(({ record }) => record !== 'session')
    .map(versionHash)
    .sort()
}

/** What a person sees of the article, in its order. */
function shownIn(tab: SceneTab) {
  const { annotations, marks, removed } = tab.state().open!
  return {
    annotations: [...annotations.values()],
    marks: [...marks.keys()].sort(),
    removed: [...removed.keys()].sort(),
  }
}

function conflictsIn(tab: SceneTab): readonly RecordId[] {
  return [...tab.state().open!.annotations.values()]
    .filter(({ conflict }) => conflict)
    .map(({ id }) => id)
    .sort()
}

function conflictsAmong(versions: readonly Version[]): readonly RecordId[] {
  const annotations = versions.filter((version): version is AnnotationVersion => version.record === 'annotation')
  return [...byRecord(annotations)]
    .filter(([, record]) => readingsOf(record).length > 1)
    .map(([id]) => id)
    .sort()
}
