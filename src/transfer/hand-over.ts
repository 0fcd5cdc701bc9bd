/** Gives a text to the browser as a download in UTF-8. Whether and where it is kept is up to the browser. */
export function downloadText(text: string, { name, mediaType }: { readonly name: string; readonly mediaType: string }) {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the address after the click; it needs it for a moment.
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER)
}

/** Puts a text on the clipboard; `false` when the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // Without permission or focus; the dialog says what to do instead.
  }
}

const RELEASE_AFTER = 60_000 // ms
