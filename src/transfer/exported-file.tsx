import { Copy, Download, Printer } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { SigningKey } from '../domain/signing-key.ts'
import type { WritableCodec } from '../exchange/codecs.ts'
import { exportFileName } from '../exchange/file-name.ts'
import type { PreparedFile } from '../exchange/prepared-file.ts'
import type { TextPreview } from '../exchange/text-preview.ts'
import type { ExportedRecords } from '../store/review-state.ts'
import { useReview } from '../store/use-review.ts'
import { Button, type ButtonProps } from '../ui/button.tsx'
import { copyComingText } from '../ui/copy-text.ts'
import { download } from '../ui/download.ts'
import { words } from '../wording/words.ts'
import { clipboardText } from './clipboard-text.ts'
import { LossList } from './loss-list.tsx'
import { ReportPreview } from './report-preview.tsx'
import type { Leaving } from './use-leaving-records.ts'
import { usePreparedFile } from './use-prepared-file.ts'
import { useSignature } from './use-signature.ts'

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
  const prepared = usePreparedFile(writer, { format: format.id, history, publisher }, signed)
  const name = useFileName(format, records)
  const reportFrame = useRef<HTMLIFrameElement>(null)
  const [said, setSaid] = useState<{ readonly of: PreparedFile; readonly words: string } | null>(null)
  if (signed?.ok === false) return <p role="alert">{words.transfer.signingFailed}</p>
  if (prepared?.ok === false) return <p role="alert">{words.transfer.exportFailed}</p>
  const file = prepared?.value ?? null
  const say = (of: PreparedFile, sentence: string) => setSaid({ of, words: sentence })
  const copy = async (of: PreparedFile) => {
    const isCopied = await copyComingText(clipboardText(of.content))
    say(of, isCopied ? words.transfer.copied : words.transfer.copyRefused)
  }
  const handOver = (of: PreparedFile) => {
    download(of.content, name)
    say(of, words.transfer.downloading(name))
  }
  return (
    <>
      {file ? (
        <>
          <LossList
            format={format.id}
            losses={file.losses}
            isAnyWithheld={records.withheld.sources + records.withheld.annotations > 0}
          />
          {file.report !== null && <ReportPreview frame={reportFrame} report={file.report} />}
          {file.report === null && file.preview && <Preview preview={file.preview} />}
        </>
      ) : (
        <div className={`export-dialog-coming export-dialog-coming-${previewKind(format)}`} />
      )}
      <div className="dialog-footer">
        <p className="export-dialog-name">
          {words.transfer.fileName}: <bdi>{name}</bdi>
        </p>
        <div className="dialog-actions">
          <p className="export-dialog-said" role="status">
            {file ? said?.of === file && said.words : <Waiting isSigning={!signed} />}
          </p>
          {format.id === 'report' && (
            <FileButton
              file={file}
              look="outlined"
              icon={<Printer size={16} aria-hidden />}
              onUse={() => reportFrame.current?.contentWindow?.print()}
            >
              {words.transfer.print}
            </FileButton>
          )}
          {previewKind(format) !== 'none' && (
            <FileButton file={file} look="outlined" icon={<Copy size={16} aria-hidden />} onUse={of => void copy(of)}>
              {words.transfer.copy}
            </FileButton>
          )}
          <FileButton file={file} look="solid" icon={<Download size={16} aria-hidden />} onUse={handOver}>
            {words.transfer.download}
          </FileButton>
        </div>
      </div>
    </>
  )
}

interface FileButtonProps extends Pick<ButtonProps, 'look' | 'icon' | 'children'> {
  readonly file: PreparedFile | null
  onUse(file: PreparedFile): void
}

/** Does something with the file as soon as there is one. Until then it keeps its place, and the focus. */
function FileButton({ file, onUse, ...rest }: FileButtonProps) {
  return <Button {...rest} aria-disabled={file ? undefined : true} onClick={() => file && onUse(file)} />
}

/** What is shown of a format's files, as far as is known before there is one: nothing of an archive. */
function previewKind({ id, writer }: WritableCodec): 'report' | 'text' | 'none' {
  if (id === 'report') return 'report'
  return writer.mediaType === 'application/zip' ? 'none' : 'text'
}

/** Says what is waited for; most files are there before anybody could read it. */
function Waiting({ isSigning }: { readonly isSigning: boolean }) {
  return <span className="export-dialog-late">{isSigning ? words.transfer.signing : words.transfer.preparing}</span>
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

function Preview({ preview }: { readonly preview: TextPreview }) {
  const heading = useId()
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
