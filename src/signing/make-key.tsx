import { useState, type SubmitEvent } from 'react'
import type { KeyProblem } from '../domain/key-storage.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { words } from '../wording/words.ts'
import './signing-form.css'

interface MakeKeyProps {
  readonly onSaid: (sentence: string) => void
}

/** Makes the reviewer's key, for this browser alone or so that it can be saved under a passphrase. */
export function MakeKey({ onSaid }: MakeKeyProps) {
  const store = useReviewStore()
  const [withFile, setWithFile] = useState(true)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const [isMaking, setMaking] = useState(false)
  const [problem, setProblem] = useState<KeyProblem | null>(null)
  const make = async () => {
    setMaking(true)
    const stopped = await store.getState().makeKey(withFile ? passphrase : null)
    setMaking(false)
    setProblem(stopped)
    if (!stopped) onSaid(withFile ? words.signing.madeSaveIt : words.signing.made)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!withFile || (passphrase !== '' && passphrase === again)) void make()
  }
  return (
    <form className="signing-form" noValidate onSubmit={submit}>
      <Checkbox
        label={words.signing.withFile}
        help={words.signing.withFileHelp}
        checked={withFile}
        onChange={setWithFile}
      />
      {withFile && (
        <>
          <TextField
            label={words.signing.passphrase}
            help={words.signing.passphraseHelp}
            type="password"
            autoComplete="new-password"
            value={passphrase}
            problem={isTried && passphrase === '' ? words.signing.passphraseMissing : undefined}
            onChange={event => setPassphrase(event.currentTarget.value)}
          />
          <TextField
            label={words.signing.passphraseAgain}
            type="password"
            autoComplete="new-password"
            value={again}
            problem={isTried && passphrase !== again ? words.signing.passphraseDiffers : undefined}
            onChange={event => setAgain(event.currentTarget.value)}
          />
        </>
      )}
      {problem && <p role="alert">{words.signing.problem[problem.kind]}</p>}
      <div>
        <Button look="solid" type="submit" disabled={isMaking}>
          {isMaking ? words.signing.making : words.signing.make}
        </Button>
      </div>
    </form>
  )
}
