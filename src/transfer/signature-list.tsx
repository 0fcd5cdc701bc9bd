import { useEffect, useId, useState } from 'react'
import { signerOf } from '../domain/signing-key.ts'
import type { ReadSet } from '../exchange/read-set.ts'
import { checkSignatures, type CheckedSignature } from '../exchange/signatures/check-signatures.ts'
import { Fingerprint } from '../signing/fingerprint.tsx'
import { TrustForm } from '../signing/trust-form.tsx'
import { useReview, useReviewStore } from '../store/use-review.ts'
import { Button } from '../ui/button.tsx'
import { describeSignature, nameShown } from '../wording/signatures.ts'
import { pageWords } from '../wording/page-words.ts'
import './signature-list.css'

type SignatureListProps = Pick<ReadSet, 'found' | 'hash'>

/** Who has signed the set of a file, as far as keys tell. */
export function SignatureList({ found, hash }: SignatureListProps) {
  const store = useReviewStore()
  const heading = useId()
  const checked = useChecked({ found, hash })
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (found.signatures.length > 0) void store.getState().readKeys()
  }, [found, store])
  if (found.signatures.length === 0) return <p className="signature-list-help">{pageWords.transfer.notSigned}</p>
  return (
    <section className="signature-list" aria-labelledby={heading}>
      <h3 id={heading}>{pageWords.transfer.signatures}</h3>
      {!checked && <p role="status">{pageWords.transfer.checkingSignatures}</p>}
      <ul>
        {checked?.map((item, at) => (
          <SignatureLine
            key={at}
            item={item}
            onTrusted={name => setSaid(pageWords.signing.trustedNow(nameShown(name)))}
          />
        ))}
      </ul>
      <p role="status">{said}</p>
      {found.more > 0 && <p>{pageWords.transfer.moreSignatures(found.more)}</p>}
      <p className="signature-list-help">{pageWords.transfer.signaturesHelp}</p>
    </section>
  )
}

interface SignatureLineProps {
  readonly item: CheckedSignature
  readonly onTrusted: (name: string) => void
}

function SignatureLine({ item, onTrusted }: SignatureLineProps) {
  const keys = useReview(state => state.keys)
  const [isAsking, setAsking] = useState(false)
  if (item.kind === 'malformed') return <li className="signature-broken">{describeSignature(item)}</li>
  const { kind, signature } = item
  // Until the keys are read nobody is known.
  const signer = signerOf(signature, { mine: keys?.mine ?? null, trusted: keys?.trusted ?? [] })
  const { algorithm, key, reviewer } = signature
  const isUnknown = kind === 'valid' && signer.kind === 'unknown' && keys !== null
  const isRight = kind === 'valid' && (signer.kind === 'mine' || (signer.kind === 'trusted' && !signer.isOtherName))
  return (
    <li className={`signature-${kind === 'broken' ? 'broken' : isRight ? 'right' : 'open'}`}>
      <p>{describeSignature({ kind, signature, signer })}</p>
      {!isAsking && <Fingerprint of={key} />}
      {isUnknown && !isAsking && (
        <div>
          <Button look="outlined" onClick={() => setAsking(true)}>
            {pageWords.signing.trust}
          </Button>
        </div>
      )}
      {isUnknown && isAsking && (
        <TrustForm
          given={{ algorithm: algorithm === 'ES256' ? 'ES256' : 'Ed25519', key, name: reviewer.name }}
          onDone={name => {
            setAsking(false)
            if (name !== null) onTrusted(name)
          }}
        />
      )}
    </li>
  )
}

function useChecked({ found, hash }: SignatureListProps): readonly CheckedSignature[] | null {
  const [state, setState] = useState<{ of: SignatureListProps['found']; checked: readonly CheckedSignature[] } | null>(
    null,
  )
  useEffect(() => {
    let isWanted = true
    void checkSignatures(found.signatures, hash).then(checked => isWanted && setState({ of: found, checked }))
    return () => {
      isWanted = false
    }
  }, [found, hash])
  return state && state.of === found ? state.checked : null
}
