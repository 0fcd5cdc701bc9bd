import './refusal.css'

/** A sentence that says why something was not done. */
export function Refusal({ sentence }: { readonly sentence: string }) {
  return (
    <p className="refusal" role="alert">
      {sentence}
    </p>
  )
}
