import { useEffect, useState } from 'react'
import type { Signature } from '../domain/signature.ts'
import type { SigningKey } from '../domain/signing-key.ts'
import { signSet } from '../exchange/signatures/sign-set.ts'
import { useReviewStore } from '../store/use-review.ts'
import type { FileWriter } from '../workers/export-client.ts'

/** Signatures of what is exported; `null` while they are made. */
export type MadeSignatures = { readonly ok: true; readonly signatures: readonly Signature[] } | { readonly ok: false }

const NONE: MadeSignatures = { ok: true, signatures: [] }

/** Signs the set that is exported with the reviewer's key, or with none. */
export function useSignature(
  writer: FileWriter,
  { history, key }: { readonly history: boolean; readonly key: SigningKey | null },
): MadeSignatures | null {
  const store = useReviewStore()
  const [made, setMade] = useState<{
    readonly of: boolean
    readonly by: SigningKey
    readonly made: MadeSignatures
  } | null>(null)
  useEffect(() => {
    if (!key) return
    const stop = new AbortController()
    const tell = (signed: MadeSignatures) => stop.signal.aborted || setMade({ of: history, by: key, made: signed })
    const reviewer = store.getState().ensureReviewer()
    const sign = async (): Promise<Signature> => {
      const hash = await writer.hashToSign({ history }, stop.signal)
      if (!hash.ok) throw new Error(hash.problem.kind === 'failed' ? hash.problem.reason : hash.problem.kind)
      return signSet(hash.value, { key, reviewer, at: new Date().toISOString() })
    }
    sign().then(
      signature => tell({ ok: true, signatures: [signature] }),
      (error: unknown) => {
        if (stop.signal.aborted) return
        console.error(error) // For a report; the person gets a sentence.
        tell({ ok: false })
      },
    )
    return () => stop.abort()
  }, [writer, history, key, store])
  if (!key) return NONE
  return made && made.of === history && made.by === key ? made.made : null
}
