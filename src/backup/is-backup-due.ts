import type { ReviewState } from '../store/review-state.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
const OLD = 7 * DAY
const WORTH_A_BACKUP = 20 // versions: as many verdicts, notes or corrections

/** How long "Not now" holds, in ms. */
export const NOT_NOW = 7 * DAY

type Asked = Pick<ReviewState, 'facts' | 'persistence' | 'folder' | 'folderProblem' | 'settings' | 'isFirstStart'>

/**
 * Whether the person shall be reminded of a backup: the browser has not promised to keep the library, enough was written since
 * the last backup, and that is a week old. `now` in ms since 1970.
 */
export function isBackupDue(state: Asked, now: number): boolean {
  const { facts, persistence, folder, folderProblem, settings, isFirstStart } = state
  if (!facts || isFirstStart || persistence === 'granted') return false
  // The folder gets its backups by itself.
  if (folder?.kind === 'chosen' && folder.permission === 'granted' && !folderProblem) return false
  if (settings.remindOfBackupAfter !== null && now < Date.parse(settings.remindOfBackupAfter)) return false
  const { backup, rows } = facts
  if (rows.versions - (backup?.versions ?? 0) < WORTH_A_BACKUP) return false
  return backup === null || now - Date.parse(backup.at) >= OLD
}
