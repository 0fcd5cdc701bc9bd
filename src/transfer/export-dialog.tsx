import { useEffect, useState } from 'react'
import { WRITABLE_CODECS, type WritableCodec } from '../exchange/codecs.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Checkbox, RadioGroup } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FORMAT_NAMES } from '../wording/format-names.ts'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import { ExportedFile } from './exported-file.tsx'
import { PublisherFields } from './publisher-fields.tsx'
import { SigningChoice } from './signing-choice.tsx'
import { useLeavingRecords } from './use-leaving-records.ts'
import { WithheldNote } from './withheld-note.tsx'
import './export-dialog.css'

interface ExportDialogProps {
  readonly onClose: () => void
}

/** Takes the open article's annotations out: a format, a preview, then the clipboard or a file. */
export function ExportDialog({ onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<WritableCodec>(WRITABLE_CODECS[0]!)
  const [history, setHistory] = useState(false)
  const leaving = useLeavingRecords()
  const keys = useKeys()
  const isSigned = useReview(state => state.settings.signsExports)
  const key = format.writer.signs && isSigned ? (keys?.mine ?? null) : null
  const isWithHistory = format.id === 'w3c' && history
  return (
    <Dialog title={pageWords.transfer.export} closeLabel={words.common.close} onClose={onClose} width="broad">
      <div className="export-dialog">
        <RadioGroup
          legend={pageWords.transfer.format}
          options={FORMAT_OPTIONS}
          value={format.id}
          onChange={id => setFormat(WRITABLE_CODECS.find(candidate => candidate.id === id)!)}
        />
        <div className="export-dialog-file">
          <p>{FORMAT_NAMES[format.id].explanation}</p>
          {format.id === 'w3c' && (
            <Checkbox
              label={pageWords.transfer.history}
              help={pageWords.transfer.historyHelp}
              checked={history}
              onChange={setHistory}
            />
          )}
          {format.writer.signs && <SigningChoice keys={keys} onClose={onClose} />}
          {format.writer.usesPublisher && <PublisherFields />}
          {!leaving && <p role="status">{pageWords.transfer.preparing}</p>}
          {leaving && !leaving.ok && <p role="alert">{pageWords.transfer.storageProblem[leaving.problem.kind]}</p>}
          {leaving?.ok && (
            <>
              <WithheldNote withheld={leaving.value.records.withheld} history={isWithHistory} />
              <ExportedFile {...leaving.value} format={format} history={isWithHistory} signingKey={key} />
            </>
          )}
        </div>
      </div>
    </Dialog>
  )
}

const GROUPS: Readonly<Partial<Record<WritableCodec['id'], keyof typeof pageWords.transfer.formatGroups>>> = {
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
    group: pageWords.transfer.formatGroups[group],
  })),
)

function useKeys() {
  const store = useReviewStore()
  const keys = useReview(state => state.keys)
  useEffect(() => void store.getState().readKeys(), [store])
  return keys
}
