import { expect, test } from '@playwright/test'
import { readTrace } from './file-trace.ts'
import { judge, type SeenTransaction } from './judge.ts'
import { createLedger } from './ledger.ts'
import type { Write } from './observer.ts'
import { whatSurvives } from './what-survives.ts'

const [ONE, TWO, OTHER] = ['["factmark","a",1]', '["factmark","a",2]', '["factmark","b",1]']

test('S80 the check finds what was acknowledged and is not there', () => {
  const both = aTransaction([put(ONE, 'x'), put(TWO, 'y')])
  expect(judge(new Map(), [both], new Map([[ONE, 'x']]))).toEqual({ lost: [TWO], torn: [] })
  expect(judge(new Map([[OTHER, 'z']]), [], new Map())).toEqual({ lost: [OTHER], torn: [] })
  expect(
    judge(
      new Map(),
      [both],
      new Map([
        [ONE, 'older'],
        [TWO, 'y'],
      ]),
    ),
  ).toEqual({ lost: [ONE], torn: [] })
})

test('S80 the check finds what was removed and is there again, or was never written', () => {
  const removal = aTransaction([{ kind: 'delete', place: ONE }])
  expect(judge(new Map([[ONE, 'x']]), [removal], new Map([[ONE, 'x']]))).toEqual({ lost: [ONE], torn: [] })
  expect(judge(new Map(), [], new Map([[ONE, 'x']]))).toEqual({ lost: [ONE], torn: [] })
  const drop = aTransaction([{ kind: 'drop', within: '["factmark","a"]' }])
  const before = new Map([
    ['["factmark","a"]', 'store'],
    [ONE, 'x'],
    [OTHER, 'z'],
  ])
  expect(judge(before, [drop], new Map([[OTHER, 'z']]))).toEqual({ lost: [], torn: [] })
})

test('S80 the check asks nothing of the database that seals the log', () => {
  const ledger = createLedger()
  for (const database of ['factmark-seal', 'factmark']) {
    const [transaction, place] = [database, JSON.stringify([database])]
    ledger.note({ kind: 'begun', transaction, mode: 'versionchange', durability: 'strict', scope: [place] })
    ledger.note({ kind: 'asked', transaction, write: put(place, '1') })
    ledger.note({ kind: 'complete', transaction })
  }
  expect(ledger.transactions()).toMatchObject([{ fate: 'complete', writes: [put('["factmark"]', '1')] }])
})

test('S81 an open transaction may be there or not, but not in part', () => {
  const open = aTransaction([put(ONE, 'x'), put(TWO, 'y')], 'open')
  const sound = { lost: [], torn: [] }
  expect(judge(new Map(), [open], new Map())).toEqual(sound)
  expect(
    judge(
      new Map(),
      [open],
      new Map([
        [ONE, 'x'],
        [TWO, 'y'],
      ]),
    ),
  ).toEqual(sound)
  expect(judge(new Map(), [open], new Map([[ONE, 'x']]))).toMatchObject({ lost: [], torn: [expect.any(String)] })
})

test('S81 the last requests of an open transaction may not have been heard of', () => {
  const before = new Map([[ONE, '26']])
  const open = { ...aTransaction([put(TWO, 'x')], 'open'), scope: ['["factmark","a"]'] }
  const judged = (...found: [string, string][]) => judge(before, [open], new Map(found))
  const sound = { lost: [], torn: [] }
  expect(judged([ONE, '28'], [TWO, 'x'])).toEqual(sound)
  expect(judged([ONE, '28']), 'nor is anything else of it there').toEqual({ lost: [], torn: [ONE] })
  expect(judged([TWO, 'x']), 'a row is gone').toEqual({ lost: [ONE], torn: [] })
  expect(judged([ONE, '26'], [TWO, 'x'], [OTHER, 'z']), 'not in its stores').toEqual({ lost: [OTHER], torn: [] })
  const acknowledged = [aTransaction([put(ONE, '27')]), open]
  const old = new Map([
    [ONE, '26'],
    [TWO, 'x'],
  ])
  expect(judge(before, acknowledged, old), 'an older row').toEqual({ lost: [ONE], torn: [] })
})

test('S81 what was aborted is not there, and of several open transactions each stands for itself', () => {
  const aborted = aTransaction([put(ONE, 'x')], 'aborted')
  expect(judge(new Map(), [aborted], new Map())).toEqual({ lost: [], torn: [] })
  expect(judge(new Map(), [aborted], new Map([[ONE, 'x']]))).toEqual({ lost: [ONE], torn: [] })
  const open = [aTransaction([put(ONE, 'x')], 'open'), aTransaction([put(ONE, 'newer'), put(OTHER, 'z')], 'open')]
  expect(
    judge(
      new Map(),
      open,
      new Map([
        [ONE, 'newer'],
        [OTHER, 'z'],
      ]),
    ),
  ).toEqual({ lost: [], torn: [] })
  expect(judge(new Map(), open, new Map([[ONE, 'x']]))).toEqual({ lost: [], torn: [] })
})

test('S82 a power cut leaves of a file what was synced, and of names what a later sync has settled', () => {
  const trace = `7  openat(AT_FDCWD</>, "/p/new", O_WRONLY|O_CREAT|O_TRUNC, 0600) = 5</p/new>
7  write(5</p/new>, ""..., 100) = 100
8  fdatasync(5</p/new> <unfinished ...>
7  write(6</p/old>, ""..., 30 <unfinished ...>
8  <... fdatasync resumed>)                = 0
7  <... write resumed>)                    = 30
7  write(5</p/new>, ""..., 20) = 20
7  fdatasync(6</p/old>) = -1 EIO (Input/output error)
7  rename("/p/temporary", "/p/CURRENT") = 0
7  openat(AT_FDCWD</>, "/p/last", O_WRONLY|O_CREAT, 0600) = 9</p/last>
7  fdatasync(5</p/new> <unfinished ...>
`
  const { lengths, undone } = whatSurvives(readTrace(trace), new Map([['/p/old', 1000]]))
  expect(lengths.get('/p/new')).toEqual({ synced: 100, written: 120 })
  expect(lengths.get('/p/old')).toEqual({ synced: 1000, written: 1030 })
  expect([...undone].sort()).toEqual(['/p/CURRENT', '/p/last', '/p/temporary'])
})

function put(place: string, row: string): Write {
  return { kind: 'put', place, row }
}

function aTransaction(writes: readonly Write[], fate: SeenTransaction['fate'] = 'complete'): SeenTransaction {
  return { mode: 'readwrite', durability: 'strict', scope: ['["factmark","a"]', '["factmark","b"]'], writes, fate }
}
