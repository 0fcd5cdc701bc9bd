/** Asks the browser not to evict this site's data. `false` when it refuses, or cannot be asked. */
export async function askForPersistence(storage: Pick<StorageManager, 'persist'> | undefined): Promise<boolean> {
  if (!storage) return false
  try {
    return await storage.persist()
  } catch {
    // An origin that has no storage of its own cannot keep it either.
    return false
  }
}

/** Whether the browser has promised not to evict this site's data. `false` when it has not, or cannot say. */
export async function isPersisted(storage: Pick<StorageManager, 'persisted'> | undefined): Promise<boolean> {
  if (!storage) return false
  try {
    return await storage.persisted()
  } catch {
    return false
  }
}
