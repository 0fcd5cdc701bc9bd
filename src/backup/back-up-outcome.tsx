import { describeBackUpProblem } from '../wording/backup-problems.ts'
import { words } from '../wording/words.ts'
import { formatBytes } from './format-bytes.ts'
import { Refusal } from './refusal.tsx'
import type { BackUpPhase } from './use-back-up.ts'

/** How far a backup is, or what became of it. */
export function BackUpOutcome({ phase }: { readonly phase: BackUpPhase }) {
  return (
    <>
      <p role="status">{said(phase)}</p>
      {phase.kind === 'failed' && <Refusal sentence={describeBackUpProblem(phase.problem)} />}
    </>
  )
}

function said(phase: BackUpPhase): string {
  if (phase.kind === 'working') return words.backup.backingUp(phase.written > 0 ? formatBytes(phase.written) : '')
  if (phase.kind !== 'done') return ''
  const { bytes, unsaved, omitted } = phase.report
  return [
    words.backup.backedUp(formatBytes(bytes), phase.name),
    ...(unsaved > 0 ? [words.backup.withUnsaved(unsaved)] : []),
    ...(omitted > 0 ? [words.backup.withoutRows(omitted)] : []),
  ].join(' ')
}
