import { Download } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { words } from '../wording/words.ts'
import { BackUpOutcome } from './back-up-outcome.tsx'
import { useBackUp } from './use-back-up.ts'
import './back-up-form.css'

/** Saves everything in one file, encrypted when the person wants it. */
export function BackUpForm() {
  const [phase, backUp] = useBackUp()
  const [isEncrypted, setEncrypted] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const problems = isEncrypted && isTried ? problemsOf(passphrase, again) : {}
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (isEncrypted && (passphrase === '' || passphrase !== again)) return
    void backUp(isEncrypted ? passphrase : null)
  }
  return (
    <form className="back-up-form" noValidate onSubmit={submit}>
      <Checkbox
        label={words.backup.encrypt}
        help={words.backup.encryptHelp}
        checked={isEncrypted}
        onChange={setEncrypted}
      />
      {isEncrypted && (
        <div className="back-up-form-passphrase">
          <TextField
            label={words.backup.passphrase}
            type="password"
            autoComplete="new-password"
            value={passphrase}
            problem={problems.passphrase}
            onChange={event => setPassphrase(event.currentTarget.value)}
          />
          <TextField
            label={words.backup.passphraseAgain}
            type="password"
            autoComplete="new-password"
            value={again}
            problem={problems.again}
            onChange={event => setAgain(event.currentTarget.value)}
          />
          <p>{words.backup.passphraseWarning}</p>
        </div>
      )}
      <div>
        <Button
          look="solid"
          type="submit"
          icon={<Download size={16} aria-hidden />}
          disabled={phase.kind === 'working'}
        >
          {words.backup.backUp}
        </Button>
      </div>
      <BackUpOutcome phase={phase} />
    </form>
  )
}

function problemsOf(passphrase: string, again: string): { readonly passphrase?: string; readonly again?: string } {
  if (passphrase === '') return { passphrase: words.backup.passphraseMissing }
  return passphrase === again ? {} : { again: words.backup.passphraseDiffers }
}
