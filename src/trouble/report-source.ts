import { createContext, use } from 'react'

/** Writes a problem report of this moment. */
export type WriteReport = () => Promise<string>

/** Where parts of the page get their problem report; set once, around everything. */
export const ReportSource = createContext<WriteReport | null>(null)

/** Throws outside of the program's frame. */
export function useWriteReport(): WriteReport {
  const write = use(ReportSource)
  if (!write) throw new Error('There is nobody who writes problem reports.')
  return write
}
