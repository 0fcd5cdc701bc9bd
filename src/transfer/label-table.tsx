import { VERDICTS, type Verdict } from '../domain/verdict.ts'
import type { LabelMapping } from '../exchange/adopt/label-mapping.ts'
import { SelectField } from '../ui/field.tsx'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import './label-table.css'

interface LabelTableProps {
  /** Each label with how often it occurs. */
  readonly labels: ReadonlyMap<string, number>
  readonly mapping: LabelMapping
  readonly onChange: (mapping: LabelMapping) => void
}

/** What the labels of a file stand for: a verdict each, or a tag. */
export function LabelTable({ labels, mapping, onChange }: LabelTableProps) {
  if (labels.size === 0) return null
  const shown = [...labels].slice(0, MOST_LABELS)
  return (
    <fieldset className="label-table">
      <legend>{pageWords.transfer.labels}</legend>
      <p className="import-summary-help">{pageWords.transfer.labelsHelp}</p>
      <div className="label-table-rows">
        {shown.map(([label, count]) => (
          <SelectField
            key={label}
            label={pageWords.transfer.labelLine(label, count)}
            value={mapping.get(label) ?? TAG}
            options={OPTIONS}
            onChange={event => {
              const { value } = event.currentTarget
              onChange(new Map(mapping).set(label, value === TAG ? null : (value as Verdict)))
            }}
          />
        ))}
      </div>
      {labels.size > shown.length && (
        <p className="import-summary-help">{pageWords.transfer.otherLabels(labels.size - shown.length)}</p>
      )}
    </fieldset>
  )
}

const TAG = 'tag'
const MOST_LABELS = 40 // the most frequent come first; what a file has more of are tags

const OPTIONS = [
  ...VERDICTS.map(verdict => ({ value: verdict, label: words.common.verdicts[verdict] })),
  { value: TAG, label: pageWords.transfer.aTag as string },
]
