import { Copy, Download } from 'lucide-react'
import { useEffect, useId, useMemo, useState } from 'react'
import type { Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { exportFileName } from '../exchange/file-name.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../exchange/formats.ts'
import type { ExportedRecords } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox, RadioGroup } from '../ui/choice.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { words } from '../wording/words.ts'
import { exportText, textPreview, withoutByteOrderMark } from './export-text.ts'
import { downloadText } from './hand-over.ts'
import './export-dialog.css'

interface ExportDialogProps {
  readonly onClose: () => void
}

/** Takes the open article's annotations out: a format, a preview, then the clipboard or a file. */
export function ExportDialog({ onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>(EXPORT_FORMATS[0]!)
  const [history, setHistory] = useState(false)
  const records = useRecords()
  return (
    <Dialog title={words.transfer.export} closeLabel={words.common.close} onClose={onClose} width="wide">
      <RadioGroup
        legend={words.transfer.format}
        options={FORMAT_OPTIONS}
        value={format.id}
        onChange={id => setFormat(EXPORT_FORMATS.find(candidate => candidate.id === id)!)}
      />
      {format.id === 'w3c' && (
        <Checkbox
          label={words.transfer.history}
          help={words.transfer.historyHelp}
          checked={history}
          onChange={setHistory}
        />
      )}
      {!records && <p role="status">{words.transfer.preparing}</p>}
      {records && !records.ok && <p role="alert">{words.transfer.storageProblem[records.problem.kind]}</p>}
      {records?.ok && (
        <ExportedFile
          // Another file: what was said of the one before no longer holds.
          key={`${format.id} ${history}`}
          format={format}
          records={records.value}
          history={format.id === 'w3c' && history}
        />
      )}
    </Dialog>
  )
}

const FORMAT_OPTIONS = EXPORT_FORMATS.map(({ id }) => ({
  value: id,
  label: FORMAT_NAMES[id].name,
  help: FORMAT_NAMES[id].explanation,
}))

function useRecords(): Result<ExportedRecords, StorageProblem> | null {
  const store = useReviewStore()
  const [records, setRecords] = useState<Result<ExportedRecords, StorageProblem> | null>(null)
  useEffect(() => {
    let isShown = true
    void store
      .getState()
      .recordsForExport()
      .then(outcome => isShown && setRecords(outcome))
    return () => {
      isShown = false
    }
  }, [store])
  return records
}

interface ExportedFileProps {
  readonly format: ExportFormat
  readonly records: ExportedRecords
  readonly history: boolean
}

function ExportedFile({ format, records, history }: ExportedFileProps) {
  const text = useMemo(() => exportText(format, records, { history }), [format, records, history])
  const name = useFileName(format, records)
  const [said, setSaid] = useState('')
  if (!text.ok) return <p role="alert">{words.transfer.exportFailed}</p>
  const copy = async () => {
    const isCopied = await copyText(withoutByteOrderMark(text.value))
    setSaid(isCopied ? words.transfer.copied : words.transfer.copyRefused)
  }
  const download = () => {
    downloadText(text.value, { name, mediaType: format.mediaType })
    setSaid(words.transfer.downloading(name))
  }
  return (
    <>
      <Preview text={text.value} />
      <p className="export-dialog-name">
        {words.transfer.fileName}: <bdi>{name}</bdi>
      </p>
      <div className="dialog-actions">
        <p className="export-dialog-said" role="status">
          {said}
        </p>
        <Button look="outlined" icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {words.transfer.copy}
        </Button>
        <Button look="solid" icon={<Download size={16} aria-hidden />} onClick={download}>
          {words.transfer.download}
        </Button>
      </div>
    </>
  )
}

function useFileName(format: ExportFormat, { article }: ExportedRecords): string {
  const reviewer = useReview(state =>
    state.settings.reviewer === null ? undefined : state.reviewers[state.settings.reviewer],
  )
  const [today] = useState(localDay)
  return exportFileName({
    title: article.title,
    reviewer: reviewer?.name ?? '',
    date: today,
    extension: format.extension,
  })
}

/** Today in this device's time zone: a file made in the evening carries the day its reviewer lives in. */
function localDay(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString()
}

function Preview({ text }: { readonly text: string }) {
  const heading = useId()
  const preview = useMemo(() => textPreview(text), [text])
  return (
    <section className="export-dialog-preview">
      <h3 id={heading}>{words.transfer.preview}</h3>
      <pre tabIndex={0} role="region" aria-labelledby={heading}>
        {preview.text}
      </pre>
      {!preview.isWhole && <p className="export-dialog-cut">{words.transfer.previewCut(preview.lines)}</p>}
    </section>
  )
}
