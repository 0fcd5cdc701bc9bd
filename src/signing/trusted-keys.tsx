import { useState } from 'react'
import type { KeyProblem } from '../domain/key-storage.ts'
import type { TrustedKey } from '../domain/signing-key.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { FileField } from '../ui/file-field.tsx'
import { formatDay } from '../wording/dates.ts'
import { nameShown } from '../wording/signatures.ts'
import { words } from '../wording/words.ts'
import { Fingerprint } from './fingerprint.tsx'
import { TrustForm, type NamedKey } from './trust-form.tsx'

interface TrustedKeysProps {
  readonly trusted: readonly TrustedKey[]
  readonly onSaid: (sentence: string) => void
}

/** Whose keys are trusted, and how another one comes among them. */
export function TrustedKeys({ trusted, onSaid }: TrustedKeysProps) {
  const store = useReviewStore()
  const [given, setGiven] = useState<NamedKey | null>(null)
  const [problem, setProblem] = useState<KeyProblem | null>(null)
  const take = async (file: File) => {
    const read = await store.getState().readPublicKey(file)
    setGiven(read.ok ? read.value : null)
    setProblem(read.ok ? null : read.problem)
  }
  const remove = async ({ fingerprint, name }: TrustedKey) => {
    const stopped = await store.getState().distrustKey(fingerprint)
    onSaid(stopped ? words.transfer.storageProblem[stopped.kind] : words.signing.distrusted(nameShown(name)))
  }
  return (
    <>
      <p>{words.signing.trustedHelp}</p>
      {trusted.length === 0 && <p className="signing-help">{words.signing.noTrusted}</p>}
      <ul className="signing-list" aria-label={words.signing.trusted}>
        {trusted.map(key => (
          <li key={key.fingerprint}>
            <span>
              <bdi>{key.name || words.common.unnamedReviewer}</bdi>{' '}
              <span className="signing-help">{words.signing.sinceDay(formatDay(key.since))}</span>
            </span>
            <Button
              look="outlined"
              aria-label={words.signing.distrustFor(key.name || words.common.unnamedReviewer)}
              onClick={() => void remove(key)}
            >
              {words.signing.distrust}
            </Button>
            <Fingerprint of={key.key} />
          </li>
        ))}
      </ul>
      <FileField
        label={words.signing.addFile}
        help={words.signing.addFileHelp}
        accept=".factmark-public-key,application/json"
        onFile={file => void take(file)}
      />
      {problem && <p role="alert">{words.signing.problem[problem.kind]}</p>}
      {given && (
        <TrustForm
          key={given.key}
          given={given}
          onDone={name => {
            setGiven(null)
            if (name !== null) onSaid(words.signing.trustedNow(nameShown(name)))
          }}
        />
      )}
    </>
  )
}
