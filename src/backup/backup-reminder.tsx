import { useState } from 'react'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Strip } from '../ui/strip.tsx'
import { formatAgo } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import { BackUpOutcome } from './back-up-outcome.tsx'
import { isBackupDue, NOT_NOW } from './is-backup-due.ts'
import { useBackUp } from './use-back-up.ts'
import './backup-reminder.css'

/** Reminds quietly of a backup that is due. It never takes the focus, and stays to say what became of the backup. */
export function BackupReminder() {
  const [now] = useState(() => Date.now())
  const isDue = useReview(state => isBackupDue(state, now))
  const [isOpen, setOpen] = useState(false)
  if (isDue && !isOpen) setOpen(true)
  return isOpen ? <Reminder now={now} isDue={isDue} onClose={() => setOpen(false)} /> : null
}

interface ReminderProps {
  readonly now: number
  readonly isDue: boolean
  readonly onClose: () => void
}

function Reminder({ now, isDue, onClose }: ReminderProps) {
  const store = useReviewStore()
  const last = useReview(state => state.facts?.backup?.at)
  const [phase, backUp] = useBackUp()
  const close = () => {
    if (isDue) {
      const remindOfBackupAfter = new Date(Date.now() + NOT_NOW).toISOString()
      store.getState().changeSettings({ remindOfBackupAfter })
    }
    onClose()
    // The focus would be lost with the strip.
    store.getState().requestFocus({ target: 'article', id: null })
  }
  return (
    <section className="backup-reminder" aria-label={words.backup.reminderName}>
      <Strip
        actions={
          <>
            {isDue && (
              <Button look="outlined" disabled={phase.kind === 'working'} onClick={() => void backUp(null)}>
                {words.backup.backUpNow}
              </Button>
            )}
            <Button onClick={close}>{isDue ? words.backup.notNow : words.common.close}</Button>
          </>
        }
      >
        {phase.kind === 'idle' && (last ? words.backup.reminder(formatAgo(last, now)) : words.backup.reminderNone)}
        <BackUpOutcome phase={phase} />
      </Strip>
    </section>
  )
}
