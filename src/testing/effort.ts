/** Whether this is the long form of the tests, `npm run test:long`. */
export const IS_LONG = process.env['FACTMARK_LONG'] !== undefined

/** How often a property is tried: in the long form as often as said, in `npm test` a fifth of that. */
export function runs(inFull: number): number {
  return IS_LONG ? inFull : Math.ceil(inFull / 5)
}
