import { foldWord } from '../align/normalise-word.ts'

/** Whether a folded word begins a clause that the one before it governs: "not certain that", „nicht fest, dass“. */
export function beginsClause(folded: string): boolean {
  return CLAUSE_WORDS.has(folded)
}

const CLAUSE_WORDS = new Set(
  'that which whether dass daß ob que qu che que что чтобы как که כי أن إن بأن कि dat att at że'
    .split(' ')
    .map(foldWord),
)
