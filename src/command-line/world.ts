import type { Timestamp } from '../domain/identifiers.ts'
import type { Result } from '../domain/result.ts'

/** What the commands touch of the machine; tests bring their own. A file called `-` is standard input or output. */
export interface World {
  /** Fails with what the machine says. */
  read(name: string): Promise<Result<Uint8Array<ArrayBuffer>, string>>
  /** Writes the whole file or leaves what was there; fails with what the machine says. */
  write(name: string, content: string | Uint8Array): Promise<Result<null, string>>
  /** A line on standard output. */
  print(line: string): void
  /** A line on standard error. */
  say(line: string): void
  /** When texts that come without a time are taken in. */
  readonly now: Timestamp
}

/** 0: fine, 1: a problem in a file, 2: wrong use. */
export type ExitCode = 0 | 1 | 2

/** What stopped a command: a sentence, and whose doing it is. */
export interface Stop {
  readonly code: 1 | 2
  readonly sentence: string
}

/** A problem in a file. */
export function inFile(sentence: string): { readonly ok: false; readonly problem: Stop } {
  return { ok: false, problem: { code: 1, sentence } }
}

/** Wrong use. */
export function misused(sentence: string): { readonly ok: false; readonly problem: Stop } {
  return { ok: false, problem: { code: 2, sentence } }
}
