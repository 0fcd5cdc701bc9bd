import type { ForeignAnnotation, ForeignDocument, ForeignFile, SkippedItem } from './foreign.ts'

/** An annotation with the address of the text that it is about; empty strings stand for what is not known of the text. */
export interface AddressedAnnotation {
  readonly annotation: ForeignAnnotation
  readonly document: Pick<ForeignDocument, 'title' | 'sourceUrl' | 'textHash' | 'language'>
}

/**
 * Annotations by the texts that they are about, each text where it first comes. Of two that say the same under one key the
 * first stays; the other is among what was skipped.
 */
export function inDocuments(annotations: readonly AddressedAnnotation[], skipped: readonly SkippedItem[]): ForeignFile {
  const documents = new Map<string, AddressedAnnotation[]>()
  const keys = new Set<string>()
  const repeated: SkippedItem[] = []
  for (const addressed of annotations) {
    const { key, place } = addressed.annotation
    if (keys.has(key)) {
      repeated.push({ place, reason: { kind: 'repeated' } })
      continue
    }
    keys.add(key)
    const { sourceUrl, textHash } = addressed.document
    const address = JSON.stringify([sourceUrl, textHash])
    const known = documents.get(address)
    if (known) known.push(addressed)
    else documents.set(address, [addressed])
  }
  return { documents: Array.from(documents.values(), documentOf), skipped: [...skipped, ...repeated] }
}

function documentOf(addressed: readonly AddressedAnnotation[]): ForeignDocument {
  const known = (part: 'title' | 'language') =>
    addressed.map(({ document }) => document[part]).find(text => text !== '') ?? ''
  return {
    text: null,
    title: known('title'),
    sourceUrl: addressed[0]?.document.sourceUrl ?? '',
    language: known('language'),
    textHash: addressed[0]?.document.textHash ?? '',
    annotations: addressed.map(({ annotation }) => annotation),
  }
}
