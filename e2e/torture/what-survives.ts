import type { FileEvent } from './file-trace.ts'

/** What a power cut leaves, where nothing survives that need not. */
export interface Survival {
  /** For each file that was written: how many bytes of it are certain to be there, and how many were written. */
  readonly lengths: ReadonlyMap<string, { readonly synced: number; readonly written: number }>
  /** Files of which even the name is not certain: what was there before them comes back. */
  readonly undone: ReadonlySet<string>
}

/**
 * Follows the files of a program up to a power cut. Bytes survive up to their file's last sync. Names (files made, renamed,
 * removed) survive when any file was synced after them, for the journals of ext4, XFS and Btrfs keep names in order.
 */
export function whatSurvives(events: readonly FileEvent[], sizesBefore: ReadonlyMap<string, number>): Survival {
  const lengths = new Map([...sizesBefore].map(([path, size]) => [path, { synced: size, written: size }]))
  const undone = new Set<string>()
  for (const event of events) {
    const file = lengths.get(event.path) ?? { synced: 0, written: 0 }
    switch (event.kind) {
      case 'opened':
        if (!lengths.has(event.path)) undone.add(event.path)
        if (!lengths.has(event.path) || event.isEmpty) lengths.set(event.path, { synced: 0, written: 0 })
        break
      case 'written':
        file.written = Math.max(file.written, (event.at ?? file.written) + event.bytes)
        break
      case 'cut':
        file.written = event.bytes
        file.synced = Math.min(file.synced, event.bytes)
        break
      case 'synced':
        file.synced = file.written
        undone.clear()
        break
      case 'renamed':
        lengths.set(event.to, file)
        lengths.delete(event.path)
        undone.add(event.path).add(event.to)
        break
      case 'removed':
        lengths.delete(event.path)
        undone.add(event.path)
        break
    }
  }
  return { lengths, undone }
}
