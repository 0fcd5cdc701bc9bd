import { strFromU8 } from 'fflate'

/** The sums (CRC-32) that the list at the end of a ZIP archive gives of its entries, by their names (APPNOTE 4.3.12). */
export function sumsInArchive(bytes: Uint8Array, list: { readonly at: number; readonly entries: number }) {
  const sums = new Map<string, number>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = list.at
  for (let entry = 0; entry < list.entries; entry += 1) {
    if (at + HEADER > bytes.length || view.getUint32(at, true) !== SIGN) break // Its sum is then missing.
    const [name, extra, remark] = [28, 30, 32].map(field => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ]
    const isLatin = (view.getUint16(at + 8, true) & UTF8_NAME) === 0
    sums.set(strFromU8(bytes.subarray(at + HEADER, at + HEADER + name), isLatin), view.getUint32(at + 16, true))
    at += HEADER + name + extra + remark
  }
  return sums
}

const HEADER = 46 // bytes before the name
const SIGN = 0x02014b50
const UTF8_NAME = 0x0800

/** CRC-32 (ISO 3309) of pieces that follow each other. */
export function crc32(pieces: readonly Uint8Array[]): number {
  let sum = ~0
  for (const piece of pieces) for (const byte of piece) sum = TABLE[(sum ^ byte) & 0xff]! ^ (sum >>> 8)
  return ~sum >>> 0
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum
})
