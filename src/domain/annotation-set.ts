import * as v from 'valibot'
import { ArticleSchema, RevisionSchema } from './article.ts'
import { ReviewerSchema } from './reviewer.ts'
import { AnnotationVersionSchema, MarkVersionSchema, SessionVersionSchema } from './version.ts'

/** The format version that this program writes, and the newest that it reads. Whatever a set may newly hold raises it. */
export const CURRENT_FORMAT_VERSION = 2

/** The unit of exchange: an article with its revisions and any number of reviewers' work on it. */
export const AnnotationSetSchema = v.strictObject({
  formatVersion: v.literal(CURRENT_FORMAT_VERSION),
  article: ArticleSchema,
  revisions: v.pipe(v.array(RevisionSchema), v.minLength(1)),
  versions: v.array(v.variant('record', [AnnotationVersionSchema, MarkVersionSchema])),
  reviewers: v.array(ReviewerSchema),
  sessions: v.array(SessionVersionSchema),
})

export type AnnotationSet = Readonly<v.InferOutput<typeof AnnotationSetSchema>>
