import type { Stance } from '../domain/annotation.ts'
import type { ChangeState } from '../domain/change-state.ts'
import type { Verdict } from '../domain/verdict.ts'

type Counts = Readonly<Record<Verdict, number>>

const VERDICTS: Readonly<Record<Verdict, string>> = {
  verified: 'Verified',
  disputed: 'Disputed',
  unverified: 'Unverified',
}
const STANCES: Readonly<Record<Stance, string>> = { supports: 'supports', refutes: 'refutes', context: 'context' }

/** The words that an exported document puts around what people wrote. */
export const DOCUMENT_WORDS = {
  title: (article: string) => `Fact check: ${article}`,
  author: 'Author',
  publisher: 'Publisher',
  source: 'Source',
  published: 'Published',
  modified: 'Last changed',
  noStatements: 'No statement has been annotated.',
  summary: (counts: Counts) => `${statements(counts)}: ${byVerdict(counts)}.`,
  statements: 'Statements',
  statement: (number: number, verdict: Verdict) => `${number}. ${VERDICTS[verdict]}`,
  rationale: 'Rationale',
  claim: 'Claim',
  evidence: 'Evidence',
  stance: (stance: Stance) => STANCES[stance],
  publishedOn: (date: string) => `published ${date}`,
  accessedOn: (date: string) => `accessed ${date}`,
  archived: 'archived',
  tags: 'Tags',
  reviewer: 'Reviewer',
  unknownReviewer: 'without a name',
  states: {
    unchanged: '',
    typography: '',
    moved: '',
    reworded: 'This statement was reworded since the verdict. It now says:',
    'fact-changed': 'A fact in this statement has changed since the verdict. It now says:',
    ambiguous: 'This statement may stand in several places of the newest text.',
    orphaned: 'This statement no longer stands in the text.',
  } satisfies Readonly<Record<ChangeState['kind'], string>>,
  sessions: 'Review sessions',
  session: (started: string, lastActive: string, minutes: number) =>
    `${started} to ${lastActive} UTC, ${minutes} active ${minutes === 1 ? 'minute' : 'minutes'}`,
  work: ({ tagged, changed, removed, marked }: Work) =>
    `tagged: ${byVerdict(tagged)}; changed: ${changed}; removed: ${removed}; nothing to check: ${marked}`,
} as const

interface Work {
  readonly tagged: Counts
  readonly changed: number
  readonly removed: number
  readonly marked: number
}

function statements(counts: Counts): string {
  const total = counts.verified + counts.disputed + counts.unverified
  return `${total} ${total === 1 ? 'statement' : 'statements'}`
}

function byVerdict({ verified, disputed, unverified }: Counts): string {
  return `${verified} verified, ${disputed} disputed, ${unverified} unverified`
}
