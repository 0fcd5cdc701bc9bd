import type { AnnotationContent, Evidence } from './annotation.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Verdict } from './verdict.ts'

/** A text of an annotation, by the name under which people know it. */
export type TextField = 'quote' | 'rationale' | 'claimText' | 'claimant' | 'claimDate'

/** One field of a piece of evidence that says something else. */
export interface EvidenceFieldChange {
  readonly field: keyof Evidence
  readonly before: string
  readonly after: string
}

/** One way in which two contents of an annotation differ. Evidence is counted from 1, removed one by where it stood before. */
export type ContentChange =
  | { readonly kind: 'verdict'; readonly before: Verdict; readonly after: Verdict }
  | { readonly kind: 'text'; readonly field: TextField; readonly before: string; readonly after: string }
  | { readonly kind: 'tags'; readonly removed: readonly string[]; readonly added: readonly string[] }
  | { readonly kind: 'evidence-added' | 'evidence-removed'; readonly number: number; readonly evidence: Evidence }
  | { readonly kind: 'evidence-changed'; readonly number: number; readonly fields: readonly EvidenceFieldChange[] }
  /** The same words, at another place of the text or in another revision. */
  | { readonly kind: 'place' }

/**
 * How two contents differ, field by field in the order of a card. Empty exactly when they say the same; the time of
 * creation is no part of what they say.
 */
export function contentChanges(before: AnnotationContent, after: AnnotationContent): readonly ContentChange[] {
  return [
    ...textChange('quote', before.selector.quote.exact, after.selector.quote.exact),
    ...placeChange(before, after),
    ...verdictChange(before.verdict, after.verdict),
    ...textChange('rationale', before.rationale, after.rationale),
    ...textChange('claimText', before.claim.text, after.claim.text),
    ...textChange('claimant', before.claim.claimant, after.claim.claimant),
    ...textChange('claimDate', before.claim.date, after.claim.date),
    ...evidenceChanges(before.evidence, after.evidence),
    ...tagsChange(before.tags, after.tags),
  ]
}

/** Whether two contents say the same. */
export function saysTheSame(a: AnnotationContent, b: AnnotationContent): boolean {
  return canonicalJson({ ...a, created: '' }) === canonicalJson({ ...b, created: '' })
}

function textChange(field: TextField, before: string, after: string): readonly ContentChange[] {
  return before === after ? [] : [{ kind: 'text', field, before, after }]
}

function verdictChange(before: Verdict, after: Verdict): readonly ContentChange[] {
  return before === after ? [] : [{ kind: 'verdict', before, after }]
}

function placeChange(before: AnnotationContent, after: AnnotationContent): readonly ContentChange[] {
  const placeOf = ({ revision, selector: { quote, position } }: AnnotationContent) =>
    canonicalJson([revision, quote.prefix, quote.suffix, position])
  const isSameQuote = before.selector.quote.exact === after.selector.quote.exact
  // Where the words differ, so does nearly always their place: that is not told twice.
  return isSameQuote && placeOf(before) !== placeOf(after) ? [{ kind: 'place' }] : []
}

function tagsChange(before: readonly string[], after: readonly string[]): readonly ContentChange[] {
  if (canonicalJson(before) === canonicalJson(after)) return []
  return [{ kind: 'tags', removed: beyond(before, after), added: beyond(after, before) }]
}

/** What of the first list the second has not, counting what it has several times. */
function beyond(items: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return items.filter(item => {
    const at = left.indexOf(item)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Evidence has no name of its own: what is alike from both ends is the same piece, what is between is paired in order. */
function evidenceChanges(before: readonly Evidence[], after: readonly Evidence[]): readonly ContentChange[] {
  const start = commonStart(before, after)
  const end = commonStart(before.slice(start).reverse(), after.slice(start).reverse())
  const old = before.slice(start, before.length - end)
  const young = after.slice(start, after.length - end)
  return Array.from({ length: Math.max(old.length, young.length) }, (_, index): ContentChange | null => {
    const [from, to, number] = [old[index], young[index], start + index + 1]
    if (from && to) {
      const fields = evidenceFields(from, to)
      return fields.length === 0 ? null : { kind: 'evidence-changed', number, fields }
    }
    return from
      ? { kind: 'evidence-removed', number, evidence: from }
      : { kind: 'evidence-added', number, evidence: to! }
  }).filter(change => change !== null)
}

function commonStart(a: readonly Evidence[], b: readonly Evidence[]): number {
  const different = a.findIndex((one, index) => {
    const other = b[index]
    return !other || canonicalJson(one) !== canonicalJson(other)
  })
  return different < 0 ? Math.min(a.length, b.length) : different
}

function evidenceFields(before: Evidence, after: Evidence): readonly EvidenceFieldChange[] {
  return EVIDENCE_FIELDS.filter(field => before[field] !== after[field]).map(field => ({
    field,
    before: before[field],
    after: after[field],
  }))
}

/** The fields of evidence in the order in which a card has them. */
export const EVIDENCE_FIELDS: readonly (keyof Evidence)[] = [
  'question',
  'url',
  'title',
  'publisher',
  'excerpt',
  'stance',
  'kind',
  'published',
  'accessed',
  'archivedUrl',
]
