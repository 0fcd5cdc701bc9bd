const CR = 0x0d
const LF = 0x0a

/** Bytes of a mail format with CRLF line ends: some programs that keep or send such files leave only LF. */
export function withNetworkLines(bytes: Uint8Array): Uint8Array {
  const first = bytes.indexOf(LF)
  if (first < 1 || bytes[first - 1] === CR) return bytes
  const ends = bytes.reduce((count, byte) => count + Number(byte === LF), 0)
  const lined = new Uint8Array(bytes.length + ends)
  let length = 0
  for (const byte of bytes) {
    if (byte === LF) lined[length++] = CR
    lined[length++] = byte
  }
  return lined
}
