import { backup } from './english/backup.ts'
import { changes } from './english/changes.ts'
import { common } from './english/common.ts'
import { details } from './english/details.ts'
import { edit } from './english/edit.ts'
import { history } from './english/history.ts'
import { review } from './english/review.ts'
import { trouble } from './english/trouble.ts'

const english = { common, review, edit, changes, details, history, trouble, backup }

/** The texts that reading and tagging need, by the part of the interface that shows them. A translation is another value of this type. */
export type Words = typeof english

/** These texts in the language of the interface; those of pages and dialogs that are loaded later are in `page-words.ts`. */
export const words: Words = english
