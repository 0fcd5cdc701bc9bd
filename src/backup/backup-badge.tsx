import { useState } from 'react'
import { Link } from 'wouter'
import { useReview } from '../store/use-review.ts'
import { formatAgo } from '../wording/dates.ts'
import { words } from '../wording/words.ts'
import './backup-badge.css'

/** How old the last backup is, at the foot of the page; leads to where one is made. */
export function BackupBadge() {
  const [now] = useState(() => Date.now())
  const facts = useReview(state => state.facts)
  if (!facts || facts.annotations === 0) return null
  return (
    <Link href="/storage" className="backup-badge">
      {facts.backup ? words.backup.badge(formatAgo(facts.backup.at, now)) : words.backup.badgeNone}
    </Link>
  )
}
