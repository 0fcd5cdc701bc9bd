/** The folder of the snapshots in the site's private folder. */
export const SNAPSHOT_FOLDER = 'factmark-snapshots'

/** Gives the site's private folder; `null` where there is none that can be written. */
export type PrivateFolder = (() => Promise<FileSystemDirectoryHandle>) | null

/** The folder of the snapshots; `null` where there is none and none is to be made, or the browser gives the site no folder. */
export async function snapshotPlace(
  privateFolder: PrivateFolder,
  options: { readonly create: boolean },
): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await privateFolder?.()
    return root ? await root.getDirectoryHandle(SNAPSHOT_FOLDER, options) : null
  } catch (error) {
    if (error instanceof DOMException) return null // There is none, or the browser has none in private mode.
    throw error
  }
}
