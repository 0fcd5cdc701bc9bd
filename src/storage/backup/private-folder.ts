/** The site's private folder (OPFS); `null` where there is none, or none that can be written from a page. */
export function privateFolder(): (() => Promise<FileSystemDirectoryHandle>) | null {
  const isWritable = typeof FileSystemFileHandle === 'function' && 'createWritable' in FileSystemFileHandle.prototype
  return isWritable ? () => navigator.storage.getDirectory() : null
}

/** Bytes that the browser allows this site; `null` where it does not say. */
export async function quotaOf(storage: Pick<StorageManager, 'estimate'> | undefined): Promise<number | null> {
  try {
    return (await storage?.estimate())?.quota ?? null
  } catch {
    return null // In private mode, or where a page is not served securely.
  }
}
