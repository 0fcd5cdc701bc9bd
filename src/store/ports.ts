import type { BackupStorage } from '../domain/backup-storage.ts'
import type { KeyStorage } from '../domain/key-storage.ts'
import type { ReviewStorage } from '../domain/review-storage.ts'
import type { Reanchor } from '../anchoring/change-states.ts'

/** What the store needs from outside: a place to keep things and their copies, a clock, and fresh identifiers. */
export interface Ports {
  readonly storage: ReviewStorage
  readonly backups: BackupStorage
  readonly keys: KeyStorage
  /** Finds the statements of one revision again in another. */
  readonly reanchor: Reanchor
  /** What lets the page answer between stretches of long work; it is called often, and mostly does nothing. */
  createBreather(): () => Promise<void>
  /** Milliseconds since 1970. */
  now(): number
  /** A random UUID. */
  newId(): string
  /** Asks the browser not to evict this site's data; answers whether it agreed. */
  askForPersistence(): Promise<boolean>
  /** Whether the browser has promised it. */
  isPersisted(): Promise<boolean>
}
