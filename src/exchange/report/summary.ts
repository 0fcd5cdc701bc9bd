import type { AnnotationSet } from '../../domain/annotation-set.ts'
import { staleChange } from '../../domain/change-state.ts'
import { byRecord } from '../../domain/merge.ts'
import { VERDICTS, type Verdict } from '../../domain/verdict.ts'
import { shownVersion, type MarkVersion } from '../../domain/version.ts'
import { REPORT_WORDS as words } from '../../wording/report-words.ts'
import { verdictCounts } from '../shown-annotations.ts'
import { markup, type Markup, type Piece } from './markup.ts'
import type { ReportStatement } from './placed-statements.ts'
import { verdictLabel } from './verdict-sign.ts'

interface Summarised {
  readonly set: AnnotationSet
  readonly statements: readonly ReportStatement[]
  /** UTF-16 units of the text. */
  readonly length: number
}

/** How many statements have which verdict and where they stand, in words and in a chart that says the same. */
export function summary({ set, statements, length }: Summarised): Markup {
  const counts = verdictCounts(statements.map(({ shown }) => shown))
  const total = statements.length
  const marks = standingMarks(set)
  const remarks: readonly Piece[] = [
    remark(statements.filter(({ shown, place }) => place && staleChange(shown.change)).length, words.stale),
    remark(statements.filter(({ place }) => !place).length, words.unplaced),
    remark(marks, words.marks),
  ]
  if (total === 0) return markup`<p class="lead">${words.noStatements}</p>${remarks}`
  const rows = VERDICTS.map(
    verdict =>
      markup`<li><span class="count">${counts[verdict]}</span>${verdictLabel(verdict)}<span class="meaning">${words.meanings[verdict]}</span>${strip(statements, verdict, length)}</li>`,
  )
  return markup`<p class="lead">${words.total(counts)}</p>
${proportions(counts, total)}
<ul class="chart">${rows}</ul>
<p class="help">${words.strips}</p>
${remarks}
`
}

function remark(count: number, sentence: (count: number) => string): Piece {
  return count > 0 && markup`<p class="remark">${sentence(count)}</p>`
}

/** One bar in three parts. Each has a pattern of its own; the words beside it say all that it shows. */
function proportions(counts: Readonly<Record<Verdict, number>>, total: number): Markup {
  let from = 0
  const parts = VERDICTS.map(verdict => {
    const share = counts[verdict] / total
    const part = markup`<rect class="part" x="${percent(from)}" width="${percent(share)}" height="100%" data-verdict="${verdict}"/><rect x="${percent(from)}" width="${percent(share)}" height="100%" fill="url(#pattern-${verdict})"/>`
    from += share
    return share > 0 && part
  })
  return markup`<svg class="bar" aria-hidden="true" width="100%" height="16"><defs>
<pattern id="pattern-verified" width="8" height="8" patternUnits="userSpaceOnUse"></pattern>
<pattern id="pattern-disputed" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" class="over" stroke-width="4"/></pattern>
<pattern id="pattern-unverified" width="6" height="8" patternUnits="userSpaceOnUse"><circle cx="3" cy="4" r="1.3" class="dot"/></pattern>
</defs>${parts}</svg>`
}

/** Where in the text the statements of a verdict stand. */
function strip(statements: readonly ReportStatement[], verdict: Verdict, length: number): Markup {
  const marks = statements.map(({ place, shown }) => {
    if (!place || shown.content.verdict !== verdict) return false
    const width = Math.max((place.to - place.from) / length, NARROWEST_MARK)
    return markup`<rect x="${percent(Math.min(place.from / length, 1 - width))}" width="${percent(width)}" height="100%"/>`
  })
  return markup`<svg class="strip" aria-hidden="true" width="100%" height="10" data-verdict="${verdict}">${marks}</svg>`
}

const NARROWEST_MARK = 0.004 // of the width: about two pixels

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

/** How many passages are marked as holding nothing to check. */
function standingMarks({ versions }: AnnotationSet): number {
  const marks = versions.filter((version): version is MarkVersion => version.record === 'mark')
  return [...byRecord(marks).values()].filter(all => shownVersion(all)?.kind === 'content').length
}
