/** Words of export, import and of dropping files. */
export const transfer = {
  export: 'Export',
  format: 'Format',
  history: 'Include the history',
  historyHelp: 'The history holds earlier versions, with words that were changed or deleted since.',
  formatGroups: { factmark: 'For Factmark', readers: 'For readers', tools: 'For other tools' },
  withheldStays: (sources: number) =>
    sources === 1 ? '1 withheld source stays on this device.' : `${sources} withheld sources stay on this device.`,
  withheldVersions: (count: number) =>
    count === 1
      ? '1 earlier version that may hold what was withheld stays too.'
      : `${count} earlier versions that may hold what was withheld stay too.`,
  withheldAnnotations: (count: number) =>
    `${count === 1 ? '1 annotation is' : `${count} annotations are`} left out, wholly or in part: what was edited in two places may hold a withheld source. Open the card and keep one version.`,
  sign: 'Sign with my key',
  signHelp: 'Shows that nobody has changed the set since, and names you and the time.',
  signNoKey: 'Exports can be signed. For that you need a key:',
  signing: 'Signing…',
  signingFailed: 'This browser did not let your key be used. Export without a signature, or try again.',
  publisher: 'Publisher',
  publisherHelp: 'Who publishes these checks. Kept on this device for the next time.',
  publisherUrl: 'Web address of the checks',
  publisherUrlHelp:
    'The page on which they are published. Without one, each check is named by the address of the article.',
  publisherUrlProblem: 'This is not a web address. Begin with https://',
  fileName: 'File name',
  preview: 'Preview',
  print: 'Print',
  previewCut: (lines: number) => `The preview shows the beginning of ${lines.toLocaleString('en')} lines.`,
  preparing: 'Preparing…',
  keepsAll: (format: string) => `${format} keeps everything.`,
  keepsTheRest: (format: string) => `${format} keeps everything else.`,
  cannotExpress: (format: string) => `${format} cannot express everything`,
  copy: 'Copy',
  copied: 'Copied',
  copyRefused: 'The browser refused to copy. Use “Download” instead.',
  download: 'Download',
  downloading: (fileName: string) => `Handed to the browser as ${fileName}`,
  exportFailed: 'This could not be written in this format. Nothing was changed; choose another format.',
  storageProblem: {
    'disk-full': 'The library could not be used: this device is out of room. Free some space and try again.',
    'connection-lost': 'The library could not be used: the connection to it was lost. Reload this page.',
    'newer-database': 'A newer Factmark has this library open. Reload this page.',
    blocked: 'The library could not be used: another Factmark tab holds it. Close the other tabs and try again.',
    damaged: 'The library on this device is damaged. Reload this page to see what can be done.',
    unavailable: 'The library could not be used: this browser does not let Factmark store data here.',
    failed: 'The library could not be used. Try again.',
  },

  import: 'Import',
  chooseFile: 'Annotation set',
  chooseHelp:
    'A set from Factmark, or annotations of another tool; what a file is, its contents tell. You can also drop it here. Nothing changes before you accept.',
  isRead: (fileName: string, format: string) => `${fileName}: ${format}`,
  stop: 'Stop',
  cancelled: 'Reading was stopped. Nothing was changed.',
  readingFailed: 'This file could not be read: something in Factmark failed. Nothing was changed; try again.',
  altered:
    'This file was changed after Factmark wrote it. Ask whoever sent it whether that was meant; it can still be imported.',
  signatures: 'Signatures',
  notSigned: 'This set is not signed.',
  checkingSignatures: 'Checking the signatures…',
  moreSignatures: (count: number) => `${count.toLocaleString('en')} more signatures were not looked at.`,
  signaturesHelp:
    'A signature is of the set in this file, as it is, and not of what becomes of it in your library: keep the file if you need it.',
  comparing: 'Comparing with your library…',
  whichArticle: 'Which article is it about?',
  whichArticleOf: (name: string, annotations: number) =>
    `${name} (${annotations === 1 ? '1 annotation' : `${annotations.toLocaleString('en')} annotations`})`,
  ownArticle: 'Its own article',
  ownArticleHelp: 'The set comes in as it is, with the text that it was written of.',
  similarArticle: 'An article that is here',
  similarArticleHelp: 'Its statements are looked for in that text, and come in as annotations of their own.',
  articleLine: (name: string, reason: string | undefined) => (reason === undefined ? name : `${name} (${reason})`),
  belonging: {
    'same-text': 'the same text',
    'same-address': 'the same address',
    similar: (share: number) => `${Math.floor(share * 100)} % of it stands there`,
  },
  itsOwnArticle: 'A new article of its own text',
  nowhere: 'None: leave it out',
  otherDocuments: (count: number) =>
    `${count.toLocaleString('en')} more texts go to the article that they are about, or become new ones.`,
  placing: (share: number) => `Looking for the statements: ${Math.round(share * 100)} %`,
  placingFailed: 'The statements could not be looked for. Nothing was changed; try again.',
  labels: 'What the labels stand for',
  labelsHelp: 'Labels that stand for no verdict become tags; annotations without a verdict are unverified.',
  labelLine: (label: string, count: number) => `${label} (${count.toLocaleString('en')})`,
  aTag: 'A tag',
  otherLabels: (count: number) =>
    `${count.toLocaleString('en')} rarer labels stand for what their words say, or become tags.`,
  chooseAnnotations: (chosen: number, all: number) =>
    `${chosen.toLocaleString('en')} of ${all.toLocaleString('en')} annotations come in`,
  byReviewer: 'By reviewer',
  annotationsOfFile: 'Annotations of this file',
  statesHere: {
    reworded: 'reworded here',
    'fact-changed': 'facts changed here',
    ambiguous: 'in several places here',
    orphaned: 'not in this text',
  },
  fates: { added: 'New', changed: 'Changed', unchanged: 'Unchanged', conflicting: 'Conflicting' },
  moreAnnotations: (count: number) => `Show ${count.toLocaleString('en')} more`,
  notTaken: (count: number) => `Left out: ${count.toLocaleString('en')}`,
  moreNotTaken: (count: number) => `And ${count.toLocaleString('en')} more.`,
  nowSays: (words: string) => `Facts changed: it says “${words}” now`,
  reading: (fileName: string, percent: number | null) =>
    percent === null ? `Reading ${fileName}…` : `Taking over what ${fileName} holds: ${percent} %`,
  unreadable: 'This file could not be read. It may have been moved or changed; choose it again.',
  willBring: (fileName: string) => `What ${fileName} brings`,
  article: 'Article',
  newArticle: 'It is new to this library.',
  knownArticle: 'It is in this library already.',
  counts: {
    added: 'New annotations',
    changed: 'Changed',
    unchanged: 'Unchanged',
    removed: 'Removed',
    conflicting: 'Conflicting',
    orphaned: 'Not in this text',
    sessions: 'Review sessions',
  },
  ownTouched: (annotations: number) =>
    annotations === 1
      ? 'This changes 1 annotation of your own. Accept it only if the file holds work of yours, such as from another device.'
      : `This changes ${annotations} annotations of your own. Accept it only if the file holds work of yours, such as from another device.`,
  skipped: 'Left out',
  skippedHelp: 'Only its reviewer changes an annotation. What is here stays as it is.',
  skippedReason: (writtenBy: string, signedBy: string) =>
    `written here by ${writtenBy}, signed ${signedBy} in the file`,
  skippedRecord: { annotation: 'A removal', mark: 'A mark “nothing to check”', session: 'A review session' },
  lookAgain: (annotations: number) =>
    annotations === 1
      ? '1 statement reads differently in the text here: look at its verdict again.'
      : `${annotations.toLocaleString('en')} statements read differently in the text here: look at their verdicts again.`,
  conflictHelp: 'Conflicting annotations were changed in two places at once. Every version is kept.',
  reviewerLine: (name: string, annotations: number) =>
    `${name} (${annotations === 1 ? '1 annotation' : `${annotations} annotations`})`,
  whoAreYou: 'Which reviewer are you?',
  signedAs: (name: string, former: string) =>
    `What you write from now on is signed ${name}. What you wrote as ${former} stays theirs, and only they can change it.`,
  noneOfThem: 'None of them',
  nothingNew: 'Everything in this file is already here.',
  accept: 'Accept',
  accepting: (percent: number) => (percent === 0 ? 'Importing…' : `Importing: ${percent} %`),
  notAccepted: 'Nothing was imported.',
} as const
