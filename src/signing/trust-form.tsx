import { useState, type SubmitEvent } from 'react'
import type { StorageProblem } from '../domain/review-storage.ts'
import type { TrustedKey } from '../domain/signing-key.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { pageWords } from '../wording/page-words.ts'
import { Fingerprint } from './fingerprint.tsx'
import './signing-form.css'

/** A public key, and the name that comes with it. */
export type NamedKey = Pick<TrustedKey, 'algorithm' | 'key' | 'name'>

interface TrustFormProps {
  readonly given: NamedKey
  /** With the name under which the key is trusted; `null` when it is not. */
  readonly onDone: (name: string | null) => void
}

/** Asks whether a key is trusted, after its fingerprint was compared, and under which name. */
export function TrustForm({ given, onDone }: TrustFormProps) {
  const store = useReviewStore()
  const [name, setName] = useState(given.name)
  const [problem, setProblem] = useState<StorageProblem | null>(null)
  const trust = async () => {
    const stopped = await store.getState().trustKey({ ...given, name: name.trim() })
    setProblem(stopped)
    if (!stopped) onDone(name.trim())
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void trust()
  }
  return (
    <form className="signing-form" aria-label={pageWords.signing.trust} noValidate onSubmit={submit}>
      <p>{pageWords.signing.compare}</p>
      <Fingerprint of={given.key} />
      <TextField
        label={pageWords.signing.whose}
        help={pageWords.signing.whoseHelp}
        dir="auto"
        autoFocus
        maxLength={200}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      {problem && <p role="alert">{pageWords.transfer.storageProblem[problem.kind]}</p>}
      <div className="signing-actions">
        <Button look="solid" type="submit">
          {pageWords.signing.trust}
        </Button>
        <Button look="outlined" onClick={() => onDone(null)}>
          {pageWords.signing.cancel}
        </Button>
      </div>
    </form>
  )
}
