import type { AnnotationSet } from '../domain/annotation-set.ts'
import { articleText, textHash } from '../domain/article-text.ts'
import type { SetFlaw } from '../domain/decode-problem.ts'
import type { RecordId, TextHash } from '../domain/identifiers.ts'
import type { Damage } from '../domain/json-guard.ts'
import { ownerOf } from '../domain/ownership.ts'
import { versionHash, type Version } from '../domain/version.ts'

/**
 * The first thing in which a well-formed set contradicts itself, `undefined` when there is none. What two consistent sets
 * of an article merge to is consistent too, when neither signs the other's records: otherwise a merged library could not
 * be read back.
 */
export function findInconsistency(set: AnnotationSet): Damage | undefined {
  return inconsistencies(set).next().value
}

function* inconsistencies(set: AnnotationSet): Generator<Damage, undefined> {
  const texts = new Map(set.revisions.map(({ hash, content }) => [hash, articleText(content)]))
  yield* revisionDamage(set, texts)
  yield* articleDamage(set, texts)
  yield* repeats(
    'reviewers',
    set.reviewers.map(({ id }) => id),
  )
  const reviewers = new Set(set.reviewers.map(({ id }) => id))
  const owners = new Map<RecordId, string>()
  for (const list of ['versions', 'sessions'] as const) {
    // Two versions under one dot are no damage: a cloned browser profile makes them, and they show as a conflict.
    yield* repeats(list, set[list].map(versionHash))
    for (const [index, version] of set[list].entries()) {
      yield* stampDamage(version, set.article.id, reviewers, [list, index])
      yield* ownerDamage(version, owners, [list, index])
      yield* placeDamage(version, texts, [list, index, 'content'])
    }
  }
  return undefined
}

function* revisionDamage(
  { article, revisions }: AnnotationSet,
  texts: ReadonlyMap<TextHash, string>,
): Generator<Damage> {
  yield* repeats(
    'revisions',
    revisions.map(({ hash }) => hash),
  )
  for (const [index, { hash, article: owner, parent }] of revisions.entries()) {
    if (textHash(texts.get(hash)!) !== hash) yield damage('wrong-hash', 'revisions', index, 'hash')
    if (owner !== article.id) yield damage('other-article', 'revisions', index, 'article')
    if (hash !== article.id && parent === null) yield damage('second-first-revision', 'revisions', index, 'parent')
    if (parent !== null && !texts.has(parent)) yield damage('unknown-revision', 'revisions', index, 'parent')
  }
}

function* articleDamage(
  { article, revisions }: AnnotationSet,
  texts: ReadonlyMap<TextHash, string>,
): Generator<Damage> {
  const first = revisions.find(({ hash, parent }) => hash === article.id && parent === null)
  if (!first) {
    yield damage('no-first-revision', 'revisions')
    return
  }
  // Not compared with the first heading: two layouts of one text may differ in what is a heading, and merging keeps one of them.
  const text = evenly(texts.get(first.hash) ?? '')
  if (!text.includes(evenly(article.title))) yield damage('wrong-title', 'article', 'title')
}

function* stampDamage(
  { article, reviewer, dot: [device, count], seen }: Version,
  articleId: TextHash,
  reviewers: ReadonlySet<string>,
  path: Damage['path'],
): Generator<Damage> {
  if (article !== articleId) yield damage('other-article', ...path, 'article')
  if (!reviewers.has(reviewer)) yield damage('unknown-reviewer', ...path, 'reviewer')
  // Such a version would supersede itself and never be shown.
  if ((seen[device] ?? 0) >= count) yield damage('seen-itself', ...path, 'seen')
}

/** Only its reviewer writes a record's versions, and its kind never changes. */
function* ownerDamage(version: Version, owners: Map<RecordId, string>, path: Damage['path']): Generator<Damage> {
  const owner = owners.get(version.id) ?? ownerOf(version)
  owners.set(version.id, owner)
  if (owner !== ownerOf(version)) yield damage('other-owner', ...path, 'reviewer')
}

function* placeDamage(version: Version, texts: ReadonlyMap<TextHash, string>, path: Damage['path']): Generator<Damage> {
  if (version.kind !== 'content' || version.record === 'session') return
  const { revision, selector } = version.content
  const text = texts.get(revision)
  if (text === undefined) {
    yield damage('unknown-revision', ...path, 'revision')
    return
  }
  const { start, end } = selector.position
  if (text.slice(start, end) !== selector.quote.exact)
    yield damage('wrong-quote', ...path, 'selector', 'quote', 'exact')
}

function* repeats(list: string, keys: readonly string[]): Generator<Damage> {
  const known = new Set<string>()
  for (const [index, key] of keys.entries()) {
    if (known.has(key)) yield damage('repeated', list, index)
    known.add(key)
  }
}

function evenly(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

type PlainFlaw = Exclude<SetFlaw['kind'], 'unexpected' | 'too-deep'>

function damage(kind: PlainFlaw, ...path: Damage['path']): Damage {
  return { path, flaw: { kind } }
}
