import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sealLog } from './seal-log.ts'

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => void vi.unstubAllGlobals())

describe('sealing the log', () => {
  it('S84 deletes a database of its own and leaves nothing behind', async () => {
    const remove = vi.spyOn(indexedDB, 'deleteDatabase')
    expect(await sealLog('library')).toBeNull()
    expect(remove).toHaveBeenCalledTimes(1)
    expect(await indexedDB.databases()).toEqual([])
  })

  it('S84 may be done in several tabs at once', async () => {
    await Promise.all([sealLog('library'), sealLog('library'), sealLog('library')])
    expect(await indexedDB.databases()).toEqual([])
  })

  it('S84 stops nothing where the browser refuses, but says so', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError')
    })
    expect(await sealLog('library')).toBe('SecurityError: refused')
  })
})
