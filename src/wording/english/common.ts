/** Words that every part of the interface uses. */
export const common = {
  /** For dates and numbers in the texts. */
  locale: 'en-GB',
  appName: 'Factmark',
  library: 'Library',
  place: 'Where you are',
  undo: 'Undo',
  redo: 'Redo',
  import: 'Import',
  export: 'Export',
  more: 'More',
  close: 'Close',
  cancel: 'Cancel',
  delete: 'Delete',
  dismiss: 'Dismiss',
  settings: 'Settings',
  newArticle: 'New article',
  skipToArticle: 'Skip to the article',
  verdicts: { verified: 'Verified', disputed: 'Disputed', unverified: 'Unverified' },
  saved: 'Saved on this device',
  saving: 'Saving…',
  tryAgain: 'Try again',
  notSaved: {
    'disk-full':
      'Not saved: this device is out of room. Free some space or export your work; saving resumes by itself.',
    'connection-lost':
      'Not saved: the connection to the database was lost. Keep this page open; saving is tried again.',
    'newer-database': 'Not saved: a newer Factmark has this library open. Reload this page.',
    blocked: 'Not saved: another Factmark tab holds the database. Close the other tabs.',
    damaged:
      'Not saved: the library on this device is damaged. Export your work, then reload this page to see what can be done.',
    unavailable:
      'Not saved: this browser no longer gives Factmark its data. Export your work before you reload this page.',
    failed: 'Not saved: the browser refused to write. Keep this page open; saving is tried again.',
  },
  cannotStart: {
    'disk-full': 'Factmark cannot open its library: this device is out of room. Once there is room it opens by itself.',
    'connection-lost':
      'Factmark lost the connection to its library. It is tried again; if that does not help, reload this page.',
    'newer-database':
      'This library was written by a newer Factmark. Nothing was touched. Reload to get the newer program.',
    blocked: 'Another Factmark tab holds the library. Close the other Factmark tabs; this one then opens by itself.',
    damaged: 'The library on this device is damaged. Nothing was changed; keep this browser profile as it is.',
    unavailable: 'This browser does not let Factmark store data here (private mode, or site data is switched off).',
    failed:
      'Factmark cannot open its library. Nothing was changed. Reload; if it happens again, keep this browser profile as it is.',
  },
  /** The end of a sentence that begins with what could not be done. */
  storageReason: {
    'disk-full': 'this device is out of room',
    'connection-lost': 'the connection to the library was lost; reload this page',
    'newer-database': 'a newer Factmark has this library open; reload this page',
    blocked: 'another Factmark tab holds the library; close the other tabs',
    damaged: 'the library on this device is damaged; reload this page to see what can be done',
    unavailable: 'this browser does not let Factmark reach its data; reload this page',
    failed: 'the browser refused; try again',
  },
  cannotStartTitle: 'The library cannot be opened',
  reload: 'Reload',
  opening: 'Opening…',
  offlineReady: 'Ready offline',
  update: {
    ready: 'A new version of Factmark is ready.',
    underWay: 'Updating: the page reloads as soon as the browser has ended the old version, usually at once.',
    putOff: 'Not updated: something on this page is not saved. Finish or close it first.',
  },
  updateNow: 'Update now',
  profile: (name: string) => (name === '' ? 'Your reviewer profile' : `Your reviewer profile: ${name}`),
  you: 'You',
  unnamedReviewer: 'Reviewer without a name',
  nameForm: 'Reviewer',
  askName: 'What name should stand on your annotations?',
  saveName: 'Save name',
  notNow: 'Not now',
  dropHere: 'Drop an article, an annotation set or a backup to open it',
  filesUnreadable: (names: readonly string[]) =>
    `${names.map(name => `“${name}”`).join(', ')} could not be read: it may have been moved or changed, so choose it again.`,
} as const
