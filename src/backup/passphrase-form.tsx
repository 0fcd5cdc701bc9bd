import { useState, type SubmitEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { describeBackupProblem } from '../wording/backup-problems.ts'
import { words } from '../wording/words.ts'
import './passphrase-form.css'

interface PassphraseFormProps {
  /** Whether the last one was wrong. */
  readonly isWrong: boolean
  readonly onPassphrase: (passphrase: string) => void
}

/** Asks for the passphrase of an encrypted backup. */
export function PassphraseForm({ isWrong, onPassphrase }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (passphrase !== '') onPassphrase(passphrase)
  }
  return (
    <form className="passphrase-form" noValidate onSubmit={submit}>
      <TextField
        label={words.backup.passphrase}
        type="password"
        autoComplete="off"
        autoFocus
        help={describeBackupProblem({ kind: 'passphrase-needed' })}
        problem={isWrong ? describeBackupProblem({ kind: 'wrong-passphrase' }) : undefined}
        value={passphrase}
        onChange={event => setPassphrase(event.currentTarget.value)}
      />
      <p className="visually-hidden" role="alert">
        {isWrong && describeBackupProblem({ kind: 'wrong-passphrase' })}
      </p>
      <Button look="outlined" type="submit">
        {words.backup.open}
      </Button>
    </form>
  )
}
