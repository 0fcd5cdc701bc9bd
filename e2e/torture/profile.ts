import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where a profile keeps its databases. */
export const DATABASES = join('Default', 'IndexedDB')

/** Where a profile keeps the program's data: databases, and what the web storage remembers. */
export const PLACES = [DATABASES, join('Default', 'Local Storage')]

/** Does something with the folder of a new browser profile, and removes it. */
export async function withProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'factmark-torture-'))
  try {
    return await work(profile)
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

/** The folder of LevelDB files in which Chromium keeps all databases of an origin. Throws where there is none. */
export function databaseFolder(profile: string, address: string): string {
  const { protocol, hostname, port } = new URL(address)
  const name = `${protocol.slice(0, -1)}_${hostname}_${port}.indexeddb.leveldb`
  const folder = join(profile, DATABASES, name)
  if (!existsSync(join(folder, 'CURRENT')))
    throw new Error('This browser does not keep its databases in LevelDB files.')
  return folder
}

/** The files of a database folder with this ending, the newest last. */
export function filesWith(ending: string, folder: string): readonly string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => join(folder, name))
}

/** The files in the given folders and below. */
export function filesWithin(folders: readonly string[]): readonly string[] {
  return folders
    .filter(existsSync)
    .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
    .filter(path => statSync(path).isFile())
}
