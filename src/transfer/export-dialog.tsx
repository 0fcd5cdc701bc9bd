import { Copy, Download, Printer } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Result } from '../domain/result.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { Signature } from '../domain/signature.ts'
import type { SigningKey } from '../domain/signing-key.ts'
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
import { SigningChoice } from './signing-choice.tsx'
import { WithheldNote } from './withheld-note.tsx'
import { useSignature } from './use-signature.ts'
import './export-dialog.css'

interface ExportDialogProps {
  readonly onClose: () => void
}

/** Takes the open article's annotations out: a format, a preview, then the clipboard or a file. */
export function ExportDialog({ onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<WritableCodec>(WRITABLE_CODECS[0]!)
  const [history, setHistory] = useState(false)
  const records = useRecords()
  const keys = useKeys()
  const isSigned = useReview(state => state.settings.signsExports)
  const key = format.writer.signs && isSigned ? (keys?.mine ?? null) : null
  return (
    <Dialog title={words.transfer.export} closeLabel={words.common.close} onClose={onClose} width="broad">
      <div className="export-dialog">
        <RadioGroup
          legend={words.transfer.format}
          options={FORMAT_OPTIONS}
          value={format.id}
          onChange={id => setFormat(WRITABLE_CODECS.find(candidate => candidate.id === id)!)}
        />
        <div className="export-dialog-file">
          <p>{FORMAT_NAMES[format.id].explanation}</p>
          {format.id === 'w3c' && (
            <Checkbox
              label={words.transfer.history}
              help={words.transfer.historyHelp}
              checked={history}
              onChange={setHistory}
            />
          )}
          {format.writer.signs && <SigningChoice keys={keys} onClose={onClose} />}
          {format.writer.usesPublisher && <PublisherFields />}
          {!records && <p role="status">{words.transfer.preparing}</p>}
          {records && !records.ok && <p role="alert">{words.transfer.storageProblem[records.problem.kind]}</p>}
          {records?.ok && <WithheldNote withheld={records.value.withheld} history={format.id === 'w3c' && history} />}
          {records?.ok && (
            <SignedFile
              // Another file: what was said of the one before no longer holds.
              key={`${format.id} ${history} ${key?.key ?? ''}`}
              format={format}
              records={records.value}
              history={format.id === 'w3c' && history}
              signingKey={key}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}

const GROUPS: Readonly<Partial<Record<WritableCodec['id'], keyof typeof words.transfer.formatGroups>>> = {
  w3c: 'factmark',
  bundle: 'factmark',
  report: 'readers',
  markdown: 'readers',
  csv: 'readers',
}

/** Those that belong together follow each other. */
const FORMAT_OPTIONS = (['factmark', 'readers', 'tools'] as const).flatMap(group =>
  WRITABLE_CODECS.filter(({ id }) => (GROUPS[id] ?? 'tools') === group).map(({ id }) => ({
    value: id,
    label: FORMAT_NAMES[id].name,
    group: words.transfer.formatGroups[group],
  })),
)

function useKeys() {
  const store = useReviewStore()
  const keys = useReview(state => state.keys)
  useEffect(() => void store.getState().readKeys(), [store])
  return keys
}

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

interface SignedFileProps {
  readonly format: WritableCodec
  readonly records: ExportedRecords
  readonly history: boolean
  /** With which the file is signed, if it is. */
  readonly signingKey: SigningKey | null
}

function SignedFile({ signingKey, ...file }: SignedFileProps) {
  const made = useSignature(file.records, { history: file.history, key: signingKey })
  if (!made) return <p role="status">{words.transfer.signing}</p>
  if (!made.ok) return <p role="alert">{words.transfer.signingFailed}</p>
  return <ExportedFile {...file} signatures={made.signatures} />
}

interface ExportedFileProps extends Omit<SignedFileProps, 'signingKey'> {
  readonly signatures: readonly Signature[]
}

function ExportedFile({ format, records, history, signatures }: ExportedFileProps) {
  const publisher = useReview(state => state.settings.publisher)
  const file = useMemo(
    () => exportedFile(format.writer, records, { history, publisher, signatures }),
    [format, records, history, publisher, signatures],
  )
  const losses = useMemo(() => lossesIn(format.writer, records, { history }), [format, records, history])
  const name = useFileName(format, records)
  const report = useMemo(
    () => (format.id === 'report' ? shownReport(records, { publisher, signatures }) : null),
    [format, records, publisher, signatures],
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
      <LossList
        format={format.id}
        losses={losses}
        isAnyWithheld={records.withheld.sources + records.withheld.annotations > 0}
      />
      {report !== null && <ReportPreview frame={reportFrame} report={report} />}
      {report === null && text !== null && <Preview text={text} />}
      <div className="dialog-footer">
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
