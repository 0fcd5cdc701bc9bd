/** A piece of text as a page places it: in points, from the lower left corner. What pdf.js calls a text item. */
export interface PlacedText {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly hasEOL: boolean
}
