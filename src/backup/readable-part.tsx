import type { Backup } from '../domain/backup.ts'
import { backupSize } from '../domain/backup-size.ts'
import { Button } from '../ui/button.tsx'
import { words } from '../wording/words.ts'

interface ReadablePartProps {
  readonly readable: Backup | null
  readonly onUse: (backup: Backup) => void
}

/** What can be read of a broken backup, and the offer to go on with that. */
export function ReadablePart({ readable, onUse }: ReadablePartProps) {
  if (!readable) return <p>{words.backup.nothingReadable}</p>
  const { articles, annotations } = backupSize(readable.contents)
  return (
    <div className="restore-choice">
      <p>
        {words.backup.canBeRead} {words.backup.size(articles, annotations)}. {words.backup.skipped(readable.skipped)}
      </p>
      <Button look="outlined" onClick={() => onUse(readable)}>
        {words.backup.useReadable}
      </Button>
    </div>
  )
}
