import type { Codec, Writer } from './codec.ts'
import { bratCodec } from './brat/brat.ts'
import { bundleCodec } from './bundle.ts'
import { claimReviewCodec } from './claim-review.ts'
import { csvCodec } from './csv.ts'
import { doccanoCodec } from './doccano.ts'
import { hypothesisCodec } from './hypothesis.ts'
import { labelStudioCodec } from './label-studio/label-studio.ts'
import { markdownCodec } from './markdown.ts'
import { reportCodec } from './report/report.ts'
import { w3cAnyCodec } from './w3c-any.ts'
import { w3cCodec } from './w3c-set.ts'

/** Every format, in the order in which they are offered and tried. A new one is a file beside this, a line here, and its name in the wording. */
export const CODECS: readonly Codec[] = [
  w3cCodec,
  reportCodec,
  bundleCodec,
  markdownCodec,
  csvCodec,
  hypothesisCodec,
  claimReviewCodec,
  doccanoCodec,
  labelStudioCodec,
  bratCodec,
  w3cAnyCodec,
]

/** A format that sets are written in. */
export type WritableCodec = Codec & { readonly writer: Writer }

/** The formats that sets are written in. */
export const WRITABLE_CODECS: readonly WritableCodec[] = CODECS.filter(
  (codec): codec is WritableCodec => codec.writer !== undefined,
)
