/** Words of what is known of an article, and of what its text was made of. */
export const details = {
  about: 'About this article',
  edit: 'Edit details',
  editTitle: 'Edit details',
  editOf: (name: string) => `Of “${name}”. The text stays as it is.`,
  author: 'Author',
  publisher: 'Publisher',
  source: 'Source address',
  sourceProblem: 'An address begins with https:// or http://.',
  published: 'Published',
  modified: 'Last changed',
  dateHint: '2025-06-16',
  dateProblem: 'A date looks like 2025-06-16; a month or a year alone is fine.',
  language: 'Language',
  languageHelp: 'Tells where sentences end, and from which side the text runs. What is annotated stays where it is.',
  save: 'Save',

  by: (author: string) => `By ${author}`,
  publishedOn: (date: string) => `published ${date}`,
  modifiedOn: (date: string) => `changed ${date}`,

  original: (date: string) => `Original text, captured ${date}`,
  originals: (count: number) => `Original texts (${count})`,
  originalDamaged: 'The original text is damaged on this device. A backup can bring it back.',
  originalTitle: 'Original text',
  originalHelp:
    'All words of the file or paste that this text was made of, as they were. They are kept on this device and in backups, and never exported.',
  captured: (moment: string) => `Captured ${moment}`,
  words: (moment: string) => `Text captured ${moment}`,
  hash: 'SHA-256',
  shownPart: (shown: number, all: number) =>
    `The first ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} characters are shown. Copy takes all of them.`,
  copy: 'Copy the text',
  copied: 'Copied',
  copyRefused: 'The browser did not let Factmark copy. Select the text and copy it by hand.',
} as const
