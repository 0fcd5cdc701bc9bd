/** Why a file could not be read as an annotation set. */
export type DecodeProblem =
  /** `limit` counts UTF-16 code units. */
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'unknown-format' }
  | { readonly kind: 'not-utf-8' }
  | { readonly kind: 'not-json' }
  | { readonly kind: 'not-annotation-set' }
  /** A bundle whose files are not what its manifest says: `name` is the first of them. */
  | { readonly kind: 'bundle'; readonly flaw: 'changed' | 'missing' | 'unlisted'; readonly name: string }
  /** A report that was cut off, or from which its set was taken. */
  | { readonly kind: 'set-missing' }
  | { readonly kind: 'newer-version'; readonly version: number }
  /** `place` is a path in the file such as `factmark:set.versions[3].content.rationale`. */
  | { readonly kind: 'damaged'; readonly place: string; readonly flaw: SetFlaw }
  /** A packed file that is not unpacked. */
  | { readonly kind: 'archive'; readonly flaw: ArchiveFlaw }

/** What is wrong with a packed file: cut off or damaged, too many entries, too much in them, or a name that reaches out of its folder. */
export type ArchiveFlaw = 'broken' | 'too-many' | 'too-large' | 'bad-name'

/** What is wrong at one place of a set. */
export type SetFlaw =
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown-field' }
  /** `expected` is in the words of the schema. */
  | { readonly kind: 'unexpected'; readonly expected: string }
  | { readonly kind: 'forbidden-name' }
  | { readonly kind: 'broken-character' }
  | { readonly kind: 'too-deep'; readonly limit: number }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'other-article' }
  | { readonly kind: 'wrong-hash' }
  | { readonly kind: 'no-first-revision' }
  | { readonly kind: 'second-first-revision' }
  | { readonly kind: 'wrong-title' }
  | { readonly kind: 'unknown-revision' }
  | { readonly kind: 'unknown-reviewer' }
  | { readonly kind: 'other-owner' }
  | { readonly kind: 'wrong-quote' }
  | { readonly kind: 'seen-itself' }
