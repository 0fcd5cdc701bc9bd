import type { Evidence } from '../../domain/annotation.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import type { ReportStatement } from './placed-statements.ts'

/** A source as a report counts it, from 1 in the order in which it is first cited. */
export interface ReportSource {
  readonly number: number
  readonly source: Evidence
  /** Statements that cite it, in their order. */
  readonly citedIn: readonly ReportStatement[]
}

/** The sources of all statements, each once however often and with whatever excerpt it is cited. */
export function reportSources(statements: readonly ReportStatement[]): readonly ReportSource[] {
  const sources = new Map<string, { number: number; source: Evidence; citedIn: Set<ReportStatement> }>()
  for (const statement of statements) {
    for (const evidence of statement.shown.content.evidence) {
      const key = sourceKey(evidence)
      const known = sources.get(key)
      if (known) known.citedIn.add(statement)
      else sources.set(key, { number: sources.size + 1, source: evidence, citedIn: new Set([statement]) })
    }
  }
  return [...sources.values()].map(({ citedIn, ...source }) => ({ ...source, citedIn: [...citedIn] }))
}

/** Equal for what is the same source. */
export function sourceKey({ url, title, publisher, published, archivedUrl }: Evidence): string {
  return canonicalJson([url, title, publisher, published, archivedUrl])
}
