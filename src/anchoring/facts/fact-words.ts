/**
 * A language's words that carry facts. In every list entries are separated by white space; `_` stands for a space inside
 * an entry, `=` joins words that say the same, `*` at the end stands for any ending, `#` at the end means that the word
 * counts next to a number only.
 */
export interface FactWords {
  /** Words with their values, `ten:10`; those of 100 and more, and 12, multiply what stands before them. */
  readonly numbers: string
  /** What joins the parts of a number, and from which value on: `and:100`. */
  readonly joiners?: string
  readonly negation: string
  /** What a negated verb has in its middle, and the same without it: `نمی=می`. */
  readonly negatingInside?: string
  /** Beginnings that turn a word into its opposite: `un` in `unsafe`. */
  readonly negating?: string
  readonly quantifiers: string
  readonly modals: string
  /** Times and relations in time beside months and weekdays, which the platform knows. */
  readonly dates: string
  readonly units?: string
  readonly currencies: string
  /** Verbs and phrases that say that somebody said something; who it was follows those that end with `>`. */
  readonly speech: string
  /** Words that stand before a name (`Dr.`), or after one when they begin with `-` (`-氏`). */
  readonly titles: string
  /** Names that capitals do not show: first names, towns. */
  readonly names?: string
  /** Pairs of opposites, one pair a line: `rose grew / fell shrank`. */
  readonly opposites: string
  /** Words that contain one of the others and mean something else, in scripts without spaces. */
  readonly ordinary?: string
  /** Articles, prepositions and conjunctions that are written together with the next word. */
  readonly attached?: RegExp
  /** Words after which an unmarked noun is a name more often than not, in scripts without capitals. */
  readonly beforePlaces?: string
  /** Words of grammar, which are no part of a name, in scripts without capitals. */
  readonly grammar?: string
  /** What ends the name of who said something, in scripts without capitals: `إن`, `ने`, `は`. */
  readonly sourceEnds?: string
}
