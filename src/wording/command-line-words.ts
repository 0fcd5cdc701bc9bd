/** What the command line says. */
export const COMMAND_LINE_WORDS = {
  usage: `Factmark on the command line: annotation sets and the files of other tools, without a browser.

  npm run factmark -- convert IN... OUT   write a file in another format
  npm run factmark -- merge A B... -o OUT   unite sets of one article
  npm run factmark -- validate FILE       say whether a file can be read, and what of it cannot
  npm run factmark -- stats FILE          count what a file holds

Each command explains itself with --help. A file called - is standard input or output; with "npm run --silent" nothing
else is on standard output. Exit codes: 0 fine, 1 a problem in a file, 2 wrong use.`,
  help: {
    convert: (formats: string) => `convert IN... OUT [--to FORMAT] [--article FILE] [--document N] [--language TAG]

Reads IN and writes it as OUT, in the format that OUT's ending names, or --to. Several IN are files that belong together, such
as the .ann and the .txt of brat. What the new format cannot express, and what of IN was left out, is said on standard error.

  --to FORMAT      one of:
${formats}
  --article FILE   the article that annotations without a text are about: a set or a report, or its text as .txt
  --document N     which one is meant of a file about several texts, counted from 1
  --language TAG   what a text is written in where no file says it, such as de; en unless given
  --publisher-name NAME, --publisher-url ADDRESS
                   who publishes the checks, for ClaimReview, reports and bundles, which name them`,
    merge: `merge A B... -o OUT [--to FORMAT]

Unites sets or reports of one article. Nothing is lost, whatever the order, and merging a file twice changes nothing: where people
disagree, both stay. Formats, and who publishes the checks, are as for convert. Signatures stay only where the united set is the one that was signed.`,
    validate: `validate FILE [--signed-by FINGERPRINT]

Reads FILE as an import would, and says on standard output what it is and who has signed it. Exit code 1 when it cannot be
read, when something in it was left out (each such thing is listed with its place and the reason), when it was changed since it
was written, or when a signature is broken.

  --signed-by FINGERPRINT   exit code 1 also unless the key with this fingerprint has signed it; spaces do not matter`,
    stats: `stats FILE [--json]

Counts what FILE holds: texts, annotations by verdict or label, reviewers; of Factmark's own sets also versions, marks and
sessions. --json writes the same for a program.`,
  },
  noCommand: (name: string) => `There is no command "${name}": try convert, merge, validate or stats.`,
  wrongOption: (message: string) => `${message} Try --help.`,
  noInput: 'Name a file to read, or - for standard input. Try --help.',
  noOutput: 'Name a file to write, or - for standard output. Try --help.',
  oneFile: 'Name exactly one file. Try --help.',
  twoFiles: 'Name at least one set, and with -o the file to write. Try --help.',
  noFormat: (name: string) => `No format is called "${name}": convert --help lists them.`,
  noEnding: (name: string) => `The ending of ${name} names no format: add --to, as convert --help says.`,
  wrongNumber: (text: string) => `"${text}" is no number of a document: count from 1.`,
  wrongLanguage: (text: string) => `"${text}" is no language tag: write one such as en or pt-BR.`,
  wrongAddress: (text: string) => `"${text}" is no web address: begin with https://.`,
  unreadable: (name: string, message: string) => `${name} cannot be read: ${message}.`,
  unwritable: (name: string, message: string) => `${name} cannot be written: ${message}.`,
  problem: (name: string, sentence: string) => `${name}: ${sentence}`,
  notASet: (name: string) => `${name} is not a set or a report of Factmark: convert it first.`,
  otherArticle: (name: string, first: string) =>
    `${name} is about another article than ${first}: merge sets of one article.`,
  contradiction: (place: string) =>
    `These sets contradict each other at ${place}: somebody signs what another person wrote.`,
  severalTexts: (name: string, count: number) =>
    `${name} is about ${count} texts: say which one is meant with --document, from 1 to ${count}.`,
  noDocument: (name: string, count: number) => `${name} is about ${count} texts: there is no such document.`,
  nothingIn: (name: string) => `${name} holds nothing that could be written.`,
  needsArticle: (name: string) => `${name} holds annotations without their text: name the article with --article.`,
  articleUnknown: (name: string) => `${name} is neither a set or report of Factmark nor a text in UTF-8.`,
  setHasArticle: (name: string) => `${name} brings its own article: leave --article out.`,
  notWritten: (format: string) => `This cannot be expressed as ${format}; nothing was written.`,
  read: (name: string, format: string, annotations: number) =>
    `${name}: ${format}, ${annotations.toLocaleString('en')} ${annotations === 1 ? 'annotation' : 'annotations'}.`,
  leftOut: (count: number) => `${count.toLocaleString('en')} left out:`,
  changed: (place: string) => `${place}: its words do not stand in the article as they did.`,
  more: (count: number) => `… and ${count.toLocaleString('en')} more`,
  asTags: (labels: readonly string[]) => `Kept as tags, for they name no verdict: ${labels.join(', ')}.`,
  cannotExpress: (format: string) => `${format} cannot express:`,
  altered: 'it was changed after Factmark wrote it.',
  brokenSignature: 'not all of its signatures hold.',
  notSignedBy: 'it is not signed with the key that was asked for.',
  wrongFingerprint: 'A fingerprint has 64 hexadecimal digits: copy the whole of it.',
  key: (algorithm: string, fingerprint: string) => `${algorithm} key ${fingerprint}`,
  moreSignatures: (count: number) => `${count.toLocaleString('en')} more signatures were not looked at.`,
  signaturesLeftOut: (count: number) =>
    `${count === 1 ? '1 signature is' : `${count.toLocaleString('en')} signatures are`} left out: what is written is not what was signed, or the signature is broken, or the format holds none.`,
  sound: (name: string) => `${name} is sound.`,
  counts: {
    format: 'format',
    article: 'article',
    texts: 'texts',
    characters: 'characters',
    annotations: 'annotations',
    reviewers: 'reviewers',
    versions: 'versions',
    marks: 'marks',
    sessions: 'sessions',
    leftOut: 'left out',
  },
} as const
