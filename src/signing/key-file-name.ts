/** The name of a key's file: whose it is and of which half, in signs that every system takes. */
export function keyFileName(reviewer: string, half: 'key' | 'public-key'): string {
  const name = reviewer
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .toWellFormed()
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return `${name || 'reviewer'}.factmark-${half}`
}
