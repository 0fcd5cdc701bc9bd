import type { Stance } from '../domain/annotation.ts'
import type { ChangeState, Fact } from '../domain/change-state.ts'
import type { SessionContent } from '../domain/session.ts'
import type { Verdict } from '../domain/verdict.ts'

type Counts = Readonly<Record<Verdict, number>>

/** The words that a report puts around what people wrote. */
export const REPORT_WORDS = {
  title: (article: string) => `Fact check: ${article}`,
  kicker: 'Fact check',
  untitled: 'Article without a title',
  skip: 'Skip to the article',
  contents: 'Contents',
  by: 'By',
  facts: 'About the article',
  source: 'Source',
  published: 'Published',
  modified: 'Last changed',
  captured: 'Captured',
  checkedBy: 'Checks published by',
  textHash: 'Text (SHA-256)',
  signedBy: 'Signed by',
  withKey: 'key',
  signedHelp: 'Factmark checks the signature when it reads this page.',
  reviewedBy: 'Reviewed by',
  reviewer: (count: number) => statements(count),
  summary: 'Summary',
  noStatements: 'No statement has been annotated.',
  total: (counts: Counts) =>
    `${statements(counts.verified + counts.disputed + counts.unverified)}: ${counts.verified} verified, ${counts.disputed} disputed, ${counts.unverified} unverified.`,
  meanings: {
    verified: 'Evidence supports it.',
    disputed: 'Evidence contradicts it, or sources conflict.',
    unverified: 'Not enough evidence yet.',
  } satisfies Readonly<Record<Verdict, string>>,
  strips: 'The strips show where these statements stand, from the beginning of the article to its end.',
  stale: (count: number) =>
    count === 1
      ? '1 statement says something else now than when it was judged.'
      : `${count} statements say something else now than when they were judged.`,
  unplaced: (count: number) =>
    count === 1
      ? '1 statement does not stand in this text, or not in one place.'
      : `${count} statements do not stand in this text, or not in one place.`,
  marks: (count: number) =>
    count === 1 ? '1 passage holds nothing to check.' : `${count} passages hold nothing to check.`,
  article: 'The article',
  statements: 'Statements',
  withCount: (name: string, count: number) => `${name} (${count})`,
  elsewhere: 'Not in this text',
  elsewhereHelp: 'Judged in an earlier text of this article. The words and their surroundings are as they were then.',
  sources: 'Sources',
  sessions: 'Review sessions',
  table: (number: number) => `Table ${number}`,
  verdictNames: { verified: 'Verified', disputed: 'Disputed', unverified: 'Unverified' } satisfies Readonly<
    Record<Verdict, string>
  >,
  statementWord: 'Statement',
  numberName: (number: number, verdict: Verdict) => `Statement ${number}, ${verdict}`,
  show: 'In the article',
  showOf: (number: number) => `In the article: statement ${number}`,
  conflict: 'It was changed in two places at once. This is one of its versions; the file holds all of them.',
  states: {
    unchanged: '',
    typography: 'Only its typography has changed since this verdict.',
    moved: 'It has moved within the article since this verdict.',
    reworded: 'It was reworded since this verdict.',
    'fact-changed': 'A fact in it has changed since this verdict.',
    ambiguous: 'It may stand in several places of this text.',
    orphaned: 'It no longer stands in this text.',
  } satisfies Readonly<Record<ChangeState['kind'], string>>,
  unknownState: 'It was judged in an earlier text. Where it stands now was not looked for.',
  saidThen: 'It said:',
  saysNow: 'It now says:',
  fact: (fact: Fact, was: string, is: string) => ({ name: FACTS[fact], was: was || NOTHING, is: is || NOTHING }),
  became: 'became',
  rationale: 'Rationale',
  noRationale: 'No rationale is given.',
  claim: 'Claim',
  claimant: 'Claimed by',
  claimDate: 'Claimed on',
  evidence: 'Evidence',
  stances: { supports: 'Supports', refutes: 'Refutes', context: 'Context' } satisfies Readonly<Record<Stance, string>>,
  kinds: { primary: 'primary source', secondary: 'secondary source' },
  sourceNumber: (number: number) => `Source ${number}`,
  unnamedSource: 'Source without a title',
  publishedOn: 'published',
  accessedOn: 'accessed',
  archive: 'Archived copy',
  citedIn: 'Cited in',
  statement: (number: number) => `statement ${number}`,
  tags: 'Tags',
  unknownReviewer: 'Reviewer without a name',
  judged: 'Judged',
  changed: 'last changed',
  session: ({ activeMs, tagged, changed, removed, marked }: SessionContent) => {
    const minutes = Math.round(activeMs / MS_PER_MINUTE)
    const tags = tagged.verified + tagged.disputed + tagged.unverified
    return `${minutes} active ${minutes === 1 ? 'minute' : 'minutes'}; ${tags} tagged (${tagged.verified} verified, ${tagged.disputed} disputed, ${tagged.unverified} unverified), ${changed} changed, ${removed} removed, ${marked} marked “nothing to check”.`
  },
  to: 'to',
  footer:
    'Made with Factmark. This file holds the annotation set itself: “Import” in Factmark takes it in, with nothing lost.',
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const

const MS_PER_MINUTE = 60_000
const NOTHING = 'nothing'

const FACTS: Readonly<Record<Fact, string>> = {
  number: 'Number',
  unit: 'Unit',
  currency: 'Currency',
  date: 'Date',
  negation: '“Not”',
  quantifier: 'How many or how much',
  modal: 'Certainty',
  name: 'Name',
  attribution: 'Who says it',
  opposite: 'Opposite',
}

function statements(count: number): string {
  return `${count} ${count === 1 ? 'statement' : 'statements'}`
}
