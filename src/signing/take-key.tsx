import { useState, type SubmitEvent } from 'react'
import type { KeyProblem } from '../domain/key-storage.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { FileField } from '../ui/file-field.tsx'
import { pageWords } from '../wording/page-words.ts'
import './signing-form.css'

interface TakeKeyProps {
  readonly onSaid: (sentence: string) => void
}

/** Takes the reviewer's key from the file in which it was saved. */
export function TakeKey({ onSaid }: TakeKeyProps) {
  const store = useReviewStore()
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [problem, setProblem] = useState<KeyProblem | null>(null)
  const take = async (given: File) => {
    const stopped = await store.getState().takeKey(given, passphrase === '' ? null : passphrase)
    setProblem(stopped)
    if (!stopped) onSaid(pageWords.signing.taken)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (file) void take(file)
  }
  return (
    <form className="signing-form" noValidate onSubmit={submit}>
      <h3>{pageWords.signing.take}</h3>
      <FileField
        label={pageWords.signing.takeFile}
        help={pageWords.signing.takeHelp}
        accept=".factmark-key,application/json"
        onFile={given => {
          setFile(given)
          setProblem(null)
        }}
      />
      {file && (
        <TextField
          label={pageWords.signing.takePassphrase}
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={event => setPassphrase(event.currentTarget.value)}
        />
      )}
      {problem && <p role="alert">{pageWords.signing.problem[problem.kind]}</p>}
      {file && (
        <div>
          <Button look="outlined" type="submit">
            {pageWords.signing.takeNow}
          </Button>
        </div>
      )}
    </form>
  )
}
