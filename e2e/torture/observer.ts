/** What the page says of its databases, in the order in which it happens there. */
export type Observation =
  | {
      readonly kind: 'begun'
      readonly transaction: TransactionName
      readonly mode: string
      readonly durability: string
      /** The stores that it may write to; of a change of version the database. */
      readonly scope: readonly Place[]
    }
  | { readonly kind: 'asked'; readonly transaction: TransactionName; readonly write: Write }
  | { readonly kind: 'complete' | 'aborted'; readonly transaction: TransactionName }

/** Names a transaction among all of the browser's. */
type TransactionName = string

/** One request to write. */
export type Write =
  | { readonly kind: 'put'; readonly place: Place; readonly row: string }
  | { readonly kind: 'delete'; readonly place: Place }
  /** Everything whose place begins like this. */
  | { readonly kind: 'drop'; readonly within: Place }

/**
 * Where something lies, as JSON: `["factmark"]` is a database and its row the version, `["factmark","articles"]` a store,
 * `["factmark","articles","…"]` a row.
 */
export type Place = string

/** The name of the function in the page that takes observations, as JSON. */
export const REPORT = 'reportToTorture'

/** How the page is observed. */
export interface ObserverOptions {
  /** Name of the function in the page that takes observations. */
  readonly report: string
  /** After so many requests to write the page stands still, in the middle of a transaction; `null`: never. */
  readonly stillAfter: number | null
}

/**
 * Runs in the page before the program and reports every transaction that writes: when it begins, what it is asked, and how
 * it ends. The report of a request goes out before the request does, and that of an end before the program hears of it.
 */
export function observeDatabases({ report: reportName, stillAfter }: ObserverOptions): void {
  const report = (observation: Observation) => {
    const send = (window as unknown as Record<string, ((text: string) => void) | undefined>)[reportName]
    if (!send) throw new Error('Nobody takes the observations.')
    send(JSON.stringify(observation))
  }
  let writes = 0

  function standStill(): void {
    const end = performance.now() + 60_000 // ms; the browser is killed long before
    while (performance.now() < end);
  }
  const names = new WeakMap<IDBTransaction, TransactionName>()

  function begin(mode: string, durability: string, scope: readonly Place[]): TransactionName {
    const transaction = crypto.randomUUID()
    report({ kind: 'begun', transaction, mode, durability, scope })
    return transaction
  }

  function follow(transaction: IDBTransaction): void {
    const { db, mode, durability } = transaction
    const stores = mode === 'versionchange' ? [[]] : Array.from(transaction.objectStoreNames, store => [store])
    const name = begin(
      mode,
      durability,
      stores.map(store => JSON.stringify([db.name, ...store])),
    )
    names.set(transaction, name)
    transaction.addEventListener('complete', () => report({ kind: 'complete', transaction: name }))
    transaction.addEventListener('abort', () => report({ kind: 'aborted', transaction: name }))
  }

  function asked(transaction: IDBTransaction, write: Write): void {
    const name = names.get(transaction)
    if (name === undefined) throw new Error('A transaction was not seen to begin.')
    writes += 1
    if (stillAfter !== null && writes > stillAfter) standStill()
    report({ kind: 'asked', transaction: name, write })
  }

  const placeOf = (store: IDBObjectStore, ...key: readonly IDBValidKey[]) =>
    JSON.stringify([store.transaction.db.name, store.name, ...key])

  const rowOf = (value: unknown) => JSON.stringify(value)

  function keyOf(value: unknown, path: string | readonly string[] | null): IDBValidKey {
    if (path === null) throw new Error('A row without a key is not foreseen.')
    if (typeof path !== 'string') return path.map(part => keyOf(value, part))
    return path
      .split('.')
      .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], value) as IDBValidKey
  }

  function deleteWithin(store: IDBObjectStore, range?: IDBKeyRange): void {
    const keys = store.getAllKeys(range)
    keys.addEventListener('success', () => {
      for (const key of keys.result) asked(store.transaction, { kind: 'delete', place: placeOf(store, key) })
    })
  }

  const databases = IDBDatabase.prototype
  const { transaction: beginTransaction, createObjectStore, deleteObjectStore } = databases
  databases.transaction = function (stores, mode, options) {
    const transaction = beginTransaction.call(this, stores, mode, options)
    if (transaction.mode !== 'readonly') follow(transaction)
    return transaction
  }
  databases.createObjectStore = function (name, options) {
    const store = createObjectStore.call(this, name, options)
    asked(store.transaction, { kind: 'put', place: placeOf(store), row: rowOf(store.keyPath) })
    return store
  }
  databases.deleteObjectStore = function (name) {
    const upgrade = upgrades.get(this)
    deleteObjectStore.call(this, name)
    if (upgrade) asked(upgrade, { kind: 'drop', within: JSON.stringify([this.name, name]) })
  }

  const stores = IDBObjectStore.prototype
  const writers = { put: stores.put, add: stores.add }
  for (const [name, write] of Object.entries(writers) as ['put' | 'add', IDBObjectStore['put']][]) {
    stores[name] = function (value, key) {
      const place = placeOf(this, key ?? keyOf(value, this.keyPath))
      asked(this.transaction, { kind: 'put', place, row: rowOf(value) })
      return write.call(this, value, key)
    }
  }
  const { delete: deleteRow, clear } = stores
  stores.delete = function (key) {
    if (key instanceof IDBKeyRange) deleteWithin(this, key)
    else asked(this.transaction, { kind: 'delete', place: placeOf(this, key) })
    return deleteRow.call(this, key)
  }
  stores.clear = function () {
    deleteWithin(this)
    return clear.call(this)
  }

  const cursors = IDBCursor.prototype
  const { update, delete: deleteAtCursor } = cursors
  const storeOf = ({ source }: IDBCursor) => (source instanceof IDBIndex ? source.objectStore : source)
  cursors.update = function (value: unknown) {
    const store = storeOf(this)
    asked(store.transaction, { kind: 'put', place: placeOf(store, this.primaryKey), row: rowOf(value) })
    return update.call(this, value)
  }
  cursors.delete = function () {
    const store = storeOf(this)
    asked(store.transaction, { kind: 'delete', place: placeOf(store, this.primaryKey) })
    return deleteAtCursor.call(this)
  }

  const upgrades = new WeakMap<IDBDatabase, IDBTransaction>()
  const factory = IDBFactory.prototype
  const { open, deleteDatabase } = factory
  factory.open = function (name, version) {
    const request = open.call(this, name, version)
    request.addEventListener('upgradeneeded', ({ newVersion }) => {
      const { transaction, result } = request
      if (!transaction) return
      upgrades.set(result, transaction)
      follow(transaction)
      asked(transaction, { kind: 'put', place: JSON.stringify([name]), row: rowOf(newVersion) })
    })
    return request
  }
  factory.deleteDatabase = function (name) {
    const within = JSON.stringify([name])
    const transaction = begin('versionchange', 'strict', [within])
    report({ kind: 'asked', transaction, write: { kind: 'drop', within } })
    const request = deleteDatabase.call(this, name)
    request.addEventListener('success', () => report({ kind: 'complete', transaction }))
    request.addEventListener('error', () => report({ kind: 'aborted', transaction }))
    return request
  }
}
