import { useState, type SubmitEvent } from 'react'
import type { ShelfEntry } from '../domain/library.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { pageWords } from '../wording/page-words.ts'
import { words } from '../wording/words.ts'

interface RenameDialogProps {
  readonly entry: ShelfEntry
  readonly onClose: () => void
}

/** Gives an article another name in this library. */
export function RenameDialog({ entry, onClose }: RenameDialogProps) {
  const store = useReviewStore()
  const [name, setName] = useState(entry.name)
  const isMissing = name.trim() === ''
  const rename = (event: SubmitEvent) => {
    event.preventDefault()
    if (isMissing) return
    store.getState().renameArticle(entry.article, name)
    onClose()
  }
  return (
    <Dialog title={pageWords.library.renameTitle} closeLabel={words.common.close} onClose={onClose}>
      <form className="dialog-form" noValidate onSubmit={rename}>
        <TextField
          label={pageWords.library.name}
          help={pageWords.library.nameHelp}
          problem={isMissing ? pageWords.library.nameMissing : undefined}
          dir="auto"
          autoComplete="off"
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button look="solid" type="submit">
            {pageWords.library.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
