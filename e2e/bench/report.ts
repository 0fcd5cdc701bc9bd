import { cpus, platform, release, totalmem } from 'node:os'
import { median, rounded } from './numbers.ts'

/** What was measured several times. */
export interface Sample {
  readonly values: readonly number[]
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | 'times' | '%' | 'frames/s' | ''
}

/** One line of the table. */
export interface Line {
  readonly what: string
  readonly app: Sample | string
  /** What it is compared with in the same run. */
  readonly other?: { readonly name: string; readonly sample: Sample }
  /** How often the other one fits into it; worked out from the medians when it is missing. */
  readonly ratio?: number
  readonly goal: string
  /** `null` where no goal is set. */
  readonly isMet: boolean | null
  readonly note?: string
}

/** Some lines that were measured together, or why they could not be. */
export interface Part {
  readonly title: string
  readonly lines: readonly Line[]
  readonly failure?: string
}

/** A sample of milliseconds. */
export function ms(...values: readonly number[]): Sample {
  return { values, unit: 'ms' }
}

/** A line whose goal is a highest ratio to something that was measured beside it. */
export function against(
  what: string,
  app: Sample,
  other: { readonly name: string; readonly sample: Sample },
  most: number,
  note?: string,
): Line {
  const ratio = median(app.values) / median(other.sample.values)
  return {
    ...{ what, app, other, ratio, goal: `≤ ${most} × ${other.name}`, isMet: ratio <= most },
    ...(note !== undefined && { note }),
  }
}

/** A line whose goal is a highest value. */
export function atMost(what: string, app: Sample, most: number, note?: string): Line {
  const isMet = median(app.values) <= most
  return { what, app, goal: `≤ ${most} ${app.unit}`.trim(), isMet, ...(note !== undefined && { note }) }
}

/** A line whose goal is a lowest value. */
export function atLeast(what: string, app: Sample, least: number, note?: string): Line {
  const isMet = median(app.values) >= least
  return { what, app, goal: `≥ ${least} ${app.unit}`.trim(), isMet, ...(note !== undefined && { note }) }
}

/** A line that is told for its own sake. */
export function told(what: string, app: Sample, other?: Line['other'], note?: string): Line {
  return { what, app, ...(other && { other }), goal: '–', isMet: null, ...(note !== undefined && { note }) }
}

/** The whole table in Markdown. */
export function reportOf(
  parts: readonly Part[],
  about: { readonly browser: string; readonly minutes: number },
): string {
  const lines = parts.flatMap(({ lines }) => lines)
  const met = lines.filter(({ isMet }) => isMet === true).length
  const missed = lines.filter(({ isMet }) => isMet === false).length
  return [
    ...machine(about),
    `${met} goals met, ${missed} not met.`,
    '',
    '| | Factmark | beside it | ratio | goal | |',
    '|---|---|---|---|---|---|',
    ...parts.flatMap(rowsOf),
    '',
  ].join('\n')
}

function machine({ browser, minutes }: { readonly browser: string; readonly minutes: number }): readonly string[] {
  const [processor] = cpus()
  return [
    `Measured in one run of ${rounded(minutes)} minutes, in ${browser} without a window, on ${cpus().length} cores ` +
      `(${processor?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}, Node ${process.version}. ` +
      'Medians, in brackets the lowest and the highest; absolute times vary by machine, ratios are of the same run.',
    '',
  ]
}

function rowsOf({ title, lines, failure }: Part): readonly string[] {
  return [
    `| **${title}** | | | | | |`,
    ...lines.map(({ what, app, other, ratio, goal, isMet, note }) => {
      const shown =
        ratio ?? (other && typeof app !== 'string' ? median(app.values) / median(other.sample.values) : null)
      return `| ${[
        note === undefined ? what : `${what} (${note})`,
        typeof app === 'string' ? app : written(app),
        other ? `${other.name}: ${written(other.sample)}` : '',
        shown === null ? '' : `${rounded(shown)} ×`,
        goal,
        isMet === null ? '' : isMet ? 'met' : '**not met**',
      ].join(' | ')} |`
    }),
    ...(failure === undefined
      ? []
      : [`| not measured: ${failure.replaceAll(/\s+/g, ' ').replaceAll('|', '/')} | | | | | |`]),
  ]
}

function written({ values, unit }: Sample): string {
  const middle = `${rounded(median(values))} ${unit}`.trim()
  if (values.length < 2) return middle
  return `${middle} (${rounded(Math.min(...values))} to ${rounded(Math.max(...values))})`
}
