import type { IDBPDatabase, IDBPTransaction } from 'idb'

/** Takes a database one version further. Knows no schema type, for a later schema must not change what was shipped. */
export type Migration = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void

/** Step i takes version i to i + 1. Append only: a shipped step is never edited. */
export const migrations: readonly Migration[] = [
  database => {
    database.createObjectStore('articles', { keyPath: 'id' })
    database.createObjectStore('revisions', { keyPath: ['article', 'hash'] })
    database.createObjectStore('shelf', { keyPath: 'article' })
    database.createObjectStore('versions', { keyPath: ['article', 'id', 'hash'] }).createIndex('byErasure', 'erased')
    database.createObjectStore('reviewers', { keyPath: 'id' })
    database.createObjectStore('tallies', { keyPath: 'article' })
    database.createObjectStore('viewStates', { keyPath: 'article' })
    database.createObjectStore('settings')
    database.createObjectStore('devices', { keyPath: 'device' })
  },
]
