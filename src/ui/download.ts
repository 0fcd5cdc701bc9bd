/** Gives a file to the browser as a download. Whether and where it is kept is up to the browser. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the address after the click; it needs it for a moment.
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER)
}

const RELEASE_AFTER = 60_000 // ms
