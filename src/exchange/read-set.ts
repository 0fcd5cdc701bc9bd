import type { AnnotationSet } from '../domain/annotation-set.ts'
import type { FoundSignatures } from './signatures/read-signatures.ts'

/** A set that was read, and what is known of the file. */
export interface ReadSet {
  readonly set: AnnotationSet
  /** Whether the set is another than the one that was written there. Earlier versions of the program wrote no hash. */
  readonly isAltered: boolean
  /** The hash of what the file holds, worked out from it: what its signatures must have signed. */
  readonly hash: string
  /** As they stand there: nothing of them was checked. */
  readonly found: FoundSignatures
}
