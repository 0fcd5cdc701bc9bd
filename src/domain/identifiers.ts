import * as v from 'valibot'

/** SHA-256 of a text or of a canonical JSON, as 64 lowercase hexadecimal digits. */
export const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'must be 64 lowercase hexadecimal digits'))

/** A random identifier (RFC 9562), in lowercase. */
export const UuidSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID in lowercase'),
)

/** A moment in UTC with milliseconds, as `Date.prototype.toISOString` writes it. Shown to people, never compared to decide. */
export const TimestampSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'must be a UTC time such as 2026-11-20T09:14:02.000Z'),
  v.check(text => !Number.isNaN(Date.parse(text)), 'must be a time that exists'),
)

/** Hash of an article's text: the name of a revision. */
export type TextHash = string
/** Hash of an article's first text: two desks that paste the same text have the same article. */
export type ArticleId = TextHash
/** Names an annotation, a mark or a session through all its versions. */
export type RecordId = string
export type ReviewerId = string
/** Names one linear history of writes: one open tab at a time writes under it. */
export type DeviceId = string
/** Names one database: one that is made anew has another name. */
export type DatabaseId = string
/** UTC, ISO 8601 with milliseconds and `Z`. */
export type Timestamp = string
