/** Words of export, import and of dropping files. */
export const transfer = {
  export: 'Export',
  format: 'Format',
  history: 'Include the history',
  historyHelp: 'The history holds earlier versions, with words that were changed or deleted since.',
  fileName: 'File name',
  preview: 'Preview',
  previewCut: (lines: number) => `The preview shows the beginning of ${lines} lines.`,
  preparing: 'Preparing…',
  keepsAll: (format: string) => `${format} keeps everything.`,
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
    'A file exported as “Annotation set (W3C)”. You can also drop it here. Nothing changes before you accept.',
  reading: (fileName: string) => `Reading ${fileName}…`,
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
  conflictHelp: 'Conflicting annotations were changed in two places at once. Every version is kept.',
  reviewerLine: (name: string, annotations: number) =>
    `${name} (${annotations === 1 ? '1 annotation' : `${annotations} annotations`})`,
  whoAreYou: 'Which reviewer are you?',
  signedAs: (name: string, former: string) =>
    `What you write from now on is signed ${name}. What you wrote as ${former} stays theirs, and only they can change it.`,
  noneOfThem: 'None of them',
  nothingNew: 'Everything in this file is already here.',
  accept: 'Accept',
  accepting: 'Importing…',
  notAccepted: 'Nothing was imported.',
  dropHere: 'Drop an article, an annotation set or a backup to open it',
} as const
