import { describeSelector } from '../../src/anchoring/describe-selector.ts'
import { reanchor } from '../../src/anchoring/reanchor.ts'
import type { Span } from '../../src/domain/selector.ts'
import type { GeneratedEdit } from './generated-edit.ts'
import { findLikeHypothesis } from './hypothesis-method.ts'

/** Statements on which the other method is measured: it needs milliseconds for each. */
export const SAMPLE = 200

/** How Factmark places the statements of an edited article: seconds of processor, and what share it placed how. */
export function measured(edit: GeneratedEdit) {
  const start = process.cpuUsage()
  const wallStart = performance.now()
  const states = reanchor(edit)
  const wall = performance.now() - wallStart
  const { user, system } = process.cpuUsage(start)
  return {
    seconds: rounded((user + system) / 1e6),
    'by the clock': rounded(wall / 1000),
    ...sharesOf(
      edit,
      states.map(state => ('place' in state ? state.place : state.kind === 'ambiguous' ? 'ambiguous' : null)),
    ),
  }
}

/** The same of Hypothesis' method, measured on a sample and multiplied. */
export function measuredOther(edit: GeneratedEdit) {
  const step = Math.floor(edit.spans.length / SAMPLE)
  const isSampled = (_: unknown, index: number) => index % step === 0 && index < step * SAMPLE
  const sample = { ...edit, spans: edit.spans.filter(isSampled), places: edit.places.filter(isSampled) }
  const start = process.cpuUsage()
  const wallStart = performance.now()
  const found = sample.spans.map(span => findLikeHypothesis(edit.to.text, describeSelector(edit.from.text, span)))
  const wall = performance.now() - wallStart
  const { user, system } = process.cpuUsage(start)
  return {
    seconds: rounded(((user + system) / 1e6) * step),
    'by the clock': rounded((wall / 1000) * step),
    ...sharesOf(sample, found),
  }
}

function sharesOf({ places }: GeneratedEdit, found: readonly (Span | 'ambiguous' | null)[]) {
  const findable = places.filter(place => place !== null).length
  const count = (holds: (truth: Span | null, answer: Span | 'ambiguous' | null) => boolean) =>
    places.filter((truth, index) => holds(truth, found[index] ?? null)).length
  const percent = (part: number, whole: number) => `${rounded((100 * part) / whole)} %`
  const isPlace = (answer: Span | 'ambiguous' | null): answer is Span => answer !== null && answer !== 'ambiguous'
  return {
    right: percent(
      count(
        (truth, answer) => truth !== null && isPlace(answer) && answer.from === truth.from && answer.to === truth.to,
      ),
      findable,
    ),
    wrong: percent(
      count(
        (truth, answer) => truth !== null && isPlace(answer) && (answer.from !== truth.from || answer.to !== truth.to),
      ),
      findable,
    ),
    ambiguous: percent(
      count((truth, answer) => truth !== null && answer === 'ambiguous'),
      findable,
    ),
    orphaned: percent(
      count((truth, answer) => truth !== null && answer === null),
      findable,
    ),
    'deleted, attached': `${count((truth, answer) => truth === null && isPlace(answer))} of ${places.length - findable}`,
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
