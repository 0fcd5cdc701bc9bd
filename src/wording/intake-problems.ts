import type { IntakeProblem } from '../domain/intake-problem.ts'

/** One sentence that says why a text or a file could not become an article, and what to do. */
export function describeIntakeProblem(problem: IntakeProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'There is no text here: an article needs at least a title line.'
    case 'binary':
      return 'This is not a text: save the article as plain text (.txt) and open that.'
    case 'not-utf8':
      return 'The characters of this file cannot be read: save it as UTF-8 text and open it again.'
    case 'too-long':
      return `This text is longer than the ${inWords(problem.limit)} characters that one article can hold: split it.`
    case 'too-large':
      return `This file is larger than the ${inWords(problem.limit / BYTES_PER_MEGABYTE)} MB that one article can hold: split it.`
  }
}

const BYTES_PER_MEGABYTE = 1_000_000

function inWords(count: number): string {
  return count.toLocaleString('en', { maximumFractionDigits: 1 })
}
