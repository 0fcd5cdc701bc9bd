/**
 * Whether files are probably annotations and no articles, by their names or first bytes: a set, or what another tool has
 * exported, also several files that belong to each other. They are not read further.
 */
export async function looksLikeSet(files: readonly File[]): Promise<boolean> {
  const [only, ...others] = files
  if (!only) return false
  if (others.length > 0) return files.some(({ name }) => /\.ann$/i.test(name))
  if (/\.(json|jsonld|jsonl|csv|tsv|ann|zip)$/i.test(only.name)) return true
  try {
    const start = new TextDecoder().decode(await only.slice(0, TELLING_BYTES).arrayBuffer())
    return /^\s*(\{\s*["}]|\[)/.test(start) || REPORT.test(start)
  } catch {
    return false // Whoever reads it says why it cannot be read.
  }
}

const TELLING_BYTES = 1024

/** A report is a page, but one of ours. */
const REPORT = /<meta name="generator" content="Factmark"/
