import { Lock } from 'lucide-react'
import type { WithheldCounts } from '../store/review-state.ts'
import { pageWords } from '../wording/page-words.ts'
import './withheld-note.css'

interface WithheldNoteProps {
  readonly withheld: WithheldCounts
  readonly history: boolean
}

/** Says before an export what of the article stays on this device. */
export function WithheldNote({ withheld: { sources, versions, annotations }, history }: WithheldNoteProps) {
  const { transfer } = pageWords
  const sentences = [
    ...(sources > 0 ? [transfer.withheldStays(sources)] : []),
    ...(versions > 0 && history ? [transfer.withheldVersions(versions)] : []),
    ...(annotations > 0 ? [transfer.withheldAnnotations(annotations)] : []),
  ]
  if (sentences.length === 0) return null
  return (
    <p className="withheld-note">
      <Lock size={14} aria-hidden />
      <span>{sentences.join(' ')}</span>
    </p>
  )
}
