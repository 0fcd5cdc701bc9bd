type OriginName = 'supplied' | 'pasted' | 'file'
type FormatName = 'text' | 'markdown' | 'html' | 'mhtml' | 'docx' | 'pdf'
type VerdictName = 'verified' | 'disputed' | 'unverified'

/** Words of the library and of the page for a new article. */
export const library = {
  title: 'Library',
  articleCount: (count: number) => (count === 1 ? '1 article' : `${count} articles`),
  articles: 'Articles',
  search: 'Search the library',
  searchHint: 'Name, author or source',
  found: (count: number) => (count === 1 ? '1 article found' : `${count} articles found`),
  noneFound: (query: string) => `No article matches “${query}”.`,
  clearSearch: 'Clear search',
  newArticle: 'New article',
  bin: 'Bin',
  origin: (origin: OriginName) => ORIGINS[origin],
  added: (date: string) => `added ${date}`,
  reviewed: (reviewed: number, segments: number) => `${reviewed} of ${segments} reviewed`,
  notOpened: 'Not opened yet',
  verdictCount: (count: number, verdict: VerdictName) => `${count} ${verdict}`,
  moreActions: (name: string) => `More actions for ${name}`,
  rename: 'Rename',
  delete: 'Delete',
  renameTitle: 'Rename article',
  name: 'Name',
  nameHelp: 'Only the name in this library changes; the article keeps its title.',
  nameMissing: 'Type a name.',
  save: 'Save',
  emptyTitle: 'No articles yet',
  empty: 'Paste a text or open a file with “New article”. It stays on this device.',
  openSet: 'Open an annotation set from a file',
  restore: 'Restore a backup',
  newTitle: 'New article',
  openFile: 'Open a file',
  openFiles: 'Open files',
  fileHelp: 'Text, Markdown, saved web pages, Word or PDF. Or drop them anywhere on this page.',
  reading: ({ name, done, count }: Reading) =>
    count === 1 ? `Reading “${name}”…` : `Reading “${name}”, file ${done + 1} of ${count}…`,
  cancelReading: 'Cancel',
  openedAs: (fileName: string, format: FormatName) => `“${fileName}” was read as ${FORMATS[format]}.`,
  note: (note: Note) => NOTES[note.kind](note.count ?? 0),
  replaced: (fileName: string) => `“${fileName}” has replaced the text that was here.`,
  cleared: 'What was here was taken away.',
  putBack: 'Put it back',
  clear: 'Take everything away',
  files: 'Opened together',
  typed: 'Typed or pasted text',
  lookAt: 'Look at it',
  leaveOut: 'Leave out',
  leaveOutNamed: (name: string) => `Leave out ${name}`,
  takeElsewhere: { 'annotation-set': 'Import it', backup: 'Restore it' },
  wordCount: (count: number) => (count === 1 ? '1 word' : `${count.toLocaleString('en')} words`),
  addAll: (count: number) => (count === 1 ? 'Add it to the library' : `Add all ${count} to the library`),
  notAdded: (names: readonly string[]) =>
    `Not added, because something in it must be mended first: ${names.join(', ')}.`,
  knownShortly: (name: string) => `In your library already, as “${name}”.`,
  notAnArticle: {
    'annotation-set': 'This is an annotation set, not an article.',
    backup: 'This is a backup, not an article.',
  },
  language: 'Language',
  detected: (language: string) => `Detected: ${language}`,
  details: 'About the article',
  author: 'Author',
  publisher: 'Publisher',
  source: 'Source address',
  sourceProblem: 'An address begins with https:// or http://.',
  published: 'Published',
  modifiedOn: 'Changed',
  dateProblem: 'Write a date as 2025-06-16, 2025-06 or 2025.',
  nothingYet: 'How the text is recognised is told here as soon as there is some.',
  recognised: ({ points, paragraphs, headings, segments }: Recognised) =>
    [
      'Title',
      ...(headings > 0 ? [headings === 1 ? '1 heading' : `${headings} headings`] : []),
      ...(points > 0 ? [points === 1 ? '1 point' : `${points} points`] : []),
      ...(paragraphs > 0 ? [paragraphs === 1 ? '1 paragraph' : `${paragraphs} paragraphs`] : []),
      segments === 1 ? '1 segment to review' : `${segments} segments to review`,
    ].join(', '),
  known: (name: string) => `This text is in your library already, as “${name}”. Starting opens it, with your work.`,
  start: 'Start review',
} as const

interface Reading {
  readonly name: string
  readonly done: number
  readonly count: number
}

interface Recognised {
  readonly points: number
  readonly paragraphs: number
  readonly headings: number
  readonly segments: number
}

interface Note {
  readonly kind: 'pictures' | 'whole-page' | 'pages-without-text'
  readonly count?: number
}

const NOTES: Readonly<Record<Note['kind'], (count: number) => string>> = {
  pictures: count =>
    count === 1
      ? 'Of 1 picture only its description is kept.'
      : `Of ${count} pictures only their descriptions are kept.`,
  'whole-page': () => 'No main text stands out in this page, so all of it was taken.',
  'pages-without-text': count =>
    count === 1 ? '1 page has no text: it may be a scan.' : `${count} pages have no text: they may be scans.`,
}

const FORMATS: Readonly<Record<FormatName, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'a web page',
  mhtml: 'a saved web page',
  docx: 'a Word document',
  pdf: 'a PDF',
}

const ORIGINS: Readonly<Record<OriginName, string>> = {
  supplied: 'Supplied with Factmark',
  pasted: 'Pasted text',
  file: 'From a file',
}
