import { Copy, Download, Printer } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { exportFileName } from '../exchange/file-name.ts'
import { WRITABLE_CODECS, type WritableCodec } from '../exchange/codecs.ts'
import type { ExportedRecords } from '../store/review-state.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox, RadioGroup } from '../ui/choice.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { words } from '../wording/words.ts'
import { exportedFile, lossesIn, shownReport, textPreview, withoutByteOrderMark } from './export-text.ts'
import { downloadFile } from './hand-over.ts'
import { LossList } from './loss-list.tsx'
import { ReportPreview } from './report-preview.tsx'
import { PublisherFields } from './publisher-fields.tsx'
import './export-dialog.css'

interface ExportDialogProps {
  readonly onClose: () => void
}

/** Takes the open article's annotations out: a format, a preview, then the clipboard or a file. */
export function ExportDialog({ onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<WritableCodec>(WRITABLE_CODECS[0]!)
  const [history, setHistory] = useState(false)
  const records = useRecords()
  return (
    <Dialog title={words.transfer.export} closeLabel={words.common.close} onClose={onClose} width="wide">
      <RadioGroup
        legend={words.transfer.format}
        options={FORMAT_OPTIONS}
        value={format.id}
        onChange={id => setFormat(WRITABLE_CODECS.find(candidate => candidate.id === id)!)}
      />
      {format.id === 'w3c' && (
        <Checkbox
          label={words.transfer.history}
          help={words.transfer.historyHelp}
          checked={history}
          onChange={setHistory}
        />
      )}
      {format.writer.usesPublisher && <PublisherFields />}
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

const FORMAT_OPTIONS = WRITABLE_CODECS.map(({ id }) => ({
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
  readonly format: WritableCodec
  readonly records: ExportedRecords
  readonly history: boolean
}

function ExportedFile({ format, records, history }: ExportedFileProps) {
  const publisher = useReview(state => state.settings.publisher)
  const file = useMemo(
    () => exportedFile(format.writer, records, { history, publisher }),
    [format, records, history, publisher],
  )
  const losses = useMemo(() => lossesIn(format.writer, records, { history }), [format, records, history])
  const name = useFileName(format, records)
  const report = useMemo(
    () => (format.id === 'report' ? shownReport(records, publisher) : null),
    [format, records, publisher],
  )
  const reportFrame = useRef<HTMLIFrameElement>(null)
  const [said, setSaid] = useState('')
  if (!file.ok) return <p role="alert">{words.transfer.exportFailed}</p>
  const text = typeof file.value === 'string' ? file.value : null
  const copy = async (copied: string) => {
    const isCopied = await copyText(withoutByteOrderMark(copied))
    setSaid(isCopied ? words.transfer.copied : words.transfer.copyRefused)
  }
  const download = () => {
    downloadFile(file.value, { name, mediaType: format.writer.mediaType })
    setSaid(words.transfer.downloading(name))
  }
  return (
    <>
      <LossList format={format.id} losses={losses} />
      {report !== null && <ReportPreview frame={reportFrame} report={report} />}
      {report === null && text !== null && <Preview text={text} />}
      <p className="export-dialog-name">
        {words.transfer.fileName}: <bdi>{name}</bdi>
      </p>
      <div className="dialog-actions">
        <p className="export-dialog-said" role="status">
          {said}
        </p>
        {report !== null && (
          <Button
            look="outlined"
            icon={<Printer size={16} aria-hidden />}
            onClick={() => reportFrame.current?.contentWindow?.print()}
          >
            {words.transfer.print}
          </Button>
        )}
        {text !== null && (
          <Button look="outlined" icon={<Copy size={16} aria-hidden />} onClick={() => void copy(text)}>
            {words.transfer.copy}
          </Button>
        )}
        <Button look="solid" icon={<Download size={16} aria-hidden />} onClick={download}>
          {words.transfer.download}
        </Button>
      </div>
    </>
  )
}

function useFileName({ writer }: WritableCodec, { article }: ExportedRecords): string {
  const reviewer = useReview(state =>
    state.settings.reviewer === null ? undefined : state.reviewers[state.settings.reviewer],
  )
  const [today] = useState(localDay)
  return exportFileName({
    title: article.title,
    reviewer: reviewer?.name ?? '',
    date: today,
    extension: writer.extension,
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
