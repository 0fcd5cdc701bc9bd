import 'fake-indexeddb/auto'
import databases, { forceCloseDatabase } from 'fake-indexeddb'
import { IS_LONG } from './effort.ts'

/** What goes wrong at a call. Each is something that browsers do. */
export const FAULT_KINDS = [
  /** The request fails, and its transaction with it. */
  'request-error',
  /** The request succeeds, and then the disk is full. */
  'quota',
  /** The request succeeds, and then the browser takes the transaction back without a word. */
  'abort',
  /** The connection is gone, and the database does not open either. */
  'closed',
  /** The browser closes the connection in the middle of a transaction. */
  'lost',
  /** The value cannot be copied: a call throws in the middle of its transaction. */
  'clone',
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

/** Which calls fail: of those that this kind can happen to, so many from the `from`-th on. */
export interface Fault {
  readonly kind: FaultKind
  readonly from: number
  readonly calls: number
}

/** So many calls that nothing works until the fault ends. */
export const UNTIL_ENDED = Number.POSITIVE_INFINITY

/**
 * Every call fails alone; at some, what comes after them fails too. All of them in the long form of the tests, every fifth in
 * `npm test`.
 */
export function faultsFrom(kind: FaultKind, calls: number): readonly Fault[] {
  const all = Array.from({ length: calls }, (_, index) => index + 1).flatMap(from =>
    [1, ...(from % 4 === 1 ? [UNTIL_ENDED] : []), ...(from % 4 === 3 ? [3] : [])].map(lasting => ({
      kind,
      from,
      calls: lasting,
    })),
  )
  return IS_LONG ? all : all.filter((_, at) => at % 5 === 0)
}

/** IndexedDB whose calls fail on demand. Migrations are spared. */
export interface FaultyDatabase {
  /** Begins to count calls anew, and lets those fail. */
  begin(fault: Fault): void
  /** Nothing fails any more. Answers with the calls that were counted since, and how many of them failed. */
  end(): { readonly calls: number; readonly failed: number }
  /** Every row of a store, past all faults and without this program. */
  readAll(name: string, store: string): Promise<readonly unknown[]>
  /** Takes the faults out of IndexedDB again. */
  remove(): void
}

/** Puts faults into the global IndexedDB; until they begin, nothing fails. */
export function aFaultyDatabase(): FaultyDatabase {
  let fault: Fault | null = null
  let calls = 0
  let failed = 0
  const restores: (() => void)[] = []

  function isDue(...kinds: readonly FaultKind[]): FaultKind | null {
    if (!fault || !kinds.includes(fault.kind)) return null
    calls += 1
    if (calls < fault.from || calls >= fault.from + fault.calls) return null
    failed += 1
    return fault.kind
  }

  const factory = IDBFactory.prototype
  const { open } = factory
  factory.open = function (name, version) {
    if (isDue('closed')) throw new DOMException('Internal error opening backing store.', 'UnknownError')
    return version === undefined ? open.call(this, name) : open.call(this, name, version)
  }
  const { transaction: begin } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (isDue('closed')) this.close()
    return begin.call(this, stores, mode, options)
  }
  const { getAll } = IDBObjectStore.prototype
  for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype] as unknown as Record<string, Method>[]) {
    for (const name of [...READING, ...WRITING]) {
      const original = prototype[name]
      if (!original) continue
      prototype[name] = faulty(original, WRITING.includes(name))
      restores.push(() => (prototype[name] = original))
    }
  }

  function faulty(original: Method, isWriting: boolean): Method {
    return function (...parameters) {
      const { transaction } = 'objectStore' in this ? this.objectStore : this
      if (transaction.mode === 'versionchange') return original.apply(this, parameters)
      const kind = isWriting
        ? isDue('request-error', 'abort', 'lost', 'quota', 'clone')
        : isDue('request-error', 'lost')
      if (kind === 'clone') throw new DOMException('It cannot be copied.', 'DataCloneError')
      const request = original.apply(this, parameters)
      const inside = transaction as unknown as Insides
      if (kind === 'request-error') inside._requests.at(-1)!.operation = fails
      // These are the first to hear of the success, so that everybody else hears of the abort afterwards.
      if (kind === 'quota') request.addEventListener('success', () => inside._abort('QuotaExceededError'))
      if (kind === 'abort') request.addEventListener('success', () => inside._abort(null))
      if (kind === 'lost') request.addEventListener('success', () => forceCloseDatabase(transaction.db as never))
      return request
    }
  }

  return {
    begin(next) {
      fault = next
      calls = 0
      failed = 0
    },
    end() {
      fault = null
      return { calls, failed }
    },
    async readAll(name, store) {
      const database = await answerOf(open.call(databases, name))
      const rows = await answerOf<unknown[]>(getAll.call(begin.call(database, store).objectStore(store)))
      database.close()
      return rows
    },
    remove() {
      factory.open = open
      IDBDatabase.prototype.transaction = begin
      for (const restore of restores) restore()
    },
  }
}

const READING = ['get', 'getAll', 'getAllKeys', 'count', 'openCursor']
const WRITING = ['put', 'delete', 'clear']

type Method = (this: IDBObjectStore | IDBIndex, ...parameters: unknown[]) => IDBRequest

/** What fake-indexeddb keeps in a transaction. */
interface Insides {
  readonly _requests: { operation: () => unknown }[]
  _abort(reason: string | null): void
}

function fails(): never {
  throw new DOMException('The request failed.', 'UnknownError')
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database cannot be read.'))
  })
}
