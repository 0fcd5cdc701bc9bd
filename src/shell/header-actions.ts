/** What can be done with the whole from the header; `null` where there is nothing to do it to. */
export interface HeaderActions {
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
  readonly onImport: () => void
  readonly onExport: (() => void) | null
}
