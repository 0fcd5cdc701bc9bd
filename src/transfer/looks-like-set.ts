/** Whether a file is probably an annotation set and no article, by its name or its first bytes. It is not read further. */
export async function looksLikeSet(file: File): Promise<boolean> {
  if (/\.(json|jsonld)$/i.test(file.name)) return true
  try {
    const start = new TextDecoder().decode(await file.slice(0, TELLING_BYTES).arrayBuffer())
    return /^\s*(\{\s*["}]|\[)/.test(start)
  } catch {
    return false // Whoever reads it says why it cannot be read.
  }
}

const TELLING_BYTES = 256
