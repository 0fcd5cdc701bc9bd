import { useState, type SubmitEvent } from 'react'
import type { KeyProblem } from '../domain/key-storage.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { pageWords } from '../wording/page-words.ts'
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
    if (!stopped) onSaid(withFile ? pageWords.signing.madeSaveIt : pageWords.signing.made)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!withFile || (passphrase !== '' && passphrase === again)) void make()
  }
  return (
    <form className="signing-form" noValidate onSubmit={submit}>
      <Checkbox
        label={pageWords.signing.withFile}
        help={pageWords.signing.withFileHelp}
        checked={withFile}
        onChange={setWithFile}
      />
      {withFile && (
        <>
          <TextField
            label={pageWords.signing.passphrase}
            help={pageWords.signing.passphraseHelp}
            type="password"
            autoComplete="new-password"
            value={passphrase}
            problem={isTried && passphrase === '' ? pageWords.signing.passphraseMissing : undefined}
            onChange={event => setPassphrase(event.currentTarget.value)}
          />
          <TextField
            label={pageWords.signing.passphraseAgain}
            type="password"
            autoComplete="new-password"
            value={again}
            problem={isTried && passphrase !== again ? pageWords.signing.passphraseDiffers : undefined}
            onChange={event => setAgain(event.currentTarget.value)}
          />
        </>
      )}
      {problem && <p role="alert">{pageWords.signing.problem[problem.kind]}</p>}
      <div>
        <Button look="solid" type="submit" disabled={isMaking}>
          {isMaking ? pageWords.signing.making : pageWords.signing.make}
        </Button>
      </div>
    </form>
  )
}
