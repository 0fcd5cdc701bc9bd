import type { FolderState } from '../../domain/backup-storage.ts'

/** Whether we may write into a folder: as things stand, or after the person was asked. */
export async function permissionFor(
  folder: FileSystemDirectoryHandle,
  how: 'query' | 'ask',
): Promise<Extract<FolderState, { kind: 'chosen' }>['permission']> {
  const asked: Permissible = folder
  try {
    const answer = how === 'ask' ? asked.requestPermission?.(READ_AND_WRITE) : asked.queryPermission?.(READ_AND_WRITE)
    // Where nobody can be asked, as for the private folder of a site, nobody has to be.
    return (await answer) ?? 'granted'
  } catch {
    return 'prompt' // It was not asked in answer to something that the person did.
  }
}

const READ_AND_WRITE = { mode: 'readwrite' } as const

/** File System Access as browsers have it beyond the standard. */
interface Permissible extends FileSystemDirectoryHandle {
  queryPermission?(wish: typeof READ_AND_WRITE): Promise<PermissionState>
  requestPermission?(wish: typeof READ_AND_WRITE): Promise<PermissionState>
}
