import { CURRENT_FORMAT_VERSION } from '../domain/annotation-set.ts'
import { UNKNOWN_DETAILS } from '../domain/article.ts'

/** A set in the form in which this program writes it, where it is of an earlier version; any other comes back as it is, to be refused. */
export function upgradedSet(set: Readonly<Record<string, unknown>>): unknown {
  return set['formatVersion'] === 1 ? { ...set, formatVersion: CURRENT_FORMAT_VERSION, ...described(set) } : set
}

function described({ article }: Readonly<Record<string, unknown>>): object {
  const isDescribed = typeof article === 'object' && article !== null && !Array.isArray(article)
  return isDescribed ? { article: { ...UNKNOWN_DETAILS, ...article } } : {}
}
