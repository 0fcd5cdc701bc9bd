/** Why something was not imported, and what to do. */
export function ImportRefusal({ sentence }: { readonly sentence: string }) {
  return (
    <p className="import-dialog-refusal" role="alert">
      {sentence}
    </p>
  )
}
