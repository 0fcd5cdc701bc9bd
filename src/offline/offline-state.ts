/** How far the build that this page runs is kept on the device, and whether a newer one is there. */
export interface OfflineState {
  /**
   * `unsupported`: this browser, or this kind of build, keeps nothing; `not-yet`: not all is kept; `all`: every file is, so
   * that everything works without a network; `replaced`: a newer build was let in, mostly by another tab, which keeps its own files.
   */
  readonly kept: 'unsupported' | 'not-yet' | 'all' | 'replaced'
  /** Whether a newer build can take over. */
  readonly isUpdateReady: boolean
}

/** What the service worker says of itself, for `useSyncExternalStore`. */
export interface OfflineSupport {
  /** The same object until something of it changes. */
  getState(): OfflineState
  /** Calls `listener` after each change; returns how to stop that. */
  subscribe(listener: () => void): () => void
  /** Asks the host for a newer build; false when it could not be asked, as without a network. */
  checkForUpdate(): Promise<boolean>
  /**
   * Lets the waiting build take over and loads the page once more, unless by then `isSaved` says that something would be lost;
   * then it resolves. Nothing else ever reloads the page. Mostly at once; where requests keep the old build busy, half a minute
   * after the last of them.
   */
  applyUpdate(isSaved: () => Promise<boolean>): Promise<void>
}
