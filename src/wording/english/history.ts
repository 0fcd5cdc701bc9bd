/** Words of the history of an annotation, of conflicts, and of what was deleted. */
export const history = {
  title: 'History',
  close: 'Close history',
  open: 'History',
  of: (quote: string) => `History of “${quote}”`,
  versions: 'Versions, the newest first',
  version: (number: number) => `Version ${number}`,
  now: 'Now',
  byAt: 'at',
  acts: {
    created: 'Created',
    changed: 'Changed',
    deleted: 'Deleted',
    erased: 'Erased for good',
    restored: 'Restored after the deletion',
    settled: 'Brought together',
    first: 'Earlier versions are not on this device.',
  },
  nothingChanged: 'Says what it said before.',
  against: (number: number) => `Against version ${number}`,
  sameAs: (number: number) => `Says the same as version ${number}.`,
  beside: (numbers: readonly number[]) =>
    `Written without knowing ${numbers.length === 1 ? 'version' : 'versions'} ${listed(numbers)}.`,
  besideMany: (count: number) => `Written without knowing ${count} other versions.`,
  whole: 'Whole version',
  restore: 'Restore this version',
  earlier: (count: number) => (count === 1 ? 'Show 1 earlier version' : `Show ${count} earlier versions`),
  readOnly: (name: string) => `Only ${name} can restore a version.`,

  removedWord: 'removed:',
  addedWord: 'added:',
  endWord: ';',
  from: 'from',
  to: 'to',
  nothing: 'nothing',
  fields: {
    quote: 'Statement',
    rationale: 'Rationale',
    claimText: 'Claim',
    claimant: 'Claimant',
    claimDate: 'Claim date',
    place: 'Place',
    verdict: 'Verdict',
    tags: 'Tags',
  },
  evidenceFields: {
    question: 'Question it answers',
    url: 'Address',
    title: 'Title',
    publisher: 'Publisher',
    excerpt: 'Excerpt',
    stance: 'Stance',
    kind: 'Kind',
    published: 'Published',
    accessed: 'Accessed',
    archivedUrl: 'Archived address',
  },
  moved: 'The same words at another place of the text',
  tagsReordered: 'In another order',
  noTags: 'No tags',
  evidence: (number: number) => `Evidence ${number}`,
  evidenceAdded: 'Added',
  evidenceRemoved: 'Removed',
  evidenceHere: 'Only in this version',
  evidenceNotHere: 'Not in this version',
  empty: 'Empty',

  conflict: 'Edited in two places: both are kept.',
  conflictMany: (count: number) => `Edited in ${count} places: all are kept.`,
  conflictShort: 'Two versions',
  conflictHelp: 'Keep one of them; or edit the fields until they say what both should, and keep that.',
  conflictOfOther: (name: string) => `Only ${name} can decide between them.`,
  readings: 'Versions that stand beside each other',
  shownNow: 'Shown now',
  writtenHere: 'In the fields here',
  keep: 'Keep this one',
  onlyHere: 'only here:',
  deletedReading: 'Deleted',
  nextConflict: (count: number) => (count === 1 ? '1 edited in two places' : `${count} edited in two places`),

  deletedCount: (count: number) => `${count} deleted`,
  deletedHere: 'Deleted annotations of this article',
  deletedBy: (name: string) => `Deleted by ${name},`,
  nothingLeft: 'What it said is not on this device.',
  bringBack: 'Restore',
  restoreNamed: (quote: string) => `Restore “${quote}”`,

  bin: 'Bin',
  binEmpty: 'The bin is empty.',
  binHelp: 'What is deleted stays here, with its whole history, until you erase it.',
  emptyBin: 'Empty the bin',
  inBin: (articles: number, annotations: number) => joined(articles, annotations),
  articles: 'Articles',
  annotationsOf: (name: string) => `Deleted annotations of ${name}`,
  binnedOn: (date: string) => `in the bin since ${date}`,
  annotationCount: (count: number) => (count === 1 ? '1 annotation' : `${count} annotations`),
  notOpened: 'not opened yet',
  erase: 'Erase for good',
  eraseNamed: (name: string) => `Erase “${name}” for good`,
  showMore: (count: number) => `Show ${count} more`,
  moreGroups: (count: number) =>
    count === 1
      ? 'Show the deleted annotations of 1 more article'
      : `Show the deleted annotations of ${count} more articles`,
  restoredAnnotation: (name: string) => `Restored into “${name}”, where it can be undone.`,
  restoredArticle: (name: string) => `“${name}” is in the library again.`,
  notRestored: 'Not restored: the library cannot be read now. Try again.',
  erased: 'Erased for good.',
  eraseLeft: (count: number) =>
    count === 1
      ? 'One was left: it has been restored or changed in another tab since.'
      : `${count} were left: they have been restored or changed in another tab since.`,
  eraseTitle: { bin: 'Empty the bin?', article: 'Erase this article?', annotation: 'Erase this annotation?' },
  eraseLoses: (articles: number, annotations: number) =>
    `This erases ${joined(articles, annotations)} for good, with every earlier version. It cannot be undone.`,
  eraseArticleNote: 'An article goes with all its annotations, marks and sessions. Other devices keep theirs.',
  eraseAnnotationNote: 'An annotation that is erased also goes wherever your work is merged from now on.',
  eraseCopiesNote: 'Snapshots on this device, backups and files that were made before still hold it.',
  eraseKeep: 'Keep it',
  eraseContinue: 'Continue',
  eraseLast: 'Last question: this cannot be undone. Erase it now?',
  eraseNow: 'Erase now',
  erasing: 'Erasing…',
  cannotRead: 'What was deleted cannot be read now.',
  tryAgain: 'Try again',
} as const

function joined(articles: number, annotations: number): string {
  return [
    ...(articles > 0 ? [articles === 1 ? '1 article' : `${articles} articles`] : []),
    ...(annotations > 0 ? [annotations === 1 ? '1 deleted annotation' : `${annotations} deleted annotations`] : []),
  ].join(' and ')
}

function listed(numbers: readonly number[]): string {
  const last = numbers.at(-1)
  const rest = numbers.slice(0, -1)
  return rest.length === 0 ? String(last) : `${rest.join(', ')} and ${last}`
}
