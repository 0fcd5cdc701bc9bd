import type { ReviewStorage } from '../domain/review-storage.ts'

/** What the store needs from outside: a place to keep things, a clock, and fresh identifiers. */
export interface Ports {
  readonly storage: ReviewStorage
  /** Milliseconds since 1970. */
  now(): number
  /** A random UUID. */
  newId(): string
  /** Asks the browser not to evict this site's data; answers whether it agreed. */
  askForPersistence(): Promise<boolean>
}
