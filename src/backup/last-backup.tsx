import { useState } from 'react'
import type { LibraryFacts } from '../domain/library-damage.ts'
import { useReview } from '../store/use-review.ts'
import { formatAgo, formatMoment } from '../wording/dates.ts'
import { words } from '../wording/words.ts'

/** When the library was last backed up, and how much was written since. */
export function LastBackup() {
  const facts = useReview(state => state.facts)
  const [now] = useState(() => Date.now())
  if (!facts) return null
  return <p role="status">{facts.backup ? since(facts, facts.backup, now) : words.backup.noBackup}</p>
}

function since({ rows }: LibraryFacts, backup: NonNullable<LibraryFacts['backup']>, now: number): string {
  const said = words.backup.lastBackup(formatAgo(backup.at, now), formatMoment(backup.at))
  const changes = Math.max(0, rows.versions - backup.versions)
  return `${said}. ${changes === 0 ? words.backup.upToDate : words.backup.changesSince(changes)}`
}
