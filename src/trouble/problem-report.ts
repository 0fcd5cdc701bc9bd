import type { ProblemEntry } from './problem-log.ts'

/** What a problem report says. Numbers and names of kinds only: never a word of an article, an annotation or a person. */
export interface ReportFacts {
  readonly program: string
  readonly browser: string
  readonly window: string
  readonly language: string
  readonly saving: string
  readonly database: string
  readonly storage: string
  readonly offline: string
  readonly page: string
}

/** A plain text that a person can read through and send. Times are UTC. */
export function problemReport(facts: ReportFacts, entries: readonly ProblemEntry[], now: number): string {
  const lines = Object.entries(facts).map(([name, fact]) => `${name}: ${fact}`)
  const problems = entries.flatMap(({ at, where, what, frames }) => [
    `- ${isoTime(at)} ${where}: ${what}`,
    ...frames.map(frame => `    ${frame}`),
  ])
  return [
    'Factmark problem report',
    `written: ${isoTime(now)}`,
    ...lines,
    problems.length > 0 ? 'problems, the latest last:' : 'problems: none noticed since this page was opened',
    ...problems,
    '',
  ].join('\n')
}

function isoTime(at: number): string {
  return new Date(at).toISOString()
}
