import * as v from 'valibot'

const OffsetSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/**
 * The stored address of a statement: what it says with its surroundings (W3C TextQuoteSelector) and where it stood
 * (W3C TextPositionSelector), in UTF-16 offsets of the revision's text.
 */
export const SelectorSchema = v.strictObject({
  quote: v.strictObject({
    exact: v.pipe(v.string(), v.minLength(1)),
    prefix: v.string(),
    suffix: v.string(),
  }),
  position: v.pipe(
    v.strictObject({ start: OffsetSchema, end: OffsetSchema }),
    v.check(({ start, end }) => start < end, 'must end after it starts'),
  ),
})

export type Selector = v.InferOutput<typeof SelectorSchema>

/** A stretch of a text in UTF-16 offsets, `from` inclusive, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}
