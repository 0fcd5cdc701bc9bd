import * as v from 'valibot'
import { HashSchema, TimestampSchema } from './identifiers.ts'
import { SelectorSchema } from './selector.ts'
import { VerdictSchema } from './verdict.ts'

export const STANCES = ['supports', 'refutes', 'context'] as const
export const EVIDENCE_KINDS = ['primary', 'secondary'] as const

export const StanceSchema = v.picklist(STANCES)
export const EvidenceKindSchema = v.picklist(EVIDENCE_KINDS)

/** What a person typed for a day, a month or a year (`2025-06-16`, `2025-06`, `2025`), or nothing. */
export const DateTextSchema = v.pipe(
  v.string(),
  v.regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/, 'must be a date such as 2025-06-16'),
)

/** A source for a verdict. Empty strings stand for what was not filled in. */
export const EvidenceSchema = v.strictObject({
  question: v.string(),
  url: v.string(),
  title: v.string(),
  publisher: v.string(),
  excerpt: v.string(),
  stance: StanceSchema,
  kind: EvidenceKindSchema,
  published: DateTextSchema,
  accessed: DateTextSchema,
  archivedUrl: v.string(),
})

/** The statement restated so that it stands alone (as ClaimReview has it). */
export const ClaimSchema = v.strictObject({
  text: v.string(),
  claimant: v.string(),
  date: DateTextSchema,
})

/** What one reviewer says of one statement. `created` is the time of the annotation's first version and stays the same. */
export const AnnotationContentSchema = v.strictObject({
  revision: HashSchema,
  selector: SelectorSchema,
  verdict: VerdictSchema,
  rationale: v.string(),
  claim: ClaimSchema,
  evidence: v.array(EvidenceSchema),
  tags: v.array(v.pipe(v.string(), v.minLength(1))),
  created: TimestampSchema,
})

export type Stance = (typeof STANCES)[number]
export type Evidence = Readonly<v.InferOutput<typeof EvidenceSchema>>
export type Claim = Readonly<v.InferOutput<typeof ClaimSchema>>
export type AnnotationContent = Readonly<v.InferOutput<typeof AnnotationContentSchema>>

export const NO_CLAIM: Claim = { text: '', claimant: '', date: '' }
