import { Copy, Download, Printer } from 'lucide-react'
import { useId, useRef, useState, type RefObject } from 'react'
import type { SigningKey } from '../domain/signing-key.ts'
import type { WritableCodec } from '../exchange/codecs.ts'
import { exportFileName } from '../exchange/file-name.ts'
import type { PreparedFile } from '../exchange/prepared-file.ts'
import type { TextPreview } from '../exchange/text-preview.ts'
import type { ExportedRecords } from '../store/review-state.ts'
import { useReview } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { copyComingText } from '../ui/copy-text.ts'
import { download } from '../ui/download.ts'
import { pageWords } from '../wording/page-words.ts'
import { clipboardText } from './clipboard-text.ts'
import { LossList } from './loss-list.tsx'
import { ReportPreview } from './report-preview.tsx'
import type { Leaving } from './use-leaving-records.ts'
import { usePreparedFile } from './use-prepared-file.ts'
import { useSignature } from './use-signature.ts'
import { useWhenThere } from './use-when-there.ts'

interface ExportedFileProps extends Leaving {
  readonly format: WritableCodec
  readonly history: boolean
  /** With which the file is signed, if it is. */
  readonly signingKey: SigningKey | null
}

/** The file that a choice leads to: what it leaves out, how it begins, and the ways out. */
export function ExportedFile({ format, records, writer, history, signingKey }: ExportedFileProps) {
  const publisher = useReview(state => state.settings.publisher)
  const signed = useSignature(writer, { history, key: signingKey })
  const { present, latest } = usePreparedFile(writer, { format: format.id, history, publisher }, signed)
  const name = useFileName(format, records)
  const reportFrame = useRef<HTMLIFrameElement>(null)
  const [said, setSaid] = useState<{ readonly of: PreparedFile; readonly words: string } | null>(null)
  const [framed, setFramed] = useState<PreparedFile | null>(null)
  const file = present?.file.ok === true ? present.file.value : null
  const choice = `${format.id} ${history} ${signingKey?.key ?? ''}`
  const withFile = useWhenThere(file, choice)
  const withFrame = useWhenThere(file === framed ? framed : null, choice)
  if (signed?.ok === false) return <p role="alert">{pageWords.transfer.signingFailed}</p>
  if (present?.file.ok === false) return <p role="alert">{pageWords.transfer.exportFailed}</p>
  const say = (of: PreparedFile, sentence: string) => setSaid({ of, words: sentence })
  const copy = async (of: PreparedFile) => {
    const isCopied = await copyComingText(clipboardText(of.content))
    say(of, isCopied ? pageWords.transfer.copied : pageWords.transfer.copyRefused)
  }
  const handOver = (of: PreparedFile) => {
    download(of.content, name)
    say(of, pageWords.transfer.downloading(name))
  }
  return (
    <>
      {latest?.file.ok && (
        <div className={`export-dialog-shown ${file ? '' : 'export-dialog-outdated'}`}>
          <LossList
            format={latest.of.format}
            losses={latest.file.value.losses}
            isAnyWithheld={records.withheld.sources + records.withheld.annotations > 0}
          />
          <Shown file={latest.file.value} frame={reportFrame} onFramed={setFramed} />
        </div>
      )}
      <div className="dialog-footer">
        <p className="export-dialog-name">
          {pageWords.transfer.fileName}: <bdi>{name}</bdi>
        </p>
        <div className="dialog-actions">
          <p className="export-dialog-said" role="status">
            {file ? said?.of === file && said.words : <Waiting isSigning={!signed} />}
          </p>
          {format.id === 'report' && (
            <Button
              look="outlined"
              icon={<Printer size={16} aria-hidden />}
              onClick={() => withFrame(() => reportFrame.current?.contentWindow?.print())}
            >
              {pageWords.transfer.print}
            </Button>
          )}
          {format.writer.mediaType !== 'application/zip' && (
            <Button look="outlined" icon={<Copy size={16} aria-hidden />} onClick={() => withFile(of => void copy(of))}>
              {pageWords.transfer.copy}
            </Button>
          )}
          <Button look="solid" icon={<Download size={16} aria-hidden />} onClick={() => withFile(handOver)}>
            {pageWords.transfer.download}
          </Button>
        </div>
      </div>
    </>
  )
}

/** Says what is waited for; most files are there before anybody could read it. */
function Waiting({ isSigning }: { readonly isSigning: boolean }) {
  return (
    <span className="export-dialog-late">{isSigning ? pageWords.transfer.signing : pageWords.transfer.preparing}</span>
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

interface ShownProps {
  readonly file: PreparedFile
  readonly frame: RefObject<HTMLIFrameElement | null>
  /** The frame shows this file, and can be printed. */
  onFramed(file: PreparedFile): void
}

/** A report as it looks, or how a text begins; nothing of an archive. */
function Shown({ file, frame, onFramed }: ShownProps) {
  if (file.report !== null) return <ReportPreview frame={frame} report={file.report} onFilled={() => onFramed(file)} />
  return file.preview && <Preview preview={file.preview} />
}

function Preview({ preview }: { readonly preview: TextPreview }) {
  const heading = useId()
  return (
    <section className="export-dialog-preview">
      <h3 id={heading}>{pageWords.transfer.preview}</h3>
      <pre tabIndex={0} role="region" aria-labelledby={heading}>
        {preview.text}
      </pre>
      {!preview.isWhole && <p className="export-dialog-cut">{pageWords.transfer.previewCut(preview.lines)}</p>}
    </section>
  )
}
