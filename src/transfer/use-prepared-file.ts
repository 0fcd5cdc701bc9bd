import { useEffect, useMemo, useState } from 'react'
import type { Result } from '../domain/result.ts'
import type { PreparedFile } from '../exchange/prepared-file.ts'
import type { ExportFailure, FileWriter } from '../workers/export-client.ts'
import type { FileChoice } from '../workers/export-protocol.ts'
import type { MadeSignatures } from './use-signature.ts'

/** The file of the present choice, never of an earlier one; `null` while it is made, or while it waits for its signatures. */
export function usePreparedFile(
  writer: FileWriter,
  { format, history, publisher }: Required<Omit<FileChoice, 'signatures'>>,
  signed: MadeSignatures | null,
): Result<PreparedFile, ExportFailure> | null {
  const signatures = signed?.ok === true ? signed.signatures : null
  const choice = useMemo<FileChoice | null>(
    () => signatures && { format, history, publisher, signatures },
    [format, history, publisher, signatures],
  )
  const [made, setMade] = useState<{
    readonly of: FileChoice
    readonly file: Result<PreparedFile, ExportFailure>
  } | null>(null)
  useEffect(() => {
    if (!choice) return
    const stop = new AbortController()
    void writer.file(choice, stop.signal).then(file => {
      if (stop.signal.aborted) return
      if (!file.ok && file.problem.kind === 'failed') console.error(file.problem.reason) // For a report; the person gets a sentence.
      setMade({ of: choice, file })
    })
    return () => stop.abort()
  }, [writer, choice])
  return made && made.of === choice ? made.file : null
}
