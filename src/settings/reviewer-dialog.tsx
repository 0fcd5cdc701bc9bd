import { useState, type SubmitEvent } from 'react'
import { Link } from 'wouter'
import { REVIEWER_COLOURS, type Reviewer } from '../domain/reviewer.ts'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'
import { ColourPicker } from './colour-picker.tsx'
import { MAX_NAME_LENGTH } from './name-length.ts'
import { OtherReviewers } from './other-reviewers.tsx'

interface ReviewerDialogProps {
  readonly onClose: () => void
}

/** The local reviewer: name and colour, or which of the reviewers known here it is. */
export function ReviewerDialog({ onClose }: ReviewerDialogProps) {
  const id = useReview(state => state.settings.reviewer)
  const reviewer = useReview(state => (id === null ? undefined : state.reviewers[id]))
  return (
    <Dialog title={pageWords.settings.profile} closeLabel={words.common.close} onClose={onClose}>
      <ProfileForm key={id} reviewer={reviewer} onClose={onClose} />
      <OtherReviewers />
      <p>
        {pageWords.settings.moreSettings}{' '}
        <Link href="/settings" onClick={onClose}>
          {words.common.settings}
        </Link>
      </p>
    </Dialog>
  )
}

interface ProfileFormProps extends ReviewerDialogProps {
  readonly reviewer: Reviewer | undefined
}

function ProfileForm({ reviewer, onClose }: ProfileFormProps) {
  const store = useReviewStore()
  const [name, setName] = useState(reviewer?.name ?? '')
  const [colour, setColour] = useState<string>(reviewer?.colour ?? REVIEWER_COLOURS[0])
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const isChanged = name.trim() !== (reviewer?.name ?? '') || colour !== reviewer?.colour
    if (isChanged) store.getState().changeReviewer({ name: name.trim(), colour })
    onClose()
  }
  return (
    <form className="dialog-form" noValidate onSubmit={save}>
      <TextField
        label={pageWords.settings.name}
        help={pageWords.settings.profileHelp}
        placeholder={pageWords.settings.namePlaceholder}
        dir="auto"
        autoComplete="name"
        maxLength={MAX_NAME_LENGTH}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <ColourPicker value={colour} onChange={setColour} />
      <div className="dialog-actions">
        <Button look="outlined" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button look="solid" type="submit">
          {pageWords.settings.save}
        </Button>
      </div>
    </form>
  )
}
