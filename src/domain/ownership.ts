import { isDerivedUuid } from './derived-uuid.ts'
import type { ArticleRecords } from './merge.ts'
import type { RecordId } from './identifiers.ts'
import type { Version } from './version.ts'

/** A set of records, and what cannot be merged from it because it is signed with another name than what is here. */
export interface Welcome {
  readonly records: ArticleRecords
  readonly foreign: readonly Version[]
}

/**
 * Takes out of `theirs` the versions of records that another reviewer has written here: only its reviewer writes a
 * record's versions. Nothing can be said of a record of which nothing is here: whoever brings it first is its reviewer.
 */
export function withoutForeign(mine: readonly Version[], theirs: ArticleRecords): Welcome {
  const foreign = foreignAmong(mine, theirs.versions)
  const isForeign = new Set(foreign)
  return { records: { ...theirs, versions: theirs.versions.filter(version => !isForeign.has(version)) }, foreign }
}

/** The versions of `theirs` whose records another reviewer has written in `mine`. */
export function foreignAmong(mine: readonly Version[], theirs: readonly Version[]): readonly Version[] {
  const owners = new Map<RecordId, Set<string>>()
  for (const version of mine) {
    const known = owners.get(version.id)
    if (known) known.add(ownerOf(version))
    else owners.set(version.id, new Set([ownerOf(version)]))
  }
  return theirs.filter(version => owners.get(version.id)?.has(ownerOf(version)) === false)
}

/**
 * Takes out of `theirs` what another tool's file said before: its versions are stamped by the file alone, and would only
 * differ from those that are here by the text in which the statement was found.
 */
export function withoutSaidBefore(mine: readonly Version[], theirs: ArticleRecords): ArticleRecords {
  const stamp = ({ id, dot: [device, count] }: Version) => `${id} ${device} ${count}`
  const known = new Set(mine.filter(isAdopted).map(stamp))
  return { ...theirs, versions: theirs.versions.filter(version => !isAdopted(version) || !known.has(stamp(version))) }
}

function isAdopted({ dot: [device] }: Version): boolean {
  return isDerivedUuid(device)
}

/** What all versions of one record have in common: their reviewer, and what kind of record they are of. */
export function ownerOf({ reviewer, record }: Version): string {
  return `${reviewer} ${record}`
}
