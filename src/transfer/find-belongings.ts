import { articleText } from '../domain/article-text.ts'
import type { ArticleId } from '../domain/identifiers.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import { belongingByName, belongingByText, type Belonging } from '../exchange/adopt/belonging.ts'
import type { ForeignDocument } from '../exchange/foreign.ts'

/** An article that a document may be about, and why. */
export interface Candidate {
  readonly article: ArticleId
  readonly belonging: Belonging
}

/** What is asked of the library. */
export interface LibraryToSearch {
  readonly articles: readonly ArticleId[]
  /** `null` for an article that cannot be read. */
  read(id: ArticleId): Promise<ArticleRecords | null>
}

/**
 * The articles that each document may be about, the likeliest first: by hash and address, and where these tell nothing by what
 * stands in their texts. Reads the library once, article by article; stops when the signal says so.
 */
export async function findBelongings(
  documents: readonly ForeignDocument[],
  library: LibraryToSearch,
  signal: AbortSignal,
): Promise<readonly (readonly Candidate[])[]> {
  const named = documents.map((): Candidate[] => [])
  const alike = documents.map((): Candidate[] => [])
  const belongings = documents.length <= MOST_COMPARED ? documents.map(belongingByText) : []
  for (const id of library.articles) {
    if (signal.aborted) break
    const records = await library.read(id)
    if (!records) continue
    const { article, revisions } = records
    const known = { sourceUrl: article.sourceUrl, hashes: revisions.map(({ hash }) => hash) }
    const texts = belongings.length > 0 ? revisions.map(({ content }) => articleText(content)) : []
    documents.forEach((document, at) => {
      const belonging = belongingByName(document, known)
      if (belonging) named[at]!.push({ article: id, belonging })
      else
        alike[at]!.push(
          ...bestOf(
            id,
            texts.map(text => belongings[at]!(text)),
          ),
        )
    })
  }
  return documents.map((_, at) => [...named[at]!, ...alike[at]!].sort(byLikelihood).slice(0, MOST_CANDIDATES))
}

const MOST_COMPARED = 20 // documents; of a data set with thousands each text is its own
const MOST_CANDIDATES = 5

function bestOf(article: ArticleId, ofTexts: readonly (Belonging | null)[]): readonly Candidate[] {
  const found = ofTexts.filter(belonging => belonging !== null)
  const [best] = found.sort((a, b) => likelihood(b) - likelihood(a))
  return best ? [{ article, belonging: best }] : []
}

function byLikelihood(a: Candidate, b: Candidate): number {
  return likelihood(b.belonging) - likelihood(a.belonging)
}

function likelihood(belonging: Belonging): number {
  return belonging.kind === 'same-text' ? 3 : belonging.kind === 'same-address' ? 2 : belonging.share
}
