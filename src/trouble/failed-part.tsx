import { useEffect } from 'react'
import { Link } from 'wouter'
import { Button } from '../ui/button.tsx'
import type { Failure } from '../ui/error-boundary.tsx'
import { words } from '../wording/words.ts'
import { CopyReport } from './copy-report.tsx'
import './failed-part.css'

interface FailedPartProps extends Failure {
  onFailure(part: string, error: unknown): void
}

/** Stands in place of a part of the page that failed: what still holds, and what the person can do. */
export function FailedPart({ part, id, error, tryAgain, onFailure }: FailedPartProps) {
  useEffect(() => onFailure(part, error), [onFailure, part, error])
  return (
    <div id={id} className="failed-part" role="group" aria-label={words.trouble.failed(part)}>
      <p role="alert">{words.trouble.failedHelp(part)}</p>
      <div className="failed-part-actions">
        <Button look="outlined" onClick={tryAgain}>
          {words.common.tryAgain}
        </Button>
        <Link href="/storage">{words.trouble.toBackup}</Link>
      </div>
      <CopyReport />
    </div>
  )
}
