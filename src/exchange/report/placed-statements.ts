import { resolveSelector } from '../../anchoring/resolve-selector.ts'
import type { ChangeState } from '../../domain/change-state.ts'
import type { TextHash } from '../../domain/identifiers.ts'
import type { Span } from '../../domain/selector.ts'
import type { ShownAnnotation } from '../shown-annotations.ts'

/** A statement as a report counts it, from 1 in the order of the text. */
export interface ReportStatement {
  readonly number: number
  readonly shown: ShownAnnotation
  /** Where it stands in the text of the report, in UTF-16 offsets; `null` where that is not beyond doubt. */
  readonly place: Span | null
}

/** All statements, those of the text in its order first, then those that have no place in it. */
export function placedStatements(
  shown: readonly ShownAnnotation[],
  { hash, text }: { readonly hash: TextHash; readonly text: string },
): readonly ReportStatement[] {
  const all = shown.map(annotation => ({
    shown: annotation,
    place: within(text, annotation.content.revision === hash ? own(text, annotation) : found(annotation.change)),
  }))
  return all.sort((a, b) => byPlace(a.place, b.place)).map((statement, index) => ({ number: index + 1, ...statement }))
}

function own(text: string, { content }: ShownAnnotation): Span | null {
  const anchor = resolveSelector(text, content.selector)
  return anchor.kind === 'anchored' ? { from: anchor.from, to: anchor.to } : null
}

function found(change: ChangeState | null): Span | null {
  return change && 'place' in change ? change.place : null
}

function within({ length }: string, place: Span | null): Span | null {
  return place && place.from < place.to && place.to <= length ? place : null
}

/** Sorting is stable: what has no place stays in the order of its own text. */
function byPlace(a: Span | null, b: Span | null): number {
  if (!a || !b) return Number(a === null) - Number(b === null)
  return a.from - b.from || a.to - b.to
}
