import type { Bytes } from './byte-source.ts'
import { namesIn, removeFile, writeChecked, type FilePrint } from './checked-file.ts'

const KEPT = 10 // backups in the folder; at one in ten minutes, the last hour and a half of work, or the last ten visits

/**
 * Writes a backup into a folder and removes the oldest of those that this library put there. Files of other names, and
 * those of other libraries, are never touched. `null` when the disk does not hold what was written.
 */
export async function writeIntoFolder(
  folder: FileSystemDirectoryHandle,
  { at, database }: { readonly at: Date; readonly database: string },
  content: Bytes,
): Promise<FilePrint | null> {
  const library = database.slice(0, 'xxxxxxxx'.length)
  const print = await writeChecked(folder, `${PREFIX}${timeOf(at)}_${library}${EXTENSION}`, content)
  if (!print) return null
  const ours = new RegExp(`^${PREFIX}\\d{4}-\\d{2}-\\d{2}_\\d{6}_${library}\\${EXTENSION}$`)
  const names = (await namesIn(folder)).filter(name => ours.test(name)).sort()
  for (const name of names.slice(0, -KEPT)) await removeFile(folder, name)
  return print
}

// Not how a file is called that a person saves, so that none of those is ever taken for one of these.
const PREFIX = 'factmark-auto-'
const EXTENSION = '.factmark'

/** In the time zone of the device, as a person looks for it. */
function timeOf(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day}_${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`
}
