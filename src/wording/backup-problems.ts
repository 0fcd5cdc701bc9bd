import type { BackupProblem, RowFlaw } from '../domain/backup.ts'
import type { BackUpProblem, RestoreProblem } from '../domain/backup-storage.ts'
import type { StorageProblem } from '../domain/review-storage.ts'
import { describeFlaw } from './decode-problems.ts'
import { words } from './words.ts'

/** One sentence that says why a file is not restored, or two with what to do. */
export function describeBackupProblem(problem: BackupProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return 'This file could not be read: it may have been moved or changed, so choose it again.'
    case 'not-a-backup':
      return 'This file is not a backup from Factmark: choose one whose name ends in “.factmark”.'
    case 'newer-backup':
      return `This backup was written by a newer Factmark (format ${problem.version}): update Factmark, then restore it.`
    case 'too-large':
      return `This file holds more than the ${megabytes(problem.limit)} MB that a backup, or one row of it, can have.`
    case 'passphrase-needed':
      return 'This backup is encrypted: type its passphrase.'
    case 'wrong-passphrase':
      return 'This is not the passphrase of this backup.'
    case 'no-encryption':
      return 'This backup is encrypted, and this browser cannot decrypt at this address: use Factmark over https.'
    case 'truncated':
      return 'This backup is cut off: its end is missing.'
    case 'wrong-checksum':
      return 'This backup is damaged: its contents are not those that its checksum was made of.'
    case 'damaged':
      return `This backup is damaged at line ${problem.line}${problem.place && ` (${problem.place})`}: ${rowFlaw(problem.flaw)}.`
  }
}

/** One sentence that says why a backup or a snapshot was not made. */
export function describeBackUpProblem(problem: BackUpProblem): string {
  switch (problem.kind) {
    case 'storage':
      return `Not backed up: ${reason(problem.problem)}.`
    case 'nothing-there':
      return 'Not backed up: there is nothing in this library yet.'
    case 'too-large':
      return `Not backed up: the library, or one article of it, is larger than the ${megabytes(problem.limit)} MB that a backup can hold.`
    case 'no-encryption':
      return 'Not backed up: this browser cannot encrypt at this address.'
    case 'no-room':
      return 'Not backed up: there is not enough room where the backup should go.'
    case 'not-allowed':
      return 'Not backed up: the browser does not let Factmark write there.'
    case 'written-wrong':
      return 'Not backed up: what was read back is not what was written, so the disk may be failing.'
    case 'not-written':
      return `Not backed up: it could not be written (${problem.detail}).`
    case 'unsupported':
      return 'Not backed up: this browser has no place for it.'
  }
}

/** One sentence that says why nothing was restored. */
export function describeRestoreProblem(problem: RestoreProblem): string {
  switch (problem.kind) {
    case 'unsaved':
      return `Nothing was restored: some of your work is not saved yet, because ${reason(problem.problem)}.`
    case 'storage':
      return `Nothing was restored: ${reason(problem.problem)}.`
    case 'no-snapshot':
      return `Nothing was replaced, because no snapshot could be taken of what is here. ${describeBackUpProblem(problem.problem)}`
  }
}

/** The same where the library is damaged; says what to do where the browser cannot even make a new one. */
export function describeRecoveryProblem(problem: RestoreProblem): string {
  const isStuck = problem.kind === 'storage' && problem.problem.kind === 'unavailable'
  return isStuck ? words.backup.browserStuck : describeRestoreProblem(problem)
}

function reason(problem: StorageProblem): string {
  return words.common.storageReason[problem.kind]
}

function rowFlaw(flaw: RowFlaw): string {
  switch (flaw.kind) {
    case 'not-json':
      return 'this line makes no sense'
    case 'cannot-unpack':
      return 'from here on it cannot be unpacked'
    case 'altered':
      return 'from here on it is not what was encrypted'
    case 'wrong-counts':
      return 'it holds other rows than it says'
    case 'after-the-end':
      return 'something comes after its end'
    default:
      return describeFlaw(flaw)
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString('en')
}
