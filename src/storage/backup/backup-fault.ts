import type { BackupProblem } from '../../domain/backup.ts'

/** Carries a problem out of a stream, which can only fail by throwing. It is caught where the stream was begun. */
export class BackupFault extends Error {
  readonly problem: BackupProblem

  constructor(problem: BackupProblem) {
    super(`backup: ${problem.kind}`)
    this.name = 'BackupFault'
    this.problem = problem
  }
}
