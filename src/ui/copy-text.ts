/** Puts a text on the clipboard; `false` when the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // Without permission or focus; whoever asked says what to do instead.
  }
}

/**
 * The same with a text that has still to be read. Some browsers let nothing be copied once the click is over: it is asked for
 * at once, and the text follows.
 */
export async function copyComingText(text: Promise<Blob>): Promise<boolean> {
  try {
    if (typeof ClipboardItem === 'undefined') return await copyText(await (await text).text())
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
    return true
  } catch {
    return false
  }
}
