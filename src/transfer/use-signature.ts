import { useEffect, useMemo, useState } from 'react'
import type { Signature } from '../domain/signature.ts'
import type { SigningKey } from '../domain/signing-key.ts'
import { signSet } from '../exchange/signatures/sign-set.ts'
import type { ExportedRecords } from '../store/review-state.ts'
import { useReviewStore } from '../store/use-review.ts'
import { hashToSign } from './export-text.ts'

/** Signatures of what is exported; `null` while they are made. */
export type MadeSignatures = { readonly ok: true; readonly signatures: readonly Signature[] } | { readonly ok: false }

const NONE: MadeSignatures = { ok: true, signatures: [] }

/** Signs the set that is exported with the reviewer's key, or with none. */
export function useSignature(
  records: ExportedRecords,
  { history, key }: { readonly history: boolean; readonly key: SigningKey | null },
): MadeSignatures | null {
  const store = useReviewStore()
  const hash = useMemo(() => (key ? hashToSign(records, { history }) : null), [records, history, key])
  const [made, setMade] = useState<{
    readonly of: string
    readonly by: SigningKey
    readonly made: MadeSignatures
  } | null>(null)
  useEffect(() => {
    if (!key || hash === null) return
    let isWanted = true
    const tell = (signed: MadeSignatures) => isWanted && setMade({ of: hash, by: key, made: signed })
    const reviewer = store.getState().ensureReviewer()
    signSet(hash, { key, reviewer, at: new Date().toISOString() }).then(
      signature => tell({ ok: true, signatures: [signature] }),
      (error: unknown) => {
        console.error(error) // For a report; the person gets a sentence.
        tell({ ok: false })
      },
    )
    return () => {
      isWanted = false
    }
  }, [hash, key, store])
  if (!key) return NONE
  return made && made.of === hash && made.by === key ? made.made : null
}
