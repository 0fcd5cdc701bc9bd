import fc from 'fast-check'
import type { Codec, Reading } from '../exchange/codec.ts'
import { incomingFile } from '../exchange/incoming.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A text as the bytes of a file. */
export function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** What a codec makes of one file: its reading, `unrecognised` where the file is none of its own, or the problem. */
export function readingOf(codec: Codec, file: string | Bytes, name = 'a file'): Reading | string {
  const incoming = { files: [incomingFile(name, typeof file === 'string' ? bytesOf(file) : file)] }
  if (!codec.reader!.recognises(incoming)) return 'unrecognised'
  const reading = codec.reader!.read(incoming)
  return reading.ok ? reading.value : reading.problem.kind
}

/** What a codec reads of a file of another tool; throws where it reads none. */
export function foreignIn(codec: Codec, file: string | Bytes, name?: string) {
  const reading = readingOf(codec, file, name)
  if (typeof reading === 'string' || reading.kind !== 'foreign')
    throw new Error(`Not read: ${JSON.stringify(reading)}.`)
  return reading.file
}

/** The file cut off at every 50th byte. */
export function* cutFiles(file: string | Bytes): Generator<Bytes> {
  const bytes = typeof file === 'string' ? bytesOf(file) : file
  for (let length = 0; length < bytes.length; length += 50) yield bytes.slice(0, length)
}

/** The same JSON with one to three of its values dropped, or replaced by something of another kind. */
export function damagedJson(value: unknown): fc.Arbitrary<unknown> {
  const paths = [...pathsIn(value)].slice(1)
  const junk = fc.oneof({ arbitrary: fc.constant(DROPPED), weight: 2 }, fc.constantFrom(...JUNK))
  const change = fc.record({ path: fc.constantFrom(...paths), junk })
  return fc.array(change, { minLength: 1, maxLength: 3 }).map(changes => {
    const copy: unknown = structuredClone(value)
    for (const { path, junk: other } of changes) replace(copy, path, other)
    return copy
  })
}

type Path = readonly (string | number)[]

const DROPPED = Symbol('dropped')
const JUNK = [null, true, -1, 1.5, 1e300, '', '\ud800', 'text', '__proto__', [], [[]], {}, { id: {} }, [null, 1, 'x']]

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

function replace(root: unknown, path: Path, other: unknown) {
  let at = root
  for (const step of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null) return // A change before this one took it away.
    at = (at as Record<string | number, unknown>)[step]
  }
  const last = path.at(-1)
  if (typeof at !== 'object' || at === null || last === undefined) return
  const holder = at as Record<string | number, unknown>
  if (other !== DROPPED) holder[last] = structuredClone(other) // The same junk may be put into itself otherwise.
  else if (Array.isArray(at)) at.splice(Number(last), 1)
  else delete holder[last]
}
