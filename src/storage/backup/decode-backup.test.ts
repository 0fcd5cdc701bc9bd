import { describe, expect, it } from 'vitest'
import type { BackupProblem } from '../../domain/backup.ts'
import { sha256Hex } from '../../domain/canonical-json.ts'
import { ANNOTATION_ID, anAnnotationVersion } from '../../testing/builders.ts'
import { anOrigin, atOnce, rowsOf, someContents } from '../../testing/backups.ts'
import { joined, type Bytes } from './byte-source.ts'
import { decodeBackup } from './decode-backup.ts'
import { encodeBackup } from './encode-backup.ts'

type Problem = Partial<BackupProblem> & Record<string, unknown>

/** Lines 1 to 12: header, reviewer, settings, article, revision, shelf entry, tally, view state, three versions, original; then the end. */
const LINES = (await textOf(encodeBackup(anOrigin(), rowsOf(someContents()), atOnce))).trimEnd().split('\n')
const lineOf = (store: string) => LINES.findIndex(line => line.startsWith(`{"store":"${store}"`)) + 1
const ANNOTATION_LINE = LINES.findIndex(line => line.includes(ANNOTATION_ID)) + 1
const END = LINES.length

describe('what is no backup', () => {
  const header = (change: object) => JSON.stringify({ ...JSON.parse(LINES[0]!), ...change })
  const files: readonly (readonly [string, string, Problem])[] = [
    ['an empty file', '', { kind: 'not-a-backup' }],
    ['a text', 'Dear editor,\n', { kind: 'not-a-backup' }],
    ['other JSON', '{"rows":[]}\n', { kind: 'not-a-backup' }],
    ['a list', '[1]\n', { kind: 'not-a-backup' }],
    ['null', 'null\n', { kind: 'not-a-backup' }],
    ['a backup of another program', `${header({ format: 'notes' })}\n`, { kind: 'not-a-backup' }],
    ['a version that is no number', `${header({ formatVersion: 'x' })}\n`, { kind: 'not-a-backup' }],
    ['a header that says more', `${header({ more: 1 })}\n`, { kind: 'not-a-backup' }],
    ['a library without a name', `${header({ database: '' })}\n`, { kind: 'not-a-backup' }],
    ['a newer backup', `${header({ formatVersion: 5, more: 1 })}\n`, { kind: 'newer-backup', version: 5 }],
  ]
  it.each(files)('S52 refuses %s by name', async (_name, text, problem) => {
    expect(await decodeBackup(bytes(text), { isEncrypted: false })).toEqual({ ok: false, problem })
  })

  it('S52 refuses bytes that are no text', async () => {
    const outcome = await decodeBackup(once(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0a])), { isEncrypted: false })
    expect(outcome).toEqual({ ok: false, problem: { kind: 'not-a-backup' } })
  })

  it('S52 refuses a line longer than any backup has, before it has all of it', async () => {
    let given = 0
    async function* endless(): Bytes {
      yield new TextEncoder().encode(`${LINES[0]!}\n`)
      for (; given < 1000; given += 1) yield new Uint8Array(1_000_000).fill(0x20)
      await Promise.resolve()
    }
    const outcome = await decodeBackup(endless(), { isEncrypted: false })
    expect(outcome).toEqual({ ok: false, problem: { kind: 'too-large', limit: 64_000_000 } })
    expect(given).toBeLessThan(70)
  })
})

describe('a damaged row', () => {
  const { dot } = anAnnotationVersion()
  const rows: readonly (readonly [string, string[], Problem])[] = [
    ['no JSON', replaced(lineOf('articles'), 'x'), { line: lineOf('articles'), place: '', flaw: { kind: 'not-json' } }],
    [
      'an unknown store',
      changed(lineOf('shelf'), 'store', 'devices'),
      { line: lineOf('shelf'), place: 'store', flaw: { kind: 'unexpected', expected: expect.any(String) } },
    ],
    [
      'a field too many',
      changed(lineOf('shelf'), 'value.more', 1),
      { line: lineOf('shelf'), place: 'value.more', flaw: { kind: 'unknown-field' } },
    ],
    [
      'a field too few',
      changed(lineOf('reviewers'), 'value.name', undefined),
      { line: lineOf('reviewers'), place: 'value.name', flaw: { kind: 'missing' } },
    ],
    [
      'a name that reaches into prototypes',
      replaced(lineOf('tallies'), LINES[lineOf('tallies') - 1]!.replace('"reviewed"', '"__proto__"')),
      { line: lineOf('tallies'), place: 'value.__proto__', flaw: { kind: 'forbidden-name' } },
    ],
    [
      'half a character',
      replaced(lineOf('viewStates'), LINES[lineOf('viewStates') - 1]!.replace('"words":""', '"words":"\\ud83d"')),
      { line: lineOf('viewStates'), place: 'value.filter.words', flaw: { kind: 'broken-character' } },
    ],
    [
      'nesting without end',
      replaced(lineOf('settings'), '['.repeat(200_000)),
      { line: lineOf('settings'), place: '', flaw: { kind: 'too-deep', limit: 200 } },
    ],
    [
      'a text that is not that of its hash',
      replaced(lineOf('revisions'), LINES[lineOf('revisions') - 1]!.replace('ten days', 'two days')),
      { line: lineOf('revisions'), place: 'value.hash', flaw: { kind: 'wrong-hash' } },
    ],
    [
      'a quote that is not what the text says',
      changed(ANNOTATION_LINE, 'value.content.selector.quote.exact', 'The tunnel was closed for two days'),
      { line: ANNOTATION_LINE, place: 'value.content.selector.quote.exact', flaw: { kind: 'wrong-quote' } },
    ],
    [
      'an original text that is not that of its hash',
      changed(lineOf('originals'), 'value.text', 'Something else'),
      { line: lineOf('originals'), place: 'value.hash', flaw: { kind: 'wrong-hash' } },
    ],
    [
      'a version that has seen itself',
      changed(ANNOTATION_LINE, `value.seen.${dot[0]}`, dot[1]),
      { line: ANNOTATION_LINE, place: 'value.seen', flaw: { kind: 'seen-itself' } },
    ],
  ]
  it.each(rows)('S53 is refused with its place: %s', async (_name, lines, problem) => {
    const outcome = await decodeBackup(bytes(`${withRightEnd(lines).join('\n')}\n`), { isEncrypted: false })
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'damaged', ...problem } })
  })

  it('S53 is no matter of what is not there: a library may name what it lost', async () => {
    const strange = someContents({ reviewers: [], revisions: [], articles: [] })
    const text = await textOf(encodeBackup(anOrigin(), rowsOf(strange), atOnce))
    expect(await decodeBackup(bytes(text), { isEncrypted: false })).toMatchObject({ ok: true })
  })

  const ends: readonly (readonly [string, string[], Problem])[] = [
    ['rows after the end', [...LINES, LINES[1]!], { kind: 'damaged', line: END + 1, flaw: { kind: 'after-the-end' } }],
    ['a second end', [...LINES, LINES.at(-1)!], { kind: 'damaged', line: END + 1, flaw: { kind: 'after-the-end' } }],
    ['no end', LINES.slice(0, -1), { kind: 'truncated' }],
    ['another row', replaced(3, LINES[2]!.replace('dark', 'light')), { kind: 'wrong-checksum' }],
    ['a row less', LINES.filter((_, index) => index !== 1), { kind: 'damaged', flaw: { kind: 'wrong-counts' } }],
    ['a row twice', [LINES[0]!, LINES[1]!, ...LINES.slice(1)], { kind: 'damaged', flaw: { kind: 'wrong-counts' } }],
    [
      'an end that makes no sense',
      replaced(END, '{"end":{"counts":{},"sha256":"x"}}'),
      { kind: 'damaged', line: END, place: 'end.counts.reviewers', flaw: { kind: 'missing' } },
    ],
  ]
  it.each(ends)('S53 is not the only thing that is refused: %s', async (_name, lines, problem) => {
    const outcome = await decodeBackup(bytes(`${lines.join('\n')}\n`), { isEncrypted: false })
    expect(outcome).toMatchObject({ ok: false, problem })
  })
})

describe('what can be read of a broken backup', () => {
  const readableOf = async (lines: readonly string[]) => {
    const outcome = await decodeBackup(bytes(`${lines.join('\n')}\n`), { isEncrypted: false })
    if (outcome.ok || !('readable' in outcome.problem)) throw new Error('It was not read in part.')
    return outcome.problem.readable
  }

  it('S54 is every row that is right, and the others are counted', async () => {
    const { versions, ...others } = someContents()
    const readable = await readableOf(replaced(ANNOTATION_LINE, 'x'))
    expect(readable).toMatchObject({ skipped: 1, contents: others })
    expect(readable?.contents.versions).toEqual(versions.filter(({ id }) => id !== ANNOTATION_ID))
  })

  it('S54 is what stands before a cut: articles and texts come before what was written about them', async () => {
    const readable = await readableOf(LINES.slice(0, ANNOTATION_LINE - 1))
    const { articles, revisions, shelf, reviewers } = someContents()
    expect(readable).toMatchObject({ skipped: 0, contents: { articles, revisions, shelf, reviewers } })
  })

  it('S54 is nothing where there is neither an article nor a version', async () => {
    expect(await readableOf(LINES.slice(0, 3))).toBeNull()
  })
})

interface Draft {
  [name: string]: Draft
}

/** The lines with another value at a path of one of them; `undefined` takes the field away. */
function changed(line: number, path: string, value: unknown): string[] {
  const row: Draft = JSON.parse(LINES[line - 1]!)
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const place = steps.reduce((draft, step) => draft[step]!, row)
  place[last] = value as Draft
  return replaced(line, JSON.stringify(row))
}

function replaced(line: number, text: string): string[] {
  return LINES.map((known, index) => (index === line - 1 ? text : known))
}

/** The same lines with the checksum that they now have: a forger can count too. */
function withRightEnd(lines: readonly string[]): readonly string[] {
  const before = lines.slice(0, -1)
  const end = JSON.parse(lines.at(-1)!)
  end.end.sha256 = sha256Hex(before.map(line => `${line}\n`).join(''))
  return [...before, JSON.stringify(end)]
}

function bytes(text: string): Bytes {
  return once(new TextEncoder().encode(text))
}

async function* once(piece: Uint8Array<ArrayBuffer>): Bytes {
  yield piece
  await Promise.resolve()
}

async function textOf(encoded: Bytes): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of encoded) pieces.push(piece)
  return new TextDecoder().decode(joined(pieces))
}
