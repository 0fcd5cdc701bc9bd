import { useState } from 'react'
import type { KeyProblem } from '../domain/key-storage.ts'
import type { TrustedKey } from '../domain/signing-key.ts'
import { useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { FileField } from '../ui/file-field.tsx'
import { formatDay } from '../wording/dates.ts'
import { nameShown } from '../wording/signatures.ts'
import { pageWords } from '../wording/page-words.ts'
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
    onSaid(stopped ? pageWords.transfer.storageProblem[stopped.kind] : pageWords.signing.distrusted(nameShown(name)))
  }
  return (
    <>
      <p>{pageWords.signing.trustedHelp}</p>
      {trusted.length === 0 && <p className="signing-help">{pageWords.signing.noTrusted}</p>}
      <ul className="signing-list" aria-label={pageWords.signing.trusted}>
        {trusted.map(key => (
          <li key={key.fingerprint}>
            <span>
              <bdi>{key.name || words.common.unnamedReviewer}</bdi>{' '}
              <span className="signing-help">{pageWords.signing.sinceDay(formatDay(key.since))}</span>
            </span>
            <Button
              look="outlined"
              aria-label={pageWords.signing.distrustFor(key.name || words.common.unnamedReviewer)}
              onClick={() => void remove(key)}
            >
              {pageWords.signing.distrust}
            </Button>
            <Fingerprint of={key.key} />
          </li>
        ))}
      </ul>
      <FileField
        label={pageWords.signing.addFile}
        help={pageWords.signing.addFileHelp}
        accept=".factmark-public-key,application/json"
        onFile={file => void take(file)}
      />
      {problem && <p role="alert">{pageWords.signing.problem[problem.kind]}</p>}
      {given && (
        <TrustForm
          key={given.key}
          given={given}
          onDone={name => {
            setGiven(null)
            if (name !== null) onSaid(pageWords.signing.trustedNow(nameShown(name)))
          }}
        />
      )}
    </>
  )
}
