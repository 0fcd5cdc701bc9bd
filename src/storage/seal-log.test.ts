import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sealLog } from './seal-log.ts'

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => void vi.unstubAllGlobals())

describe('sealing the log', () => {
  it('S84 deletes a database of its own several times and leaves nothing behind', async () => {
    await openDB('library')
    const remove = vi.spyOn(indexedDB, 'deleteDatabase')
    expect(await sealLog('library')).toBeNull()
    expect(remove).toHaveBeenCalledTimes(4)
    expect(await namesOfDatabases()).toEqual(['library'])
  })

  it('S84 spares a first start, where nothing can be lost', async () => {
    const remove = vi.spyOn(indexedDB, 'deleteDatabase')
    expect(await sealLog('library')).toBeNull()
    expect(remove).toHaveBeenCalledTimes(1)
    expect(await namesOfDatabases()).toEqual([])
  })

  it('S84 does all of it in a browser that does not say which databases there are', async () => {
    vi.stubGlobal('indexedDB', {
      open: indexedDB.open.bind(indexedDB),
      deleteDatabase: vi.fn(indexedDB.deleteDatabase.bind(indexedDB)),
    })
    expect(await sealLog('library')).toBeNull()
    expect(indexedDB.deleteDatabase).toHaveBeenCalledTimes(4)
  })

  it('S84 may be done in several tabs at once', async () => {
    await Promise.all([sealLog('library'), sealLog('library'), sealLog('library')])
    expect(await namesOfDatabases()).toEqual([])
  })

  it('S84 stops nothing where the browser refuses, but says so', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError')
    })
    expect(await sealLog('library')).toBe('SecurityError: refused')
  })
})

async function namesOfDatabases(): Promise<readonly (string | undefined)[]> {
  const databases = await indexedDB.databases()
  return databases.map(({ name }) => name)
}
