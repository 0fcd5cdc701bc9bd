/**
 * A stored value as JSON can hold it. What JSON has no word for becomes an object with one key that begins with `$`: bytes
 * as `$base64`, dates as `$date`, maps and sets as `$map` and `$set`, big numbers as `$bigint`; anything else is named by
 * its kind under `$unwritable`.
 */
export async function rawJson(value: unknown): Promise<unknown> {
  if (typeof value === 'bigint') return { $bigint: String(value) }
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Promise.all(value.map(rawJson))
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof Map) return { $map: await rawJson([...value]) }
  if (value instanceof Set) return { $set: await rawJson([...value]) }
  if (value instanceof Blob) return { $base64: base64(await value.arrayBuffer()), type: value.type }
  if (value instanceof ArrayBuffer) return { $base64: base64(value) }
  if (ArrayBuffer.isView(value)) return { $base64: base64(value.buffer, value.byteOffset, value.byteLength) }
  if (!isPlain(value)) return { $unwritable: Object.prototype.toString.call(value).slice(8, -1) }
  const entries = Object.entries(value).map(async ([key, part]) => [key, await rawJson(part)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

function isPlain(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Object]'
}

function base64(buffer: ArrayBufferLike, offset = 0, length = buffer.byteLength): string {
  let text = ''
  for (const byte of new Uint8Array(buffer, offset, length)) text += String.fromCharCode(byte)
  return btoa(text)
}
