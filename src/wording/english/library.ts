type OriginName = 'supplied' | 'pasted' | 'file'
type FormatName = 'text' | 'markdown' | 'html' | 'mhtml' | 'docx' | 'pdf'
type VerdictName = 'verified' | 'disputed' | 'unverified'

/** Words of the library and of the page for a new article. */
export const library = {
  title: 'Library',
  articleCount: (count: number) => (count === 1 ? '1 article' : `${count} articles`),
  articles: 'Articles',
  search: 'Search the library',
  searchHint: 'Name or source',
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
  text: 'Text',
  textHelp: 'A title in the first line, key points in lines that begin with “- ”, then the body.',
  openFile: 'Open a file',
  fileHelp: 'Text, Markdown, a saved web page, Word or PDF. Or drop one anywhere on this page.',
  reading: (fileName: string) => `Reading “${fileName}”…`,
  cancelReading: 'Cancel',
  openedAs: (fileName: string, format: FormatName) => `“${fileName}” was read as ${FORMATS[format]}.`,
  note: (note: Note) => NOTES[note.kind](note.count ?? 0),
  replaced: (fileName: string) => `“${fileName}” has replaced the text that was here.`,
  putBack: 'Put it back',
  notAnArticle: {
    'annotation-set': 'This looks like an annotation set, not an article. Use Import to read it.',
    backup: 'This looks like a backup, not an article. Use Import to restore it.',
  },
  language: 'Language',
  detected: (language: string) => `Detected: ${language}`,
  source: 'Source address (optional)',
  sourceProblem: 'An address begins with https:// or http://.',
  published: 'Published (optional)',
  modified: (date: string) => `changed ${date}`,
  preview: 'How it is recognised',
  previewEmpty: 'Title, points and paragraphs appear here as soon as there is text.',
  recognised: ({ points, paragraphs, headings, segments }: Recognised) =>
    [
      'Title',
      ...(headings > 0 ? [headings === 1 ? '1 heading' : `${headings} headings`] : []),
      ...(points > 0 ? [points === 1 ? '1 point' : `${points} points`] : []),
      ...(paragraphs > 0 ? [paragraphs === 1 ? '1 paragraph' : `${paragraphs} paragraphs`] : []),
      segments === 1 ? '1 segment to review' : `${segments} segments to review`,
    ].join(', '),
  moreBlocks: (count: number) => (count === 1 ? 'and 1 paragraph more' : `and ${count} paragraphs more`),
  known: (name: string) => `This text is in your library already, as “${name}”. Starting opens it, with your work.`,
  start: 'Start review',
} as const

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
