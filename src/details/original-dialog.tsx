import { Copy } from 'lucide-react'
import { useId, useState } from 'react'
import type { Original } from '../domain/original.ts'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { formatMoment } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import './original-dialog.css'

interface OriginalDialogProps {
  /** Those of one text, at least one. */
  readonly originals: readonly Original[]
  readonly onClose: () => void
}

/** What a text was made of, word for word: always as text, whatever it holds. */
export function OriginalDialog({ originals, onClose }: OriginalDialogProps) {
  return (
    <Dialog title={words.details.originalTitle} closeLabel={words.common.close} onClose={onClose} width="wide">
      <p className="original-help">{words.details.originalHelp}</p>
      {originals.map(original => (
        <OriginalText key={original.hash} original={original} />
      ))}
    </Dialog>
  )
}

function OriginalText({ original: { text, hash, captured } }: { readonly original: Original }) {
  const heading = useId()
  const [said, setSaid] = useState('')
  const moment = formatMoment(captured)
  const copy = async () => setSaid((await copyText(text)) ? words.details.copied : words.details.copyRefused)
  return (
    <section className="original" aria-labelledby={heading}>
      <h3 id={heading}>{words.details.captured(moment)}</h3>
      <pre tabIndex={0} role="region" aria-label={words.details.words(moment)} dir="auto">
        {text.slice(0, SHOWN).toWellFormed()}
      </pre>
      {text.length > SHOWN && <p className="original-help">{words.details.shownPart(SHOWN, text.length)}</p>}
      <p className="original-help">
        {words.details.hash} <code>{hash}</code>
      </p>
      <div className="dialog-actions">
        <p className="original-said" role="status">
          {said}
        </p>
        <Button look="outlined" icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {words.details.copy}
        </Button>
      </div>
    </section>
  )
}

const SHOWN = 200_000 // UTF-16 units; more takes a browser seconds to lay out
