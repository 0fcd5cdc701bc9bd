import { useEffect, useMemo, useState } from 'react'
import type { Result } from '../domain/result.ts'
import type { PreparedFile } from '../exchange/prepared-file.ts'
import type { ExportFailure, FileWriter } from '../workers/export-client.ts'
import type { FileChoice } from '../workers/export-protocol.ts'
import type { MadeSignatures } from './use-signature.ts'

/** The file of a choice, or why there is none. */
export interface MadeFile {
  readonly of: FileChoice
  readonly file: Result<PreparedFile, ExportFailure>
}

/** The file of the present choice, made anew whenever that changes, after its signatures. */
export function usePreparedFile(
  writer: FileWriter,
  { format, history, publisher }: Required<Omit<FileChoice, 'signatures'>>,
  signed: MadeSignatures | null,
): {
  /** `null` while the file is made. */
  readonly present: MadeFile | null
  /** The last one that was made, which may be of another choice. */
  readonly latest: MadeFile | null
} {
  const signatures = signed?.ok === true ? signed.signatures : null
  const choice = useMemo<FileChoice | null>(
    () => signatures && { format, history, publisher, signatures },
    [format, history, publisher, signatures],
  )
  const [latest, setLatest] = useState<MadeFile | null>(null)
  useEffect(() => {
    if (!choice) return
    const stop = new AbortController()
    void writer.file(choice, stop.signal).then(file => {
      if (stop.signal.aborted) return
      if (!file.ok && file.problem.kind === 'failed') console.error(file.problem.reason) // For a report; the person gets a sentence.
      setLatest({ of: choice, file })
    })
    return () => stop.abort()
  }, [writer, choice])
  return { present: latest && latest.of === choice ? latest : null, latest }
}
