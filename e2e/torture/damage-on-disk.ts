import { cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesWith } from './profile.ts'

/** Harm that comes to the files of a database while no browser runs. `earlier` is a copy of them from an earlier day. */
export type DamageOnDisk = (folder: string, earlier: string) => void

/** What can happen to the files in which Chromium keeps a database (LevelDB): by a bad disk, a cleaner, a half-done copy. */
export const DAMAGES_ON_DISK: Readonly<Record<string, DamageOnDisk>> = {
  'the folder is gone': folder => rmSync(folder, { recursive: true }),
  'the folder is empty': folder => {
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
  },
  'a file stands in place of the folder': folder => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, '')
  },
  'CURRENT is gone': folder => rmSync(join(folder, 'CURRENT')),
  'CURRENT names nothing': folder => writeFileSync(join(folder, 'CURRENT'), 'MANIFEST-999999\n'),
  'CURRENT cannot be read': folder => {
    // A folder, for no permission is refused to root.
    rmSync(join(folder, 'CURRENT'))
    mkdirSync(join(folder, 'CURRENT'))
  },
  'the manifest is gone': folder => rmSync(manifestOf(folder)),
  'the manifest is garbage': folder => writeGarbage(manifestOf(folder)),
  'the log is gone': folder => rmSync(logOf(folder)),
  'the log is empty': folder => truncateSync(logOf(folder)),
  'the log is cut in half': folder => cutInHalf(logOf(folder)),
  'bytes in the middle of the log are flipped': folder => flipBytes(logOf(folder)),
  'all tables are gone': folder => tablesOf(folder).forEach(path => rmSync(path)),
  'the tables are garbage': folder => tablesOf(folder).forEach(writeGarbage),
  'the tables are cut in half': folder => tablesOf(folder).forEach(cutInHalf),
  'bytes in the middle of a table are flipped': folder => flipBytes(tablesOf(folder)[0]!),
  'an earlier day is put back': (folder, earlier) => {
    rmSync(folder, { recursive: true })
    cpSync(earlier, folder, { recursive: true })
  },
}

/** After these Chromium neither opens the database nor makes a new one, until its data of the site are removed. */
export const STICKS: ReadonlySet<string> = new Set([
  'a file stands in place of the folder',
  'CURRENT names nothing',
  'CURRENT cannot be read',
  'the manifest is gone',
])

function manifestOf(folder: string): string {
  return theLast(filesWith('', folder).filter(path => path.includes('MANIFEST-')))
}

function logOf(folder: string): string {
  return theLast(filesWith('.log', folder).filter(path => statSync(path).size > 0))
}

function tablesOf(folder: string): readonly string[] {
  const tables = filesWith('.ldb', folder)
  theLast(tables)
  return tables
}

function theLast(paths: readonly string[]): string {
  const last = paths.at(-1)
  if (last === undefined) throw new Error('The database has no such file: nothing would be damaged.')
  return last
}

function writeGarbage(path: string): void {
  writeFileSync(path, Buffer.alloc(statSync(path).size, 'garbage '))
}

function cutInHalf(path: string): void {
  truncateSync(path, Math.floor(statSync(path).size / 2))
}

function flipBytes(path: string): void {
  const bytes = readFileSync(path)
  const middle = Math.floor(bytes.length / 2)
  writeFileSync(
    path,
    bytes.map((byte, at) => (at >= middle && at < middle + 64 ? byte ^ 0xff : byte)),
  )
}
