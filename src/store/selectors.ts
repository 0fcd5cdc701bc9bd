import { searchText, textSearcher } from '../anchoring/search-text.ts'
import type { Filter, Tally } from '../domain/library.ts'
import type { Span } from '../domain/selector.ts'
import type { RemovedAnnotation } from '../domain/shown-annotation.ts'
import { withheldEvidence, type WithheldEvidence } from '../domain/withheld.ts'
import { withheldOf, type OpenArticle, type PlacedAnnotation } from './open-article.ts'
import { countVerdicts, NO_SHARES, reviewedIn, staleAmong, verdictShares } from './tally.ts'
import { EMPTY_STACKS, type UndoStacks } from './undo.ts'
import type { ReviewState } from './review-state.ts'

const NO_ANNOTATIONS: readonly PlacedAnnotation[] = []

/** What counts beside the text are made of. */
export type OfArticle = Pick<ReviewState, 'open' | 'settings'>

/** The annotations of the open article that the filter lets through, in text order. */
export const shownAnnotations = memoized(
  (state: ReviewState) => [state.open?.annotations, state.open?.withheld, state.filter] as const,
  (annotations, withheld, filter) =>
    annotations && withheld ? [...annotations.values()].filter(passes(filter, withheld)) : NO_ANNOTATIONS,
)

/** The annotations that several versions stand for that did not know each other, in text order. */
export const conflicting = memoized(
  (state: OfArticle) => [state.open?.annotations] as const,
  annotations => [...(annotations?.values() ?? [])].filter(({ conflict }) => conflict),
)

/** The annotations whose verdicts were given on other words than the open text has, in text order. */
export const stale = memoized(
  (state: ReviewState) => [state.open?.annotations] as const,
  annotations => staleAmong(annotations?.values() ?? []),
)

/** The deleted annotations of the open article: in the order of their statements, those that say nothing any more last. */
export const removedHere = memoized(
  (state: ReviewState) => [state.open?.removed] as const,
  removed => [...(removed?.values() ?? [])].sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1)),
)

function startOf({ last }: RemovedAnnotation): number {
  return last?.content.selector.position.start ?? Number.MAX_SAFE_INTEGER
}

/** The articles in the bin, the last one put there first. */
export const binnedArticles = memoized(
  (state: ReviewState) => [state.shelf] as const,
  shelf =>
    Object.values(shelf)
      .filter(({ binned }) => binned)
      .sort((a, b) => (b.binnedAt ?? '').localeCompare(a.binnedAt ?? '') || a.name.localeCompare(b.name)),
)

/** The deleted annotations in the bin by their article, but for those that are in the bin with it. Articles by name, statements in text order. */
export const binnedAnnotations = memoized(
  (state: ReviewState) => [state.bin, state.shelf] as const,
  (bin, shelf) =>
    Object.values(shelf)
      .filter(({ binned }) => !binned)
      .map(entry => ({
        entry,
        annotations: (bin ?? [])
          .filter(({ article }) => article === entry.article)
          .sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1)),
      }))
      .filter(({ annotations }) => annotations.length > 0)
      .sort((a, b) => a.entry.name.localeCompare(b.entry.name)),
)

/** For each segment whether the local reviewer has reviewed it. */
export const reviewedFlags = memoized(placesOf, (segments, annotations, marks, reviewer) =>
  segments && annotations && marks ? reviewedIn({ segments, annotations, marks }, reviewer) : [],
)

/** How many annotations carry each verdict, all reviewers together. */
export const verdictCounts = memoized(
  (state: ReviewState) => [state.open?.annotations] as const,
  annotations => countVerdicts(annotations?.values() ?? []),
)

/** Tags in use with how many annotations carry them, the most frequent first. */
export const tagCounts = memoized(
  (state: OfArticle) => [state.open?.annotations] as const,
  annotations => countsOf([...(annotations?.values() ?? [])].flatMap(({ content }) => content.tags)),
)

/** The reviewers whose annotations stand in the article, with how many, the most frequent first. */
export const reviewerCounts = memoized(
  (state: OfArticle) => [state.open?.annotations] as const,
  annotations => countsOf([...(annotations?.values() ?? [])].map(({ reviewer }) => reviewer)),
)

/** Where the searched words stand in the article, in UTF-16 offsets. */
export const searchHits = memoized(
  (state: ReviewState) => [state.open?.text, state.filter.words] as const,
  (text, words): readonly Span[] => (text === undefined ? [] : searchText(text, words)),
)

/** How many of the article's segments the local reviewer has reviewed. */
export const progress = memoized(
  (state: ReviewState) => [reviewedFlags(state)] as const,
  flags => ({
    reviewed: flags.filter(Boolean).length,
    segments: flags.length,
  }),
)

/** How many segments each verdict of the local reviewer covers first, and how many have nothing to check. */
export const ownVerdictShares = memoized(
  (state: OfArticle) =>
    [state.open?.segments, state.open?.annotations, reviewedFlags(state), state.settings.reviewer] as const,
  (segments, annotations, flags, reviewer) =>
    segments && annotations ? verdictShares({ segments, annotations }, flags, reviewer) : NO_SHARES,
)

/** The undo stacks of the open article. */
export function currentStacks({ open, stacks }: ReviewState): UndoStacks {
  return (open && stacks[open.article.id]) ?? EMPTY_STACKS
}

/** What the library shall say of the open article without reading its annotations. */
export function currentTally(state: ReviewState): Tally | null {
  if (!state.open) return null
  return {
    article: state.open.article.id,
    ...progress(state),
    verdicts: verdictCounts(state),
    stale: stale(state).length,
  }
}

// Not the open article itself: that is another object whenever its session is.
function placesOf({ open, settings }: OfArticle) {
  return [open?.segments, open?.annotations, open?.marks, settings.reviewer] as const
}

function passes(
  { verdicts, reviewers, tags, words }: Filter,
  withheld: OpenArticle['withheld'],
): (annotation: PlacedAnnotation) => boolean {
  const holds = textSearcher(words)
  const isSearching = words.trim() !== ''
  return ({ id, content, reviewer }) =>
    (verdicts.length === 0 || verdicts.includes(content.verdict)) &&
    (reviewers.length === 0 || reviewers.includes(reviewer)) &&
    (tags.length === 0 || tags.some(tag => content.tags.includes(tag))) &&
    (!isSearching || searchableTexts(content, withheldEvidence(withheldOf({ withheld }, id))).some(holds))
}

function searchableTexts(
  content: PlacedAnnotation['content'],
  withheld: readonly WithheldEvidence[],
): readonly string[] {
  const { selector, rationale, claim, tags, evidence } = content
  const all = [...evidence, ...withheld.map(one => one.content)]
  const sources = all.flatMap(({ question, url, title, publisher, excerpt }) => [
    question,
    url,
    title,
    publisher,
    excerpt,
  ])
  return [selector.quote.exact, rationale, claim.text, claim.claimant, ...tags, ...sources]
}

function countsOf(items: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts.entries()].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
}

/**
 * Computes again only when one of the inputs is another object, so that components compare by identity. Within an event the
 * last two answers are known: a change is worked out, and handed over to be saved, while the page still asks for what it
 * shows. Later there is only one, so that a closed article is let go.
 */
function memoized<State, Inputs extends unknown[], Output>(
  inputsOf: (state: State) => readonly [...Inputs],
  compute: (...inputs: Inputs) => Output,
): (state: State) => Output {
  interface Answer {
    readonly inputs: readonly [...Inputs]
    readonly output: Output
  }
  let last: Answer | undefined
  let before: Answer | undefined
  return state => {
    const inputs = inputsOf(state)
    const answers = (known: Answer | undefined) =>
      known?.inputs.every((input, index) => Object.is(input, inputs[index]))
    if (answers(last)) return last!.output
    const again = answers(before) ? before! : { inputs, output: compute(...inputs) }
    before = last
    queueMicrotask(() => (before = undefined))
    last = again
    return again.output
  }
}

/** Whether any filter is set. */
export function isFiltering({ filter }: ReviewState): boolean {
  return filter.verdicts.length + filter.reviewers.length + filter.tags.length > 0 || filter.words.trim() !== ''
}
