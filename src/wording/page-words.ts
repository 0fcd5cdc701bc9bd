import { arrivals } from './english/arrivals.ts'
import { library } from './english/library.ts'
import { settings } from './english/settings.ts'
import { signing } from './english/signing.ts'
import { transfer } from './english/transfer.ts'

const english = { library, transfer, settings, signing, arrivals }

/** The texts of pages and dialogs that are loaded when they are asked for. A translation is another value of this type. */
export type PageWords = typeof english

/** These texts in the language of the interface. What the first load shows is in `words.ts`. */
export const pageWords: PageWords = english
