import { ClipboardCopy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'
import { useWriteReport } from './report-source.ts'
import './copy-report.css'

/** Copies a problem report and shows what was copied, so that a person sees what they are about to send. */
export function CopyReport() {
  const write = useWriteReport()
  const [shown, setShown] = useState<{ readonly report: string; readonly isCopied: boolean } | null>(null)

  async function copy() {
    const report = await write()
    setShown({ report, isCopied: await copied(report) })
  }

  return (
    <div className="copy-report">
      <Button look="outlined" icon={<ClipboardCopy size={15} aria-hidden />} onClick={() => void copy()}>
        {words.trouble.copyReport}
      </Button>
      <p role="status">{shown && (shown.isCopied ? words.trouble.copied : words.trouble.copyByHand)}</p>
      {shown && (
        <textarea
          className="copy-report-text"
          aria-label={words.trouble.report}
          readOnly
          rows={10}
          dir="ltr"
          value={shown.report}
        />
      )}
    </div>
  )
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // not allowed here: the text below can be copied by hand
  }
}
