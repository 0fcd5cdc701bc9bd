import { useEffect, useMemo, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FileField } from '../ui/file-field.tsx'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import type { Result } from '../domain/result.ts'
import type { ReadFile } from '../exchange/read-incoming.ts'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { ForeignDecision } from './foreign-decision.tsx'
import { ImportRefusal } from './import-refusal.tsx'
import { describeImportProblem, readImport, type ImportProblem } from './read-import.ts'
import { SetDecision } from './set-decision.tsx'
import './import-dialog.css'

interface ImportDialogProps {
  /** What was chosen here, dropped, or opened from outside. */
  readonly files: readonly File[] | undefined
  /** The person chose files: they come back as `files`, unless they are for another dialog. */
  readonly onFiles: (files: readonly File[]) => void
  readonly onClose: () => void
}

/** Takes annotations in: files, what they would bring, then "Accept" or nothing at all. */
export function ImportDialog({ files, onFiles, onClose }: ImportDialogProps) {
  const reading = useReading(files)
  const { outcome } = reading
  const name = files ? namesOf(files) : ''
  return (
    <Dialog title={pageWords.transfer.import} closeLabel={words.common.close} onClose={onClose} width="wide">
      <FileField
        label={pageWords.transfer.chooseFile}
        help={pageWords.transfer.chooseHelp}
        accept={ACCEPTED}
        onFiles={onFiles}
      />
      <p className="import-dialog-reading" role="status">
        {files && !outcome && pageWords.transfer.reading(name, reading.share)}
        {outcome?.ok && pageWords.transfer.isRead(name, FORMAT_NAMES[outcome.value.format].name)}
      </p>
      {outcome && !outcome.ok && <ImportRefusal sentence={describeImportProblem(outcome.problem)} />}
      {outcome?.ok ? (
        <Decision key={name} fileName={name} file={outcome.value} onClose={onClose} />
      ) : (
        <div className="dialog-actions">
          <Button look="outlined" onClick={files && !outcome ? reading.stop : onClose}>
            {files && !outcome ? pageWords.transfer.stop : words.common.cancel}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

// Told by their contents; phones grey out what is not named here.
const ACCEPTED =
  '.json,.jsonld,.jsonl,.csv,.tsv,.ann,.txt,.html,.zip,.factmark,application/json,application/ld+json,text/csv,text/plain,text/html,application/zip'

function namesOf(files: readonly File[]): string {
  return files.map(({ name }) => name).join(', ')
}

interface Reading {
  /** `null` while files are being read, or without any. */
  readonly outcome: Result<ReadFile, ImportProblem> | null
  /** How much of the work is done, in tens of per cent; `null` where that is not known. */
  readonly share: number | null
  stop(): void
}

function useReading(files: readonly File[] | undefined): Reading {
  const [read, setRead] = useState<{ files: readonly File[]; outcome: Result<ReadFile, ImportProblem> } | null>(null)
  const [share, setShare] = useState<{ of: readonly File[]; percent: number } | null>(null)
  const stop = useMemo(() => new AbortController(), [files]) // oxlint-disable-line react/exhaustive-deps -- one for each choice
  useEffect(() => {
    if (!files) return
    let isWanted = true
    const onProgress = (part: number) => isWanted && setShare({ of: files, percent: Math.floor(part * 10) * 10 })
    void readImport(files, { signal: stop.signal, onProgress }).then(outcome => {
      if (isWanted) setRead({ files, outcome })
    })
    return () => {
      isWanted = false
      stop.abort()
    }
  }, [files, stop])
  return {
    outcome: read && read.files === files ? read.outcome : null,
    share: share && share.of === files ? share.percent : null,
    stop: () => stop.abort(),
  }
}

interface DecisionProps {
  readonly fileName: string
  readonly file: ReadFile
  readonly onClose: () => void
}

function Decision({ fileName, file, onClose }: DecisionProps) {
  if (file.kind === 'set') {
    const { set, isAltered, found, hash } = file
    return <SetDecision {...{ fileName, set, isAltered, found, hash, onClose }} />
  }
  const { documents, skipped } = file.file
  return <ForeignDecision fileName={fileName} documents={documents} skipped={skipped} onClose={onClose} />
}
