import * as v from 'valibot'
import type { DamagedRow } from '../domain/library-damage.ts'
import { AnnotationVersionSchema, MarkVersionSchema, SessionVersionSchema, type Version } from '../domain/version.ts'
import { WithheldVersionSchema, type WithheldVersion } from '../domain/withheld.ts'
import type { RawRow } from './read-rows.ts'
import type { VersionRow, WithheldRow } from './schema.ts'
import { damagedRow, faultOf, siftRows, type Sifted } from './sift-rows.ts'

interface Looking {
  /** Hashes of versions that were sound. They never change, so they are not looked at again. */
  readonly known: Set<string>
  /** Lets the page answer in between: 5,000 versions take a good part of a tenth of a second. */
  breathe(): Promise<void>
}

const ROWS_AT_ONCE = 20 // looked at in a millisecond or two

/** The versions that make sense and are filed under their own names. */
export async function siftVersions(rows: readonly RawRow[], { known, breathe }: Looking): Promise<Sifted<Version>> {
  const sound: Version[] = []
  const damaged: DamagedRow[] = []
  for (const [index, row] of rows.entries()) {
    const fault = 'value' in row ? rowFault(row.value, known) : row.unreadable
    if (fault === null) sound.push((row as { readonly value: VersionRow }).value.version)
    else damaged.push(damagedRow('versions', row, fault))
    if (index % ROWS_AT_ONCE === 0) await breathe()
  }
  return { sound, damaged }
}

/** The versions of withheld evidence that make sense and are filed under their own names. */
export function siftWithheld(rows: readonly RawRow[]): Sifted<WithheldVersion> {
  const { sound, damaged } = siftRows('withheld', rows, WithheldRowSchema)
  return { sound: sound.map(({ version }) => version), damaged }
}

const WithheldRowSchema = v.pipe(
  v.object({
    article: v.string(),
    annotation: v.string(),
    id: v.string(),
    hash: v.string(),
    version: WithheldVersionSchema,
  }),
  v.check(
    ({ version, ...row }) =>
      version.article === row.article && version.annotation === row.annotation && version.id === row.id,
    'filed under another name',
  ),
)

/** Whether a row of withheld evidence makes sense. */
export function isSoundWithheld(row: unknown): row is WithheldRow {
  return v.is(WithheldRowSchema, row)
}

/** The versions that make sense among a few rows that were read already. */
export function soundVersionsIn(values: readonly unknown[]): readonly Version[] {
  const known = new Set<string>()
  return values.filter(value => rowFault(value, known) === null).map(value => (value as VersionRow).version)
}

function rowFault(value: unknown, known: Set<string>): string | null {
  const { article, id, hash, version } = (value ?? {}) as Partial<VersionRow>
  if (hash !== undefined && known.has(hash) && version) return null
  const schema = SCHEMAS[String(version?.record)]
  if (!version || !schema) return 'no version'
  if (version.article !== article || version.id !== id) return 'filed under another name'
  const fault = faultOf(version, schema)
  if (fault === null && hash !== undefined) known.add(hash)
  return fault
}

const SCHEMAS: Readonly<Record<string, v.GenericSchema | undefined>> = {
  annotation: AnnotationVersionSchema,
  mark: MarkVersionSchema,
  session: SessionVersionSchema,
}
