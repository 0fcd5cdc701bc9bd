/**
 * What writing a format changes or leaves out, in words: the names of parts and fates are those of the formats' codecs, which
 * this floor does not know.
 */
export function describeLoss({ part, fate, count }: DescribedLoss): string {
  return `${counted(count, PARTS[part])} ${FATES[fate][count === 1 ? 0 : 1]}`
}

interface DescribedLoss {
  readonly part: keyof typeof PARTS
  readonly fate: keyof typeof FATES
  readonly count: number
}

function counted(count: number, [one, many]: readonly [one: string, many: string]): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

const PARTS = {
  rationales: ['rationale', 'rationales'],
  claims: ['claim', 'claims'],
  evidence: ['source', 'sources'],
  'evidence-details': ['description of a source beside its address', 'descriptions of sources beside their addresses'],
  tags: ['tag', 'tags'],
  reviewers: ["reviewer's name", "reviewers' names"],
  times: ["annotation's times", "annotations' times"],
  states: ['note on how a statement has changed since', 'notes on how statements have changed since'],
  'without-claim': ['annotation without a restated claim', 'annotations without a restated claim'],
  'not-in-text': ['statement that the newest text no longer says', 'statements that the newest text no longer says'],
  'earlier-versions': ['earlier version', 'earlier versions'],
  marks: ['“nothing to check” mark', '“nothing to check” marks'],
  sessions: ['review session', 'review sessions'],
  'earlier-texts': ['other text of the article', 'other texts of the article'],
} as const

const FATES = {
  'left-out': ['is left out', 'are left out'],
  'becomes-note': ['becomes a note', 'become notes'],
  'becomes-tag': ['becomes a tag', 'become tags'],
  'for-reading': ['can be read by people, but not read back', 'can be read by people, but not read back'],
} as const
