import type { BackUpProblem } from '../../domain/backup-storage.ts'
import { BackupFault } from './backup-fault.ts'
import { ReadingFault } from './library-rows.ts'

/** What an error on the way from the library to a file means to the person. Whatever is not known comes in its own words. */
export function backUpProblem(error: unknown): BackUpProblem {
  if (error instanceof ReadingFault) return { kind: 'storage', problem: error.problem }
  if (error instanceof BackupFault) return faultProblem(error)
  switch (error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError':
      return { kind: 'no-room' }
    case 'NotAllowedError':
    case 'SecurityError':
    case 'NoModificationAllowedError':
      return { kind: 'not-allowed' }
    default:
      return { kind: 'not-written', detail: String(error) }
  }
}

function faultProblem({ problem }: BackupFault): BackUpProblem {
  if (problem.kind === 'too-large' || problem.kind === 'no-encryption') return problem
  return { kind: 'not-written', detail: problem.kind }
}
