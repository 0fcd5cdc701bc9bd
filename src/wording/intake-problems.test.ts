import { describe, expect, it } from 'vitest'
import type { IntakeProblem } from '../domain/intake-problem.ts'
import { describeIntakeProblem } from './intake-problems.ts'

const PROBLEMS: readonly (readonly [IntakeProblem, tells: RegExp])[] = [
  [{ kind: 'empty' }, /title/],
  [{ kind: 'binary' }, /\.txt/],
  [{ kind: 'not-utf8' }, /UTF-8/],
  [{ kind: 'too-long', limit: 2_000_000 }, /2,000,000 characters/],
  [{ kind: 'too-large', limit: 8_000_000 }, /8 MB/],
  [{ kind: 'unreadable' }, /choose it again/],
  [{ kind: 'unread-format', format: 'old-word' }, /\.docx/],
  [{ kind: 'unread-format', format: 'zip' }, /not packed/],
  [{ kind: 'broken', format: 'mhtml' }, /paste/],
  [{ kind: 'locked', format: 'pdf' }, /without one/],
  [{ kind: 'no-text', format: 'pdf' }, /OCR/],
  [{ kind: 'too-deep' }, /plain text/],
  [{ kind: 'unpacks-too-large', limit: 60_000_000 }, /60 MB/],
  [{ kind: 'cancelled' }, /nothing/],
]

describe('describeIntakeProblem', () => {
  it.each(PROBLEMS)('I11 says of %j in one sentence what to do', (problem, tells) => {
    expect(describeIntakeProblem(problem)).toMatch(tells)
    expect(describeIntakeProblem(problem)).toMatch(/^[A-Z].*\.$/)
  })
})
