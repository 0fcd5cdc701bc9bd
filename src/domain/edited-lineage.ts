import { articleText } from './article-text.ts'
import type { Revision } from './article.ts'
import type { TextHash } from './identifiers.ts'
import type { Span } from './selector.ts'
import { editsHold, placeAfter, reversed, type TextEdit } from './text-edits.ts'

/**
 * Where words of one revision are in another, as told by the edits along the line between them; `null` where edits cannot
 * tell, as when a revision in between was made of another file. Edits that do not make the one text of the other are not
 * believed.
 */
export function createPlacing(
  revisions: readonly Revision[],
  from: TextHash,
  to: TextHash,
): ((span: Span) => Span | null) | null {
  const hops = hopsBetween(revisions, from, to)
  return hops && (span => hops.reduce<Span | null>((place, edits) => place && placeAfter(edits, place), span))
}

type Hop = readonly TextEdit[]

function hopsBetween(revisions: readonly Revision[], from: TextHash, to: TextHash): readonly Hop[] | null {
  const byHash = new Map(revisions.map(revision => [revision.hash, revision]))
  const up = lineOf(byHash, from)
  const down = lineOf(byHash, to)
  const common = up.find(hash => down.includes(hash))
  if (common === undefined) return null
  const back = up.slice(0, up.indexOf(common)).map(hash => editsInto(byHash, hash))
  const on = down.slice(0, down.indexOf(common)).map(hash => editsInto(byHash, hash))
  const hops = [...back.map(edits => edits && reversed(edits)), ...on.toReversed()]
  return hops.every(edits => edits !== null) ? hops : null
}

/** A revision and its ancestors. Two devices may have followed two texts in opposite order: then the line ends where it closes. */
function lineOf(byHash: ReadonlyMap<TextHash, Revision>, hash: TextHash): readonly TextHash[] {
  const line = new Set<TextHash>()
  for (let at: TextHash | null = hash; at !== null && !line.has(at); at = byHash.get(at)?.parent ?? null) line.add(at)
  return [...line]
}

function editsInto(byHash: ReadonlyMap<TextHash, Revision>, hash: TextHash): readonly TextEdit[] | null {
  const revision = byHash.get(hash)
  const parent = revision?.parent == null ? undefined : byHash.get(revision.parent)
  if (!revision?.edits || !parent) return null
  return editsHold(articleText(parent.content), articleText(revision.content), revision.edits) ? revision.edits : null
}
