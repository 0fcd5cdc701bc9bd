import * as v from 'valibot'
import { HashSchema, TimestampSchema, UuidSchema } from './identifiers.ts'
import { DEFAULT_SETTINGS, type Filter, type Settings, type ShelfEntry, type Tally, type ViewState } from './library.ts'
import { VerdictSchema } from './verdict.ts'

// Every field of the row has a schema, optional ones too: a field that is added to a row cannot be forgotten here.
type EntriesOf<Row> = { readonly [Field in keyof Row]-?: v.GenericSchema<unknown, Row[Field]> }

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** An article's place in a library, as a file may hold it. */
export const ShelfEntrySchema = v.strictObject({
  article: HashSchema,
  name: v.string(),
  added: TimestampSchema,
  opened: TimestampSchema,
  binned: v.boolean(),
  binnedAt: v.exactOptional(TimestampSchema),
  revision: HashSchema,
} satisfies EntriesOf<ShelfEntry>)

/** How far an article is, as a file may hold it. */
export const TallySchema = v.strictObject({
  article: HashSchema,
  segments: CountSchema,
  reviewed: CountSchema,
  verdicts: v.strictObject({ verified: CountSchema, disputed: CountSchema, unverified: CountSchema }),
  stale: v.exactOptional(CountSchema),
} satisfies EntriesOf<Tally>)

const FilterSchema = v.strictObject({
  verdicts: v.array(VerdictSchema),
  reviewers: v.array(UuidSchema),
  tags: v.array(v.string()),
  words: v.string(),
} satisfies EntriesOf<Filter>)

/** Where a reviewer was in an article, as a file may hold it. */
export const ViewStateSchema = v.strictObject({
  article: HashSchema,
  segment: v.nullable(CountSchema),
  topOffset: v.pipe(v.number(), v.finite()),
  filter: FilterSchema,
  left: TimestampSchema,
} satisfies EntriesOf<ViewState>)

/** The person's wishes, as a file may hold them. A wish that its program did not know has its default. */
export const SettingsSchema = v.strictObject({
  reviewer: v.optional(v.nullable(UuidSchema), DEFAULT_SETTINGS.reviewer),
  theme: v.optional(v.picklist(['system', 'light', 'dark']), DEFAULT_SETTINGS.theme),
  singleKeys: v.optional(v.boolean(), DEFAULT_SETTINGS.singleKeys),
  advanceAfterTag: v.optional(v.boolean(), DEFAULT_SETTINGS.advanceAfterTag),
  lastArticle: v.optional(v.nullable(HashSchema), DEFAULT_SETTINGS.lastArticle),
  askedForName: v.optional(v.boolean(), DEFAULT_SETTINGS.askedForName),
  remindOfBackupAfter: v.optional(v.nullable(TimestampSchema), DEFAULT_SETTINGS.remindOfBackupAfter),
  publisher: v.optional(v.strictObject({ name: v.string(), url: v.string() }), DEFAULT_SETTINGS.publisher),
  signsExports: v.optional(v.boolean(), DEFAULT_SETTINGS.signsExports),
} satisfies EntriesOf<Settings>)
