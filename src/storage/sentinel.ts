import * as v from 'valibot'
import type { LibraryMark } from '../domain/library-damage.ts'
import { TimestampSchema, UuidSchema } from '../domain/identifiers.ts'

/** What is remembered of the library outside of its database. It may be absent, and it may lag. */
export interface Sentinel {
  read(): LibraryMark | null
  /** Never takes the place of a later state of the same database. */
  write(mark: LibraryMark): void
  forget(): void
}

/** The part of a web storage that is used. */
export type SentinelArea = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * A sentinel under a key of a web storage. Where that cannot be had (switched off, full, private), it remembers for as long
 * as the tab lives.
 */
export function createSentinel(key: string, area: () => SentinelArea | undefined): Sentinel {
  let known: LibraryMark | null = null
  const stored = () => unlessRefused(() => parsed(area()?.getItem(key)))
  return {
    read: () => stored() ?? known,
    write(mark) {
      const before = stored()
      if (before?.database === mark.database && before.sequence > mark.sequence) return
      known = mark
      unlessRefused(() => area()?.setItem(key, JSON.stringify(mark)))
    },
    forget() {
      known = null
      unlessRefused(() => area()?.removeItem(key))
    },
  }
}

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const MarkSchema = v.strictObject({
  database: UuidSchema,
  sequence: CountSchema,
  savedAt: TimestampSchema,
  articles: CountSchema,
  annotations: CountSchema,
  // Missing where an earlier program remembered.
  removals: v.optional(CountSchema, 0),
  rows: v.strictObject({
    ...{ articles: CountSchema, revisions: CountSchema, versions: CountSchema },
    originals: v.optional(CountSchema, 0),
    withheld: v.optional(CountSchema, 0),
  }),
} satisfies { readonly [Field in keyof LibraryMark]: v.GenericSchema<unknown, LibraryMark[Field]> })

// Anybody may have written there: what makes no sense says nothing.
function parsed(text: string | null | undefined): LibraryMark | null {
  if (text == null) return null
  const read = v.safeParse(MarkSchema, JSON.parse(text))
  return read.success ? read.output : null
}

function unlessRefused<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    // The database is whole without it.
    return null
  }
}
