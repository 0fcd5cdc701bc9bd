import { arrivals } from './english/arrivals.ts'
import { backup } from './english/backup.ts'
import { changes } from './english/changes.ts'
import { common } from './english/common.ts'
import { details } from './english/details.ts'
import { edit } from './english/edit.ts'
import { history } from './english/history.ts'
import { library } from './english/library.ts'
import { review } from './english/review.ts'
import { settings } from './english/settings.ts'
import { signing } from './english/signing.ts'
import { transfer } from './english/transfer.ts'
import { trouble } from './english/trouble.ts'

const english = {
  common,
  review,
  edit,
  changes,
  details,
  history,
  library,
  transfer,
  settings,
  signing,
  trouble,
  backup,
  arrivals,
}

/** Every text of the interface, by the part of it that shows it. A translation is another value of this type. */
export type Words = typeof english

/** The texts in the language of the interface. */
export const words: Words = english
