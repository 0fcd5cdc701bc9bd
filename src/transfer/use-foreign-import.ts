import { useEffect, useMemo, useState } from 'react'
import { articleText, textBlocks } from '../domain/article-text.ts'
import type { ArticleId } from '../domain/identifiers.ts'
import type { ArticleRecords } from '../domain/merge.ts'
import type { Reviewer } from '../domain/reviewer.ts'
import { adopt, type Adoption, type AdoptionTarget } from '../exchange/adopt/adopt.ts'
import { articleOfText } from '../exchange/adopt/article-of-text.ts'
import type { LabelMapping } from '../exchange/adopt/label-mapping.ts'
import type { PlacedAnnotation } from '../exchange/adopt/place-foreign.ts'
import type { ForeignDocument } from '../exchange/foreign.ts'
import { detectLanguage } from '../intake/detect-language.ts'
import type { ImportPreview, ReviewState } from '../store/review-state.ts'
import { useReviewStore } from '../store/use-review.ts'
import { placeInWorker } from '../workers/import-client.ts'
import { findBelongings, type Candidate } from './find-belongings.ts'

/** Where the annotations of a document go: an article of the library, a new one of the document's own text, or nowhere. */
export type Destination =
  | { readonly kind: 'article'; readonly article: ArticleId }
  | { readonly kind: 'new' }
  | { readonly kind: 'nowhere' }

/** The articles that each document may be about; `null` while the library is searched. */
export function useBelongings(documents: readonly ForeignDocument[]): readonly (readonly Candidate[])[] | null {
  const store = useReviewStore()
  const [found, setFound] = useState<readonly (readonly Candidate[])[] | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const { shelf } = store.getState()
    const articles = Object.values(shelf)
      .filter(({ binned }) => !binned)
      .map(({ article }) => article)
    void findBelongings(documents, { articles, read: id => readArticle(store.getState(), id) }, stop.signal).then(
      belongings => stop.signal.aborted || setFound(belongings),
    )
    return () => stop.abort()
  }, [documents, store])
  return found
}

/** Where each document goes unless the person says otherwise: to the likeliest article, else to one of its own. */
export function probableDestinations(
  documents: readonly ForeignDocument[],
  belongings: readonly (readonly Candidate[])[],
): readonly Destination[] {
  return documents.map(({ text }, at) => {
    const [likeliest] = belongings[at] ?? []
    if (likeliest) return { kind: 'article', article: likeliest.article }
    return { kind: text === null ? 'nowhere' : 'new' }
  })
}

/** Documents of which the statements were found, or the share of the work that is done. */
export type Placing =
  | { readonly kind: 'placing'; readonly share: number }
  | { readonly kind: 'placed'; readonly placed: readonly PlacedDocument[] }
  | { readonly kind: 'failed' }

/** A document's annotations in the article that they go to. */
export interface PlacedDocument {
  readonly target: AdoptionTarget
  readonly placed: readonly PlacedAnnotation[]
}

/** Finds the statements of all documents where they go, anew whenever that changes. */
export function usePlacing(
  documents: readonly ForeignDocument[],
  destinations: readonly Destination[] | null,
): Placing {
  const store = useReviewStore()
  const [state, setState] = useState<{ of: readonly Destination[]; placing: Placing } | null>(null)
  useEffect(() => {
    if (!destinations) return
    const stop = new AbortController()
    const tell = (placing: Placing) => stop.signal.aborted || setState({ of: destinations, placing })
    void placeAll(documents, destinations, {
      targetOf: (document, destination) => targetOf(store.getState(), document, destination),
      onProgress: share => tell({ kind: 'placing', share }),
      signal: stop.signal,
    }).then(placed => tell(placed ? { kind: 'placed', placed } : { kind: 'failed' }))
    return () => stop.abort()
  }, [documents, destinations, store])
  return state && state.of === destinations ? state.placing : { kind: 'placing', share: 0 }
}

interface PlaceOptions {
  targetOf(document: ForeignDocument, destination: Destination): Promise<AdoptionTarget | null>
  onProgress(share: number): void
  readonly signal: AbortSignal
}

async function placeAll(
  documents: readonly ForeignDocument[],
  destinations: readonly Destination[],
  { targetOf: find, onProgress, signal }: PlaceOptions,
): Promise<readonly PlacedDocument[] | null> {
  const all: PlacedDocument[] = []
  for (const [at, document] of documents.entries()) {
    const target = await find(document, destinations[at]!)
    if (!target) continue
    const { content } = target.revision
    const to = { text: articleText(content), blocks: textBlocks(content), language: target.article.language }
    const outcome = await placeInWorker(document, to, {
      signal,
      onProgress: share => onProgress((at + share) / documents.length),
    })
    if (!outcome.ok) return null
    all.push({ target, placed: outcome.value })
  }
  return all
}

async function targetOf(
  state: ReviewState,
  document: ForeignDocument,
  destination: Destination,
): Promise<AdoptionTarget | null> {
  if (destination.kind === 'nowhere') return null
  if (destination.kind === 'new') {
    if (document.text === null) return null
    const about = { language: document.language || detectLanguage(document.text), captured: new Date().toISOString() }
    return articleOfText({ ...document, text: document.text }, about)
  }
  const records = await readArticle(state, destination.article)
  const open = state.shelf[destination.article]?.revision
  const revision = records?.revisions.find(({ hash }) => hash === open) ?? records?.revisions[0]
  return records && revision ? { article: records.article, revision } : null
}

async function readArticle(state: ReviewState, id: ArticleId): Promise<ArticleRecords | null> {
  const outcome = await state.readForImport(id)
  return outcome.ok ? outcome.value : null
}

/** The records that come of placed documents, one entry for each article: several documents may go to the same. */
export function useAdoptions(
  placing: Placing,
  mapping: LabelMapping,
  reviewers: readonly Reviewer[],
): readonly Adoption[] | null {
  return useMemo(() => {
    if (placing.kind !== 'placed') return null
    const byArticle = new Map<ArticleId, PlacedDocument>()
    for (const { target, placed } of placing.placed) {
      const known = byArticle.get(target.article.id)
      byArticle.set(target.article.id, {
        target: known?.target ?? target,
        placed: [...(known?.placed ?? []), ...placed],
      })
    }
    return [...byArticle.values()].map(({ target, placed }) => adopt(placed, target, { mapping, reviewers }))
  }, [placing, mapping, reviewers])
}

/** What importing these records would do, one preview for each article; `null` while it is worked out, or when it cannot be. */
export function usePreviews(adoptions: readonly Adoption[] | null): readonly ImportPreview[] | null {
  const store = useReviewStore()
  const [state, setState] = useState<{ of: readonly Adoption[]; previews: readonly ImportPreview[] } | null>(null)
  useEffect(() => {
    if (!adoptions) return
    let isWanted = true
    void previewAll(store.getState(), adoptions).then(previews => {
      if (isWanted) setState({ of: adoptions, previews })
    })
    return () => {
      isWanted = false
    }
  }, [adoptions, store])
  return state && state.of === adoptions ? state.previews : null
}

async function previewAll(state: ReviewState, adoptions: readonly Adoption[]): Promise<readonly ImportPreview[]> {
  const previews: ImportPreview[] = []
  for (const { records } of adoptions) {
    const preview = await state.previewImport(records)
    if (preview.ok) previews.push(preview.value)
  }
  return previews
}
