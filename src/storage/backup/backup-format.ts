import * as v from 'valibot'
import { BACKED_UP_STORES, type BackedUp, type BackedUpStore, type BackupOrigin } from '../../domain/backup.ts'
import { ArticleSchema, RevisionSchema } from '../../domain/article.ts'
import { HashSchema, TimestampSchema, UuidSchema } from '../../domain/identifiers.ts'
import { SettingsSchema, ShelfEntrySchema, TallySchema, ViewStateSchema } from '../../domain/library-schemas.ts'
import { OriginalSchema } from '../../domain/original.ts'
import { ReviewerSchema } from '../../domain/reviewer.ts'
import { TrustedKeySchema } from '../../domain/signing-key.ts'
import { AnnotationVersionSchema, MarkVersionSchema, SessionVersionSchema } from '../../domain/version.ts'
import { WithheldVersionSchema } from '../../domain/withheld.ts'

// A backup is JSON Lines in UTF-8: a header, a row of the library in each line, and an end with the number of rows in each
// store and the SHA-256 of all bytes before it. docs/decisions/013-backup-files.md says why.

/** The first name in every backup, and in the header of an encrypted one. */
export const BACKUP_FORMAT = 'factmark-backup'
export const ENCRYPTED_FORMAT = 'factmark-backup-encrypted'

/** The version that this program writes, and the newest that it reads. Whatever a row may newly hold raises it. */
export const BACKUP_FORMAT_VERSION = 4

/** The versions that this program reads. What a row of an earlier one lacks is made up for (`upgradedRow`). */
const READ_VERSIONS = [1, 2, 3, BACKUP_FORMAT_VERSION] as const

export type ReadVersion = (typeof READ_VERSIONS)[number]

/** Bytes of a whole backup once unpacked: half a million annotations. A restore is one transaction, so all of it is held in memory. */
export const MAX_BACKUP_BYTES = 1_000_000_000

/** Bytes of one line: an article of the longest text that can be taken in, each sentence in a paragraph of its own. */
export const MAX_LINE_BYTES = 64_000_000

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** The first line. */
export const HeaderSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  formatVersion: v.picklist(READ_VERSIONS),
  created: TimestampSchema,
  database: UuidSchema,
  sequence: CountSchema,
})

const FIRST_COUNTS = {
  reviewers: CountSchema,
  settings: CountSchema,
  articles: CountSchema,
  revisions: CountSchema,
  shelf: CountSchema,
  tallies: CountSchema,
  viewStates: CountSchema,
  versions: CountSchema,
}
const SECOND_COUNTS = { ...FIRST_COUNTS, originals: CountSchema }
const THIRD_COUNTS = { ...SECOND_COUNTS, trustedKeys: CountSchema }
const COUNTS = { ...THIRD_COUNTS, withheld: CountSchema } satisfies Record<BackedUpStore, typeof CountSchema>

/** The last line, by version. */
export const END_SCHEMAS = {
  1: endSchema(FIRST_COUNTS),
  2: endSchema(SECOND_COUNTS),
  3: endSchema(THIRD_COUNTS),
  4: endSchema(COUNTS),
} satisfies Record<ReadVersion, unknown>

function endSchema<Counts extends v.ObjectEntries>(counts: Counts) {
  return v.strictObject({ end: v.strictObject({ counts: v.strictObject(counts), sha256: HashSchema }) })
}

/** What a row of each store may hold. */
export const ROW_SCHEMAS: { readonly [Store in BackedUpStore]: v.GenericSchema<unknown, BackedUp[Store]> } = {
  reviewers: ReviewerSchema,
  settings: SettingsSchema,
  articles: ArticleSchema,
  revisions: RevisionSchema,
  shelf: ShelfEntrySchema,
  tallies: TallySchema,
  viewStates: ViewStateSchema,
  versions: v.variant('record', [AnnotationVersionSchema, MarkVersionSchema, SessionVersionSchema]),
  withheld: WithheldVersionSchema,
  originals: OriginalSchema,
  trustedKeys: TrustedKeySchema,
}

/** Which row this is; what it holds is not looked at. */
export const RowSchema = v.strictObject({ store: v.picklist(BACKED_UP_STORES), value: v.unknown() })

/** The header of a backup of this library. */
export function headerOf({ created, database, sequence }: BackupOrigin): v.InferOutput<typeof HeaderSchema> {
  return { format: BACKUP_FORMAT, formatVersion: BACKUP_FORMAT_VERSION, created, database, sequence }
}

/** Numbers to count rows with. */
export function noRows(): Record<BackedUpStore, number> {
  return {
    ...{ reviewers: 0, settings: 0, articles: 0, revisions: 0 },
    ...{ shelf: 0, tallies: 0, viewStates: 0, versions: 0, originals: 0, trustedKeys: 0, withheld: 0 },
  }
}
