/**
 * Whether the program works without a network. `unsupported`: this browser, or this kind of build, keeps nothing;
 * `installing`: not all is kept yet; `ready-offline`: everything is; `update-waiting`: a newer build can take over.
 */
export type OfflineState = 'unsupported' | 'installing' | 'ready-offline' | 'update-waiting'

/** What the service worker says of itself, for `useSyncExternalStore`. */
export interface OfflineSupport {
  getState(): OfflineState
  /** Calls `listener` after each change; returns how to stop that. */
  subscribe(listener: () => void): () => void
  /** Asks the host for a newer build; false when it could not be asked, as without a network. */
  checkForUpdate(): Promise<boolean>
  /** Lets the waiting build take over and loads the page once more. Nothing else ever reloads it. */
  applyUpdate(): void
}
