import { strToU8, zipSync } from 'fflate'
import * as v from 'valibot'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { articleText } from '../domain/article-text.ts'
import { newestRevision } from '../domain/article.ts'
import { sha256OfBytes } from '../domain/canonical-json.ts'
import type { DecodeProblem } from '../domain/decode-problem.ts'
import { fail, succeed, type Result } from '../domain/result.ts'
import type { Codec, Reading, WriteOptions } from './codec.ts'
import type { Incoming, IncomingFile } from './incoming.ts'
import { encodeReport } from './report/report.ts'
import { sortedJson } from './sorted-json.ts'
import { unpacked } from './unpacked.ts'
import { readAnnotationSet, encodeAnnotationSet } from './w3c-set.ts'

/** Everything of a check in one archive, with the sums by which an alteration shows. */
export const bundleCodec: Codec = {
  id: 'bundle',
  writer: {
    extension: '.zip',
    mediaType: 'application/zip',
    usesPublisher: true,
    signs: true,
    fates: {},
    encode: encodeBundle,
  },
  reader: {
    recognises: incoming => manifestOf(incoming) !== undefined,
    read: readBundle,
  },
}

const SET = 'annotation-set.json'
const MANIFEST = 'manifest.json'
const BUNDLE = 'factmark-bundle'
const VERSION = 1

const ManifestSchema = v.strictObject({
  bundle: v.literal(BUNDLE),
  version: v.literal(VERSION),
  files: v.array(v.strictObject({ name: v.string(), mediaType: v.string(), bytes: v.number(), sha256: v.string() })),
})

/** The set, the report and the text of the article, and a manifest with their sizes and SHA-256 sums. Equal sets give equal bytes. */
export function encodeBundle(set: AnnotationSet, options: WriteOptions): Uint8Array<ArrayBuffer> {
  const contents = [
    {
      name: SET,
      mediaType: 'application/ld+json',
      content: encodeAnnotationSet(set, options.changes, options.signatures),
    },
    { name: 'article.txt', mediaType: 'text/plain', content: articleText(newestRevision(set.revisions).content) },
    { name: 'report.html', mediaType: 'text/html', content: encodeReport(set, options) },
  ].map(({ content, ...file }) => ({ ...file, data: strToU8(content) }))
  const files = contents.map(({ name, mediaType, data }) => ({
    name,
    mediaType,
    bytes: data.length,
    sha256: sha256OfBytes(data),
  }))
  const manifest = strToU8(sortedJson({ bundle: BUNDLE, version: VERSION, files }))
  const entries = [...contents.map(({ name, data }) => [name, data] as const), [MANIFEST, manifest] as const]
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  // A time that is the same for everybody, so that equal sets give equal bytes.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) })
}

/** The set of a bundle whose files are all there, none more, and as the manifest says they are. */
function readBundle(incoming: Incoming): Result<Reading, DecodeProblem> {
  const archive = unpacked(incoming)
  if (!archive.ok) return archive
  const manifest = manifestOf(incoming)
  const version = manifest?.['version']
  if (typeof version === 'number' && version > VERSION) return fail({ kind: 'newer-version', version })
  const parsed = v.safeParse(ManifestSchema, manifest)
  if (!parsed.success) return fail({ kind: 'bundle', flaw: 'changed', name: MANIFEST })
  const files = new Map(archive.value.files.map(file => [file.name, file]))
  files.delete(MANIFEST)
  for (const { name, bytes, sha256 } of parsed.output.files) {
    const file = files.get(name)
    if (!file) return fail({ kind: 'bundle', flaw: 'missing', name })
    if (file.bytes.length !== bytes || sha256OfBytes(file.bytes) !== sha256) {
      return fail({ kind: 'bundle', flaw: 'changed', name })
    }
    files.delete(name)
  }
  // What nobody vouches for may be there to be taken for a part of the check.
  for (const name of files.keys()) return fail({ kind: 'bundle', flaw: 'unlisted', name })
  const read = readAnnotationSet(archive.value.files.find(({ name }) => name === SET)?.text ?? '')
  return read.ok ? succeed({ kind: 'set', ...read.value }) : read
}

/** What an archive says of its files, when it is a bundle. */
function manifestOf(incoming: Incoming): Readonly<Record<string, unknown>> | undefined {
  const archive = unpacked(incoming)
  if (!archive.ok || archive.value === incoming) return undefined
  const json = archive.value.files.find(isManifest)?.json
  const isBundle = typeof json === 'object' && json !== null && Object.hasOwn(json, 'bundle')
  const manifest = isBundle ? (json as Readonly<Record<string, unknown>>) : {}
  return manifest['bundle'] === BUNDLE ? manifest : undefined
}

function isManifest({ name }: IncomingFile): boolean {
  return name === MANIFEST
}
