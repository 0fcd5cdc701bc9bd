import { createStore, type StoreApi } from 'zustand/vanilla'
import { createArticleSlice } from './article-slice.ts'
import { createBackupSlice } from './backup-slice.ts'
import { createBinSlice } from './bin-slice.ts'
import { createCommandsSlice } from './commands-slice.ts'
import { createDetailsSlice } from './details-slice.ts'
import { createHistorySlice } from './history-slice.ts'
import { createImportSlice } from './import-slice.ts'
import { createLibrarySlice } from './library-slice.ts'
import type { Ports } from './ports.ts'
import { createSavingSlice } from './saving-slice.ts'
import { createSigningSlice } from './signing-slice.ts'
import { createUpdateSlice } from './update-slice.ts'
import { createViewSlice } from './view-slice.ts'
import { createWithholdingSlice } from './withholding-slice.ts'
import { createWritingSlice } from './writing-slice.ts'
import type { ReviewState } from './review-state.ts'

export type ReviewStore = StoreApi<ReviewState>

/** Builds the store of one tab on its ports and listens to the other tabs. */
export function createReviewStore(ports: Ports): ReviewStore {
  const store = createStore<ReviewState>()((...parts) => ({
    ...createLibrarySlice(ports)(...parts),
    ...createDetailsSlice(ports)(...parts),
    ...createArticleSlice(ports)(...parts),
    ...createWritingSlice(ports)(...parts),
    ...createCommandsSlice(ports)(...parts),
    ...createWithholdingSlice(ports)(...parts),
    ...createHistorySlice(...parts),
    ...createBinSlice(ports)(...parts),
    ...createImportSlice(ports)(...parts),
    ...createUpdateSlice(ports)(...parts),
    ...createSavingSlice(ports)(...parts),
    ...createBackupSlice(ports)(...parts),
    ...createSigningSlice(ports)(...parts),
    ...createViewSlice(ports)(...parts),
  }))
  ports.storage.onOutsideChange(change => void store.getState().takeOutsideChange(change))
  return store
}
