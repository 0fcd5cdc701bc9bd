import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { textHash } from '../domain/article-text.ts'
import { NO_CHANGES } from '../domain/statement.ts'
import {
  anAnnotationSet,
  anAnnotationVersion,
  aReviewer,
  HARBOUR_TEXT,
  OTHER_REVIEWER_ID,
} from '../testing/builders.ts'
import { hostileSets } from '../testing/hostile-sets.ts'
import { describeDecodeProblem } from '../wording/decode-problems.ts'
import { bundleCodec, encodeBundle } from './bundle.ts'
import { NO_PUBLISHER } from './codec.ts'
import { incomingFile } from './incoming.ts'
import { encodeReport } from './report/report.ts'
import { encodeAnnotationSet } from './w3c-set.ts'

const OPTIONS = { changes: NO_CHANGES, publisher: NO_PUBLISHER }
const SET = anAnnotationSet()

function read(bytes: Uint8Array<ArrayBuffer>) {
  const incoming = { files: [incomingFile('bundle.zip', bytes)] }
  return bundleCodec.reader!.recognises(incoming) ? bundleCodec.reader!.read(incoming) : null
}

/** A bundle with other files in it; `null` takes one away. */
function altered(changes: Readonly<Record<string, string | null>>): Uint8Array<ArrayBuffer> {
  const files = { ...unzipSync(encodeBundle(SET, OPTIONS)) }
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) Reflect.deleteProperty(files, name)
    else files[name] = strToU8(content)
  }
  return zipSync(files)
}

describe('a bundle', () => {
  it('X160 holds set, report and text, and says of each its size, kind and sum', () => {
    const files = unzipSync(encodeBundle(SET, OPTIONS))
    expect(Object.keys(files)).toEqual(['annotation-set.json', 'article.txt', 'manifest.json', 'report.html'])
    expect(strFromU8(files['annotation-set.json']!)).toBe(encodeAnnotationSet(SET))
    expect(strFromU8(files['report.html']!)).toBe(encodeReport(SET, OPTIONS))
    expect(strFromU8(files['article.txt']!)).toBe(HARBOUR_TEXT)
    const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as { files: { name: string; sha256: string }[] }
    expect(manifest.files[1]).toEqual({
      name: 'article.txt',
      mediaType: 'text/plain',
      bytes: files['article.txt']!.length,
      sha256: textHash(HARBOUR_TEXT),
    })
  })

  it('X161 is the same for equal sets', () => {
    const reviewers = [aReviewer(), aReviewer({ id: OTHER_REVIEWER_ID })]
    const versions = [anAnnotationVersion()]
    const bundle = encodeBundle({ ...SET, reviewers, versions }, OPTIONS)
    expect(encodeBundle({ ...SET, reviewers: reviewers.toReversed(), versions }, OPTIONS)).toEqual(bundle)
  })

  it('X161 gives back exactly the set that it was made of', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(hostileSets(), set => {
        const reading = read(encodeBundle(set, OPTIONS))
        const back = reading?.ok && reading.value.kind === 'set' ? encodeAnnotationSet(reading.value.set) : reading
        expect(back).toBe(encodeAnnotationSet(set))
      }),
      { numRuns: 100 },
    )
  })

  const ALTERED = [
    { flaw: 'changed', name: 'article.txt', changes: { 'article.txt': HARBOUR_TEXT.replace('ten', 'two') } },
    { flaw: 'changed', name: 'report.html', changes: { 'report.html': '<!doctype html>' } },
    { flaw: 'missing', name: 'annotation-set.json', changes: { 'annotation-set.json': null } },
    { flaw: 'unlisted', name: 'more.html', changes: { 'more.html': 'more' } },
    {
      flaw: 'changed',
      name: 'manifest.json',
      changes: { 'manifest.json': '{"bundle":"factmark-bundle","version":1}' },
    },
  ] as const
  it.each(ALTERED)('X162 is refused by name when a file is $flaw: $name', ({ flaw, name, changes }) => {
    const problem = { kind: 'bundle', flaw, name } as const
    expect(read(altered(changes))).toEqual({ ok: false, problem })
    expect(describeDecodeProblem(problem)).toMatch(/^This bundle .*\. Ask for a new one; nothing was imported\.$/)
    expect(describeDecodeProblem(problem)).toContain(name)
  })

  it('X162 of a later version is refused as what it is, and another archive is no bundle', () => {
    const manifest = '{"bundle":"factmark-bundle","version":2}'
    expect(read(altered({ 'manifest.json': manifest }))).toEqual({
      ok: false,
      problem: { kind: 'newer-version', version: 2 },
    })
    expect(read(altered({ 'manifest.json': null }))).toBeNull()
    expect(read(altered({ 'manifest.json': '[null' }))).toBeNull()
    expect(read(encodeBundle(SET, OPTIONS).slice(0, 2000))).toBeNull()
  })
})
