import type { RowCounts } from '../../domain/library-damage.ts'

/** Words of backups, snapshots, the storage page and the recovery of a damaged library. */
export const backup = {
  title: 'Backup and storage',
  intro: 'Your library lies in this browser only. A copy elsewhere survives what happens to this device.',

  backUp: 'Back up everything',
  backUpHelp:
    'One file with all articles, annotations, their history, withheld sources, reviewers, trusted keys and settings. Your own signing key is not in it: it has a file of its own.',
  backingUp: (written: string) => `Backing up… ${written}`,
  lastBackup: (ago: string, moment: string) => `Last backup: ${ago} (${moment})`,
  noBackup: 'There is no backup yet.',
  changesSince: (count: number) => (count === 1 ? '1 change since.' : `${format(count)} changes since.`),
  upToDate: 'Nothing has changed since.',
  encrypt: 'Protect the file with a passphrase',
  encryptHelp:
    'For shared machines and sensitive work: a backup holds withheld sources too. A few words that nobody would guess are best.',
  passphrase: 'Passphrase',
  passphraseAgain: 'Passphrase again',
  passphraseMissing: 'Type a passphrase, or take the protection away.',
  passphraseDiffers: 'The two are not the same.',
  passphraseWarning: 'Without the passphrase nobody can open the file, not even Factmark.',
  cannotEncrypt: 'This browser cannot encrypt at this address; use Factmark over https.',
  backedUp: (size: string, name: string) => `Backed up: ${size} as ${name}.`,
  withUnsaved: (count: number) =>
    count === 1
      ? 'It holds one change that this device could not save.'
      : `It holds ${count} changes that this device could not save.`,
  withoutRows: (count: number) =>
    `${count === 1 ? '1 damaged row' : `${count} damaged rows`} of the library could not be put into it.`,
  fileKind: 'Factmark backup',

  restore: 'Restore a backup',
  restoreChoose: 'Choose a backup…',
  restoreHelp: 'Shows what a backup holds before anything is changed.',
  file: 'Backup file',
  fileHelp: 'A file whose name ends in “.factmark”. Nothing changes before you say so.',
  reading: (name: string) => `Reading ${name}…`,
  open: 'Open',
  opening: 'Opening…',
  holds: (name: string) => `What ${name} holds`,
  made: (moment: string) => `Made ${moment}`,
  size: (articles: number, annotations: number) =>
    `${counted(articles, 'article')}, ${counted(annotations, 'annotation')}`,
  skipped: (count: number) =>
    count === 0
      ? 'What comes after the damage is lost.'
      : `${count === 1 ? '1 row' : `${format(count)} rows`} could not be read.`,
  keysNew: (count: number) => `${counted(count, 'trusted key')} new.`,
  withheldNew: (count: number) => `${counted(count, 'withheld source')} new.`,
  foreign: (count: number) =>
    count === 1
      ? '1 record is signed with another name than here; merging leaves it out.'
      : `${format(count)} records are signed with another name than here; merging leaves them out.`,
  canBeRead: 'Part of it can still be read:',
  useReadable: 'Go on with what can be read',
  nothingReadable: 'Nothing of it can be read.',
  articleLine: (annotations: number, fresh: number) =>
    fresh === 0 || fresh === annotations
      ? counted(annotations, 'annotation')
      : `${counted(annotations, 'annotation')}, ${format(fresh)} new`,
  newArticle: 'New here',
  versionsNew: (count: number) => (count === 1 ? '1 change new' : `${format(count)} changes new`),
  originalsNew: (count: number) => `${counted(count, 'original text')} new`,
  nothingNew: 'Nothing new',
  inBin: 'In the bin',
  moreArticles: (count: number) => (count === 1 ? 'and 1 article more' : `and ${format(count)} articles more`),
  allHere: 'Everything in this backup is already here.',
  restoreNow: 'Restore',
  restoring: 'Restoring…',
  merge: 'Merge into this library',
  mergeHelp: 'Adds what is new. Everything that is here stays as it is.',
  replace: 'Replace this library',
  replaceHelp: (there: Things) =>
    there.articles + there.versions + there.originals + there.withheld + there.trustedKeys === 0
      ? 'The library becomes what the backup holds.'
      : `The library becomes what the backup holds. ${onlyHere(there)} only here and would go.`,
  snapshotFirst: 'A snapshot of what is here now is taken first.',
  noSnapshotFirst: 'This browser keeps no snapshots: back up what is here first.',
  replaceQuestion: (articles: number, annotations: number) =>
    `Last question: ${counted(articles, 'article')} and ${counted(annotations, 'annotation')} make way for the backup. Replace them?`,
  replaceNow: 'Replace now',
  keep: 'Keep my library',
  otherTabs: 'Other open Factmark tabs are loaded again.',

  folderTitle: 'Automatic backups',
  folderHelp:
    'Choose a folder, and Factmark writes a backup into it while you work, ten minutes apart at most. The newest ten are kept; other files are not touched. They are not encrypted, and hold withheld sources too.',
  chooseFolder: 'Choose a folder…',
  otherFolder: 'Choose another folder…',
  folderChosen: (name: string) => `Backups go into “${name}” automatically.`,
  folderLost: (name: string) => `The browser no longer lets Factmark write into “${name}”, so no backups go there.`,
  folderDenied: (name: string) =>
    `The browser was told not to let Factmark write into “${name}”. Change that in the settings of this site, or choose another folder.`,
  allowAgain: 'Allow again',
  stopFolder: 'Stop',
  folderUnsupported: 'This browser gives no website a folder. Use “Back up everything” from time to time.',

  snapshotsTitle: 'Snapshots on this device',
  snapshotsHelp:
    'Factmark copies your library by itself, beside the database. A snapshot helps when the database is damaged; it is lost together with the device.',
  snapshots: 'Snapshots',
  noSnapshots: 'There is none yet. The first one is taken soon after something was written.',
  snapshotsUnsupported: 'This browser keeps no snapshots. Make backups from time to time.',
  snapshotLine: (articles: number, annotations: number, size: string) =>
    `${counted(articles, 'article')}, ${counted(annotations, 'annotation')}, ${size}`,
  download: 'Download',
  downloadOf: (moment: string) => `Download the snapshot of ${moment}`,
  restoreOf: (moment: string) => `Restore the snapshot of ${moment}`,
  snapshotOf: (moment: string) => `the snapshot of ${moment}`,
  snapshotGone: 'This snapshot is gone, or is not what was written. Choose another one.',
  snapshotFailed: 'The last snapshot could not be taken.',
  looking: 'Looking…',

  deviceTitle: 'This device',
  library: 'Library',
  librarySize: (articles: number, annotations: number, versions: number) =>
    `${counted(articles, 'article')}, ${counted(annotations, 'annotation')}, ${counted(versions, 'version')} kept`,
  lastSaved: 'Last saved',
  never: 'Not yet',
  room: 'Room',
  promise: 'Promise of the browser',
  persisted: 'It keeps the library until you erase it.',
  unasked: 'It was not asked yet. Factmark asks at your first annotation.',
  refused:
    'It was asked to keep the library, and did not promise it. It may remove it when the device runs out of room.',
  ask: 'Ask the browser to keep it',
  askAgain: 'Ask again',

  reminder: (ago: string) => `Your last backup is from ${ago}.`,
  reminderNone: 'Your work is on this device only: there is no backup yet.',
  reminderName: 'Backup',
  backUpNow: 'Back up now',
  notNow: 'Not now',
  badge: (ago: string) => `Backup ${ago}`,
  badgeNone: 'No backup yet',
  firstHint: 'Restore a backup',
  toSnapshots: 'Show the snapshots',
  earlier: (articles: number, annotations: number, moment: string) =>
    `A library with ${counted(articles, 'article')} and ${counted(annotations, 'annotation')} was here before, last copied ${moment}.`,

  recoveryTitle: 'Your library is not what it was',
  recoveryNewer: 'This library was written by a newer Factmark',
  recovery: {
    vanished: 'The database of your library is gone.',
    forgotten: 'The database of your library is gone, and so is what the browser remembered of it.',
    emptied: 'The database of your library was emptied.',
    behind: 'The database of your library holds an earlier state.',
    incomplete: 'Part of your library is gone.',
    unreadable: 'The database of your library cannot be read.',
  },
  recoveryCalm: 'Nothing has been changed, and nothing is written until you decide.',
  newerHelp: 'Nothing was touched. Reload to get the newer program.',
  expected: 'Expected',
  expectedSize: (articles: number, annotations: number, moment: string) =>
    `${counted(articles, 'article')}, ${counted(annotations, 'annotation')}, last saved ${moment}`,
  expectedAtLeast: (articles: number, annotations: number, moment: string) =>
    `At least ${counted(articles, 'article')}, ${counted(annotations, 'annotation')}, as copied ${moment}`,
  expectedUnknown: 'Nothing is remembered of it',
  found: 'Found',
  foundNothing: 'Nothing',
  foundPart: (expected: RowCounts, found: RowCounts) =>
    `${format(found.articles)} of ${counted(expected.articles, 'article')}, ${format(found.revisions)} of ${counted(expected.revisions, 'text')}, and of what was written about them ${format(found.versions)} of ${counted(expected.versions, 'version')}${alsoFound(expected, found)}`,
  foundUnreadable: 'Nothing that can be read',
  restoreSnapshot: (moment: string) => `Restore the snapshot of ${moment}`,
  snapshotMerged: 'What is still there is kept beside it.',
  snapshotReplaces: 'It takes the place of the damaged database.',
  noSnapshotHere: 'There is no snapshot on this device.',
  restoreFile: 'Restore a backup file',
  restoreFileHelp: 'A file that you saved, or one from your backup folder.',
  rawKind: 'Rows of a library',
  saveRaw: 'Save what can still be read',
  saveRawHelp: 'Every row that can still be read, as a text file, for a repair by hand.',
  savingRaw: 'Saving…',
  savedRaw: (size: string, name: string) => `Saved: ${size} as ${name}.`,
  browserStuck:
    'Nothing was changed: the browser itself can no longer open its storage for this page. Download the snapshot unless you have a backup file, remove the data of this site in the settings of the browser, then open Factmark again and restore the file.',
  goOn: 'Go on with what is there',
  goOnHelp: 'What is missing is then no longer expected.',
  startAnew: 'Start anew',
  startAnewHelp: 'Deletes the damaged database and begins with an empty library.',
  startAnewTitle: 'Start anew?',
  startAnewQuestion:
    'Last question: the damaged database is deleted, and with it what could still be read of it. Snapshots and backups stay.',
  startAnewNow: 'Delete and start anew',
  goBack: 'Go back',
} as const

function format(count: number): string {
  return count.toLocaleString('en')
}

function counted(
  count: number,
  thing: 'article' | 'annotation' | 'text' | 'version' | 'original text' | 'withheld source' | 'trusted key',
): string {
  return count === 1 ? `1 ${thing}` : `${format(count)} ${thing}s`
}

type Things = Pick<RowCounts, 'articles' | 'versions' | 'originals' | 'withheld'> & { readonly trustedKeys: number }

function onlyHere({ articles, versions, originals, withheld, trustedKeys }: Things): string {
  const things = [
    ...(articles > 0 ? [counted(articles, 'article')] : []),
    ...(versions > 0 ? [counted(versions, 'version')] : []),
    ...(originals > 0 ? [counted(originals, 'original text')] : []),
    ...(withheld > 0 ? [counted(withheld, 'withheld source')] : []),
    ...(trustedKeys > 0 ? [counted(trustedKeys, 'trusted key')] : []),
  ]
  return `${LIST.format(things)} ${articles + versions + originals + withheld + trustedKeys === 1 ? 'is' : 'are'}`
}

const LIST = new Intl.ListFormat('en')

function alsoFound(expected: RowCounts, found: RowCounts): string {
  const ofOriginals = `; ${format(found.originals)} of ${counted(expected.originals, 'original text')}`
  const ofWithheld = `; ${format(found.withheld)} of ${counted(expected.withheld, 'withheld source')}`
  return `${expected.originals === 0 ? '' : ofOriginals}${expected.withheld === 0 ? '' : ofWithheld}`
}
