import { useEffect, useRef, useState } from 'react'
import { readFiles, type FileOutcome, type FilesProgress } from '../intake/read-files.ts'

/** Reads files, which a person may stop; others stop the ones before. */
export function useFileReading() {
  const [progress, setProgress] = useState<FilesProgress | null>(null)
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(), [])
  return {
    /** How far the reading is; `null` while nothing is read. */
    progress,
    cancel: () => stop.current.abort(),
    /** What became of each; `null` when other files came in between. */
    async read(files: readonly File[]): Promise<readonly FileOutcome[] | null> {
      stop.current.abort()
      const mine = (stop.current = new AbortController())
      const outcomes = await readFiles(files, {
        captured: new Date().toISOString(),
        signal: mine.signal,
        onProgress: told => mine.signal.aborted || setProgress(told),
      })
      if (stop.current !== mine) return null
      setProgress(null)
      return outcomes
    },
  }
}
