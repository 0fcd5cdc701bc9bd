import { useId } from 'react'
import type { Loss } from '../exchange/fates.ts'
import { FORMAT_NAMES, type FormatId } from '../wording/format-names.ts'
import { describeLoss } from '../wording/losses.ts'
import { pageWords } from '../wording/page-words.ts'
import './loss-list.css'

interface LossListProps {
  readonly format: FormatId
  readonly losses: readonly Loss[]
  /** Whether anything stays on this device, whatever the format can express. */
  readonly isAnyWithheld: boolean
}

/** Says before an export what its format cannot express, or that it keeps everything. */
export function LossList({ format, losses, isAnyWithheld }: LossListProps) {
  const heading = useId()
  const { name } = FORMAT_NAMES[format]
  const { keepsAll, keepsTheRest } = pageWords.transfer
  if (losses.length === 0) return <p className="loss-list">{(isAnyWithheld ? keepsTheRest : keepsAll)(name)}</p>
  return (
    <section className="loss-list" aria-labelledby={heading}>
      <h3 id={heading}>{pageWords.transfer.cannotExpress(name)}</h3>
      <ul>
        {losses.map(loss => (
          <li key={loss.part}>{describeLoss(loss)}</li>
        ))}
      </ul>
    </section>
  )
}
