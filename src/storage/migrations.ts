import { unwrap, type IDBPDatabase, type IDBPTransaction } from 'idb'
import { answerOf } from './answer-of.ts'

/**
 * Takes a database one version further. Knows no schema type, for a later schema must not change what was shipped. Awaits
 * requests of its transaction and nothing else.
 */
export type Migration = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>

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
  async (database, transaction) => {
    database.createObjectStore('meta')
    const versions = transaction.objectStore('versions')
    versions.createIndex('byRemoval', 'removed')
    // Key by key: a row that cannot be read fails alone and stays as it is, for the recovery to tell of.
    for (const key of await versions.getAllKeys()) {
      const row = await answerOf<unknown>(unwrap(versions).get(key)).catch(() => undefined)
      if (isDeleted(row)) await versions.put({ ...row, removed: [row.article, row.id] })
    }
  },
  async (database, transaction) => {
    database.createObjectStore('originals', { keyPath: ['article', 'revision', 'hash'] })
    const articles = transaction.objectStore('articles')
    for (const key of await articles.getAllKeys()) {
      const row = await answerOf<unknown>(unwrap(articles).get(key)).catch(() => undefined)
      if (isObject(row)) await articles.put({ author: '', publisher: '', modified: '', ...row })
    }
  },
  database => {
    database.createObjectStore('trustedKeys', { keyPath: 'fingerprint' })
  },
  database => {
    database.createObjectStore('withheld', { keyPath: ['article', 'annotation', 'id', 'hash'] })
  },
  database => {
    database.createObjectStore('readingCopies', { keyPath: ['article', 'part'] })
  },
]

/** Takes steps one after the other. What one of them throws is thrown on: the transaction must then be aborted. */
export async function takeSteps(
  steps: readonly Migration[],
  ...[database, transaction]: Parameters<Migration>
): Promise<void> {
  for (const step of steps) await step(database, transaction)
}

interface DeletedRow {
  readonly article: string
  readonly id: string
  readonly version: { readonly kind: 'deleted' }
}

function isObject(row: unknown): row is object {
  return typeof row === 'object' && row !== null
}

function isDeleted(row: unknown): row is DeletedRow {
  return (row as Partial<DeletedRow> | undefined)?.version?.kind === 'deleted'
}
