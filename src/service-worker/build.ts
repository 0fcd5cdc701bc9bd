/** A file's path below the site's root (`./` for the page) -> the SHA-256 of its bytes, in hexadecimal digits. */
export type Hashes = Readonly<Record<string, string>>

/** What the build writes into the service worker about itself. */
export interface Build {
  /** Names this build: it differs when any file differs. */
  readonly id: string
  /** The security headers of every answer, also where the host sends none. */
  readonly headers: Readonly<Record<string, string>>
  /** What the page needs to start. */
  readonly firstLoad: Hashes
  /** What it loads later. */
  readonly rest: Hashes
}
