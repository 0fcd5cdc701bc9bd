import { Link } from 'wouter'
import type { StoredKeys } from '../domain/key-storage.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Checkbox } from '../ui/choice.tsx'
import { pageWords } from '../wording/page-words.ts'

interface SigningChoiceProps {
  /** `null` while they are read. */
  readonly keys: StoredKeys | null
  readonly onClose: () => void
}

/** Whether the file is signed, which is remembered; without a key, where one is made. */
export function SigningChoice({ keys, onClose }: SigningChoiceProps) {
  const store = useReviewStore()
  const isOn = useReview(state => state.settings.signsExports)
  if (!keys) return null
  if (!keys.mine) {
    return (
      <p className="export-dialog-cut">
        {pageWords.transfer.signNoKey}{' '}
        <Link href="/signing" onClick={onClose}>
          {pageWords.signing.toKeys}
        </Link>
      </p>
    )
  }
  return (
    <Checkbox
      label={pageWords.transfer.sign}
      help={pageWords.transfer.signHelp}
      checked={isOn}
      onChange={on => store.getState().changeSettings({ signsExports: on })}
    />
  )
}
