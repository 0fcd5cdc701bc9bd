/** Whether a file is probably a backup and not an annotation set, by its name or its first bytes. It is not read further. */
export async function looksLikeBackup(file: File): Promise<boolean> {
  if (file.name.endsWith('.factmark')) return true
  try {
    const start = new Uint8Array(await file.slice(0, SIGN.length).arrayBuffer())
    return (start[0] === 0x1f && start[1] === 0x8b) || new TextDecoder().decode(start) === SIGN
  } catch {
    return false // Whoever reads it says why it cannot be read.
  }
}

const SIGN = '{"format":"factmark-backup'
