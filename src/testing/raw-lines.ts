import type { ReviewStorage } from '../domain/review-storage.ts'

/** One line of a raw export. */
export interface RawLine {
  readonly store?: string
  readonly key?: unknown
  readonly value?: unknown
  readonly unreadable?: string
}

/** A storage's raw export, line by line. */
export async function rawLinesOf(storage: Pick<ReviewStorage, 'exportRaw'>): Promise<readonly RawLine[]> {
  const text = await new Response(storage.exportRaw()).text()
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as RawLine)
}
