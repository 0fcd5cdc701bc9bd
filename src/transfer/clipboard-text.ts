const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] // in UTF-8

/** A text file for the clipboard: the mark at the beginning of a CSV file would be pasted as an invisible character. */
export async function clipboardText(file: Blob): Promise<Blob> {
  const start = new Uint8Array(await file.slice(0, BYTE_ORDER_MARK.length).arrayBuffer())
  const isMarked = BYTE_ORDER_MARK.every((byte, at) => start[at] === byte)
  return file.slice(isMarked ? BYTE_ORDER_MARK.length : 0, file.size, 'text/plain')
}
