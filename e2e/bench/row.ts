import type { Profile } from './app/browser.ts'
import type { BenchHost } from './bench-host.ts'
import type { MadeArticle, SIZES } from './made-article.ts'
import type { Line } from './report.ts'

/** Something that is measured together. */
export interface Row {
  readonly id: string
  readonly title: string
  /** Seconds after which it is given up. */
  readonly limit: number
  /** Hands out each line as soon as it is measured, so that what comes after it can fail alone. */
  measure(bench: Bench, tell: (line: Line) => void): Promise<void>
}

/** What rows are measured with. */
export interface Bench {
  readonly host: BenchHost
  readonly articles: Readonly<Record<keyof typeof SIZES, MadeArticle>>
  /** How often what is quick is measured, and what is slow. */
  readonly rounds: { readonly quick: number; readonly slow: number }
  readonly isQuick: boolean
  /** A browser with the three articles in its library; closed after the row. */
  openFilled(): Promise<Profile>
  openEmpty(): Promise<Profile>
  /** Where the built app lies, and the project. */
  readonly folders: BenchFolders
}

/** Where everything lies. */
export interface BenchFolders {
  readonly project: string
  readonly app: string
  readonly pages: string
}
