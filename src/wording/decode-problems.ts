import type { ArchiveFlaw, DecodeProblem, SetFlaw } from '../domain/decode-problem.ts'

/** One English sentence or two: what is wrong with the file, where, and what to do. */
export function describeDecodeProblem(problem: DecodeProblem): string {
  switch (problem.kind) {
    case 'too-large':
      return `This file is larger than ${Math.floor(problem.limit / 1_000_000)} million characters, which is more than Factmark reads. Export it without history, and try again.`
    case 'unknown-format':
      return 'This file holds no annotations in a format that Factmark reads. Choose an annotation set, or a file of a tool that the README names.'
    case 'not-utf-8':
      return 'This file is damaged, or its text is not in UTF-8. Ask for it in UTF-8, or save it so; nothing was imported.'
    case 'not-json':
      return 'This file is cut off or damaged: it begins like JSON, and is none. Ask for a new export; nothing was imported.'
    case 'not-annotation-set':
      return 'This file is JSON, but holds no annotations in a format that Factmark reads. Choose an annotation set, or a file of a tool that the README names.'
    case 'bundle':
      return `This bundle ${BUNDLE_FLAWS[problem.flaw](problem.name)}. Ask for a new one; nothing was imported.`
    case 'set-missing':
      return 'This report does not hold its annotation set: it was cut off or changed. Ask for a new export; nothing was imported.'
    case 'newer-version':
      return `This file was written by a newer Factmark (format ${problem.version}). Update Factmark, and import it again.`
    case 'damaged':
      return `This file is damaged at ${problem.place}: ${describeFlaw(problem.flaw)}. Ask for a new export; nothing was imported.`
    case 'archive':
      return `This archive ${ARCHIVE_FLAWS[problem.flaw]}. Unpack it yourself, and choose the files in it that you want; nothing was imported.`
  }
}

const BUNDLE_FLAWS = {
  changed: (name: string) => `was changed: ${name} is not what its manifest says`,
  missing: (name: string) => `is not whole: ${name} is missing`,
  unlisted: (name: string) => `was changed: its manifest does not name ${name}`,
} as const

const ARCHIVE_FLAWS: Readonly<Record<ArchiveFlaw, string>> = {
  broken: 'is damaged or cut off',
  'too-many': 'has more than 1,000 files',
  'too-large': 'unpacks to more than Factmark reads',
  'bad-name': 'names a file outside its own folder',
}

/** What is wrong at one place of a file, as the end of a sentence. */
export function describeFlaw(flaw: SetFlaw): string {
  switch (flaw.kind) {
    case 'missing':
      return 'this field is missing'
    case 'unknown-field':
      return 'this field is not part of the format'
    case 'unexpected':
      return `this value ${flaw.expected}`
    case 'forbidden-name':
      return 'this name is not allowed in a set'
    case 'broken-character':
      return 'this text holds half of a character'
    case 'too-deep':
      return `this is nested more than ${flaw.limit} levels deep`
    case 'repeated':
      return 'this was already said once, in another entry'
    case 'other-article':
      return 'this belongs to another article'
    case 'wrong-hash':
      return "this is not the hash of the revision's text, so the text was changed"
    case 'no-first-revision':
      return "the article's first text is missing"
    case 'second-first-revision':
      return 'this revision does not say which one it follows'
    case 'wrong-title':
      return "this title does not stand in the article's first text"
    case 'unknown-revision':
      return 'this names a revision that is not in the file'
    case 'unknown-reviewer':
      return 'this names a reviewer who is not in the file'
    case 'other-owner':
      return 'this reviewer signs what another reviewer has written under the same id'
    case 'wrong-quote':
      return "this quote is not what the article's text says at its position"
    case 'seen-itself':
      return 'this version claims to have been there before it was written'
  }
}
