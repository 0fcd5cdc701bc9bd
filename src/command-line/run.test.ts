import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fail, succeed } from '../domain/result.ts'
import { NO_CHANGES } from '../domain/statement.ts'
import { NO_PUBLISHER } from '../exchange/codec.ts'
import { WRITABLE_CODECS } from '../exchange/codecs.ts'
import { decodeAnnotationSet, encodeAnnotationSet, readAnnotationSet } from '../exchange/w3c-set.ts'
import {
  aContent,
  aReviewer,
  aRevision,
  aUuid,
  anAnnotationSet,
  anAnnotationVersion,
  anArticle,
  HARBOUR_TEXT,
  OTHER_DEVICE_ID,
  OTHER_REVIEWER_ID,
} from '../testing/builders.ts'
import { bytesOf } from '../testing/damaged-files.ts'
import { aSignature, theKnownKey } from '../testing/signing.ts'
import { run } from './run.ts'

/** Of the known key. */
const FINGERPRINT = '21fe 31df a154 a261 626b f854 046f d227 1b7b ed4b 6abe 45aa 5887 7ef4 7f97 21b9'

type Content = string | Uint8Array<ArrayBuffer>

const MINE = anAnnotationSet()
const THEIRS = anAnnotationSet({
  versions: [
    anAnnotationVersion({
      id: aUuid(0xc002),
      reviewer: OTHER_REVIEWER_ID,
      dot: [OTHER_DEVICE_ID, 1],
      verdict: 'verified',
    }),
  ],
  reviewers: [aReviewer({ id: OTHER_REVIEWER_ID, name: 'B. Lind' })],
  sessions: [],
})
const LATER = aRevision({ content: aContent('Another article', ['With other words.']) })
const OTHER = anAnnotationSet({
  article: anArticle({ id: LATER.hash, title: 'Another article' }),
  revisions: [LATER],
  versions: [],
  reviewers: [],
  sessions: [],
})
const DOCCANO = JSON.stringify({
  text: HARBOUR_TEXT,
  label: [
    [43, 77, 'refuted'],
    [23, 41, 'odd'],
    [900, 901, 'x'],
  ],
})
const CSV_ROW =
  'article,statement,verdict\nHarbour,The tunnel was closed for ten days,disputed\nHarbour,Never said.,disputed\n'

/** Runs a command where these files are; `-` is standard input. */
async function ran(args: readonly string[], files: Readonly<Record<string, Content>> = {}) {
  const disk = new Map(Object.entries(files))
  const printed: string[] = []
  const said: string[] = []
  const code = await run(args, {
    read: name => {
      const content = disk.get(name)
      if (content === undefined) return Promise.resolve(fail('there is no such file or folder'))
      return Promise.resolve(succeed(typeof content === 'string' ? bytesOf(content) : content))
    },
    write: (name, content) => {
      if (name === 'full') return Promise.resolve(fail('the disk is full'))
      disk.set(name, content as Content)
      return Promise.resolve(succeed(null))
    },
    print: line => printed.push(line),
    say: line => said.push(line),
    now: '2026-11-28T12:00:00.000Z',
  })
  return { code, printed: printed.join('\n'), said: said.join('\n'), disk }
}

function setIn(content: Content | undefined) {
  const set = decodeAnnotationSet(content as string)
  if (!set.ok) throw new Error(JSON.stringify(set.problem))
  return set.value
}

describe('factmark', () => {
  const wrong = [
    { args: [], code: 2, says: /^$/ },
    { args: ['constructor'], code: 2, says: /no command "constructor"/ },
    { args: ['convert'], code: 2, says: /Name a file to read/ },
    { args: ['convert', 'a.json'], code: 2, says: /Name a file to write/ },
    { args: ['convert', 'a.json', 'b.txt'], code: 2, says: /names no format/ },
    { args: ['convert', 'a.json', 'b.csv', '--to', 'word'], code: 2, says: /No format is called "word"/ },
    { args: ['convert', 'a.json', 'b.csv', '--too', 'w3c'], code: 2, says: /'--too'.* Try --help\.$/ },
    { args: ['convert', 'a.json', 'b.csv', '--language', 'x y'], code: 2, says: /no language tag/ },
    { args: ['convert', 'a.json', 'b.csv'], code: 1, says: /a\.json cannot be read: there is no such file/ },
    { args: ['merge', 'a.json'], code: 2, says: /with -o the file to write/ },
    { args: ['validate'], code: 2, says: /exactly one file/ },
    { args: ['stats', 'a', 'b'], code: 2, says: /exactly one file/ },
  ]
  for (const { args, code, says } of wrong) {
    it(`C1 says in one sentence what is wrong with: ${args.join(' ')}`, async () => {
      const outcome = await ran(args)
      expect(outcome.code).toBe(code)
      expect(outcome.said).toMatch(says)
      expect(outcome.said).not.toContain('\n')
    })
  }

  it('C1 explains itself and each command', async () => {
    expect((await ran(['--help'])).printed).toContain('merge A B')
    for (const command of ['convert', 'merge', 'validate', 'stats']) {
      const { code, printed } = await ran([command, '--help'])
      expect(code).toBe(0)
      expect(printed).toMatch(new RegExp(`^${command} `))
    }
    const { printed } = await ran(['convert', '--help'])
    for (const { id } of WRITABLE_CODECS) expect(printed).toContain(`\n    ${id} `)
  })
})

describe('factmark convert', () => {
  const own = { 'a.json': encodeAnnotationSet(MINE) }

  it('C2 writes in every format what the page would export', async () => {
    for (const { id, writer } of WRITABLE_CODECS) {
      const { code, disk } = await ran(['convert', 'a.json', `b${writer.extension}`, '--to', id], own)
      expect(code).toBe(0)
      const expected = writer.encode(MINE, { changes: NO_CHANGES, publisher: NO_PUBLISHER })
      expect(disk.get(`b${writer.extension}`)).toEqual(expected)
    }
  })

  it('C2 takes the format from the ending, and says what it cannot express', async () => {
    const { disk, said } = await ran(['convert', 'a.json', 'B.CSV'], own)
    expect(disk.get('B.CSV')).toMatch(/^\uFEFFarticle,/)
    expect(said).toMatch(/^CSV cannot express:\n {2}1 /)
  })

  it('C2 reads standard input and writes standard output', async () => {
    const { disk, code } = await ran(['convert', '-', '-', '--to', 'w3c'], { '-': own['a.json'] })
    expect(code).toBe(0)
    expect(disk.get('-')).toBe(own['a.json'])
  })

  it('C3 makes an article of a text that comes with its labels, and says what was left out', async () => {
    const { disk, said, code } = await ran(['convert', 'a.jsonl', 'b.json'], { 'a.jsonl': DOCCANO })
    expect(code).toBe(0)
    const set = setIn(disk.get('b.json'))
    expect(set.article).toMatchObject({ id: MINE.article.id, language: 'en', captured: '2026-11-28T12:00:00.000Z' })
    expect(
      set.versions.map(version => version.kind === 'content' && 'verdict' in version.content && version.content),
    ).toMatchObject([{ selector: { quote: {} } }, { selector: { quote: {} } }])
    expect(said).toBe(
      'a.jsonl: doccano (JSONL), 2 annotations.\n1 left out:\n  line 1.label[2]: this place is not within the text.\n' +
        'Kept as tags, for they name no verdict: odd.',
    )
  })

  const articles = [
    { name: 'a set', article: encodeAnnotationSet(theArticleAlone()) },
    { name: 'a text', article: HARBOUR_TEXT },
  ]
  for (const { name, article } of articles) {
    it(`C4 places annotations without a text in the article that is named: ${name}`, async () => {
      const files = { 'a.csv': CSV_ROW, article }
      const { disk, said, code } = await ran(['convert', 'a.csv', 'b.json', '--article', 'article'], files)
      expect(code).toBe(0)
      const set = setIn(disk.get('b.json'))
      expect(set.article.id).toBe(MINE.article.id)
      expect(set.versions).toHaveLength(1)
      expect(said).toContain('1 left out:\n  row 3: ')
    })
  }

  it('C5 reads files that belong together', async () => {
    const files = { 'a.ann': 'T1\tdisputed 43 77\tThe tunnel was closed for ten days\n', 'a.txt': HARBOUR_TEXT }
    const { disk, code } = await ran(['convert', 'a.ann', 'a.txt', 'b.json'], files)
    expect(code).toBe(0)
    expect(setIn(disk.get('b.json')).article.id).toBe(MINE.article.id)
  })

  const two = `${DOCCANO}\n${JSON.stringify({ text: 'One.\nTwo.', label: [[5, 9, 'true']] })}`
  const refused = [
    { name: 'no article', files: { in: CSV_ROW }, args: [], code: 2, says: /--article/ },
    {
      name: 'a set with --article',
      files: { in: own['a.json'] },
      args: ['--article', 'in'],
      code: 2,
      says: /its own article/,
    },
    {
      name: 'an article that is none',
      files: { in: CSV_ROW, art: new Uint8Array([0xff]) },
      args: ['--article', 'art'],
      code: 1,
      says: /neither a set/,
    },
    { name: 'several texts', files: { in: two }, args: [], code: 2, says: /from 1 to 2/ },
    {
      name: 'a text that is not there',
      files: { in: two },
      args: ['--document', '3'],
      code: 2,
      says: /no such document/,
    },
    { name: 'no number', files: { in: two }, args: ['--document', 'x'], code: 2, says: /no number/ },
    {
      name: 'another kind of file',
      files: { in: 'words' },
      args: [],
      code: 1,
      says: /^in: .*format that Factmark reads/,
    },
    { name: 'a file that is cut off', files: { in: '{"a":' }, args: [], code: 1, says: /^in: .*cut off or damaged/ },
    { name: 'a torn archive', files: { in: 'PK\u0003\u0004' }, args: [], code: 1, says: /damaged or cut off/ },
    {
      name: 'a damaged set',
      files: { in: own['a.json'].replace('Harbour', 'Arbour') },
      args: [],
      code: 1,
      says: /^in: .*damaged/,
    },
  ] as const
  for (const { name, files, args, code, says } of refused) {
    it(`C6 refuses ${name}, and writes nothing`, async () => {
      const outcome = await ran(['convert', 'in', 'b.json', ...args], files)
      expect(outcome.code).toBe(code)
      expect(outcome.said).toMatch(says)
      expect(outcome.disk.has('b.json')).toBe(false)
    })
  }

  it('C6 takes the text that is chosen, and says when it cannot write', async () => {
    const { disk } = await ran(['convert', 'in', 'b.json', '--document', '2'], { in: two })
    expect(setIn(disk.get('b.json')).article.title).toBe('One.')
    const full = await ran(['convert', 'in', 'full', '--to', 'csv', '--document', '2'], { in: two })
    expect([full.code, full.said]).toEqual([1, expect.stringContaining('full cannot be written: the disk is full.')])
  })
})

describe('who publishes the checks', () => {
  const claim = { text: 'The tunnel was closed for ten days.', claimant: '', date: '' }
  const files = { in: encodeAnnotationSet(anAnnotationSet({ versions: [anAnnotationVersion({ claim })] })) }
  const publisher = ['--publisher-name', 'Example Checks', '--publisher-url', 'https://checks.example.org/']

  it('C14 is named by convert and merge in the formats that name them', async () => {
    const named = await ran(['convert', 'in', 'out.json', '--to', 'claim-review', ...publisher], files)
    expect(named.disk.get('out.json')).toMatch(/"author": \{[^}]*Example Checks[^}]*checks\.example\.org/)
    const merged = await ran(['merge', 'in', '-o', 'out.html', ...publisher], files)
    expect(merged.disk.get('out.html')).toContain('Example Checks')
    const unnamed = await ran(['convert', 'in', 'out.json', '--to', 'claim-review'], files)
    expect(unnamed.disk.get('out.json')).not.toContain('Example Checks')
  })

  it('C14 has a web address or none', async () => {
    const { code, said } = await ran(['convert', 'in', 'out.html', '--publisher-url', 'ftp://example.org'], files)
    expect([code, said]).toEqual([2, '"ftp://example.org" is no web address: begin with https://.'])
  })
})

describe('factmark merge', () => {
  const files = {
    mine: encodeAnnotationSet(MINE),
    theirs: encodeAnnotationSet(THEIRS),
    other: encodeAnnotationSet(OTHER),
  }

  it('C7 unites sets to the same bytes in any order, and loses nothing', async () => {
    const [there, back, twice] = await Promise.all([
      ran(['merge', 'mine', 'theirs', '-o', 'out.json'], files),
      ran(['merge', 'theirs', 'mine', '-o', 'out.json'], files),
      ran(['merge', 'mine', 'theirs', 'mine', '--output', 'out.json'], files),
    ])
    const merged = there.disk.get('out.json')
    expect(setIn(merged).versions).toHaveLength(MINE.versions.length + THEIRS.versions.length)
    expect(back.disk.get('out.json')).toBe(merged)
    expect(twice.disk.get('out.json')).toBe(merged)
  })

  it('C7 refuses sets of other articles, and what is no set', async () => {
    const other = await ran(['merge', 'mine', 'other', '-o', 'out.json'], files)
    expect([other.code, other.said]).toEqual([
      1,
      'other is about another article than mine: merge sets of one article.',
    ])
    const foreign = await ran(['merge', 'mine', 'in', '-o', 'out.json'], { ...files, in: CSV_ROW })
    expect([foreign.code, foreign.said]).toEqual([1, 'in is not a set or a report of Factmark: convert it first.'])
    const forged = anAnnotationSet({
      versions: [anAnnotationVersion({ reviewer: OTHER_REVIEWER_ID, dot: [OTHER_DEVICE_ID, 1] })],
      reviewers: THEIRS.reviewers,
      sessions: [],
    })
    const signed = await ran(['merge', 'mine', 'forged', '-o', 'out.json'], {
      ...files,
      forged: encodeAnnotationSet(forged),
    })
    expect(signed.code).toBe(1)
    expect(signed.said).toMatch(/contradict each other at versions\[\d\]/)
  })
})

describe('factmark validate and stats', () => {
  it('C8 says of a sound file what it is', async () => {
    const { code, printed } = await ran(['validate', 'a'], { a: encodeAnnotationSet(MINE) })
    expect([code, printed]).toEqual([0, 'a: Annotation set (W3C), 1 annotation.\na is sound.'])
  })

  it('C8 lists what of a file was left out', async () => {
    const { code, printed, said } = await ran(['validate', 'a'], { a: DOCCANO })
    expect(code).toBe(1)
    expect(printed).toBe('a: doccano (JSONL), 2 annotations.\n  line 1.label[2]: this place is not within the text.')
    expect(said).toBe('a: 1 left out.')
  })

  it('C9 counts what a set or a file of another tool holds', async () => {
    const set = await ran(['stats', 'a'], { a: encodeAnnotationSet(MINE) })
    expect(set.printed.split('\n')).toEqual([
      'format: Annotation set (W3C)',
      'article: Harbour tunnel reopens',
      'texts: 1',
      `characters: ${[...HARBOUR_TEXT].length}`,
      'annotations: 1',
      'verified: 0',
      'disputed: 1',
      'unverified: 0',
      'reviewers: 1',
      'versions: 2',
      'marks: 1',
      'sessions: 1',
    ])
    const { printed } = await ran(['stats', 'a', '--json'], { a: DOCCANO })
    expect(JSON.parse(printed)).toEqual({
      format: 'doccano (JSONL)',
      texts: 1,
      annotations: 2,
      odd: 1,
      refuted: 1,
      reviewers: 1,
      'left out': 1,
    })
  })
})

describe('signatures on the command line', () => {
  it('C11 are told by validate, one by one, with algorithm and fingerprint; nobody is known by a name', async () => {
    const signature = await aSignature(MINE, { key: await theKnownKey() })
    const strange = {
      ...signature,
      algorithm: 'Later-1',
      reviewer: { ...signature.reviewer, name: 'A\u001b[2J\u202eB' },
    }
    const signed = encodeAnnotationSet(MINE, NO_CHANGES, [signature, strange])
    const { code, printed } = await ran(['validate', 'a'], { a: signed })
    expect(code).toBe(0)
    const [, first, key, second, , ...end] = printed.split('\n')
    expect(first).toContain('Valid, but with a key that is not known here: the file says that “R. Okafor” has signed')
    expect(key).toBe(`    Ed25519 key ${FINGERPRINT}`)
    expect(second).toContain('Signature in the name of “A [2J B” that cannot be checked here: Later-1 is not known.')
    expect(end).toEqual(['a is sound.'])
  })

  it('C11 that do not hold are a problem in the file', async () => {
    const signature = await aSignature(THEIRS, {})
    const { code, printed, said } = await ran(['validate', 'a'], {
      a: encodeAnnotationSet(MINE, NO_CHANGES, [signature]),
    })
    expect([code, said]).toEqual([1, 'a: not all of its signatures hold.'])
    expect(printed).toContain('Broken signature in the name of “R. Okafor”')
    const none = JSON.stringify({ ...JSON.parse(encodeAnnotationSet(MINE)), 'factmark:signatures': Array(22).fill(1) })
    const malformed = await ran(['validate', 'a'], { a: none })
    expect(malformed.code).toBe(1)
    expect(malformed.printed).toContain('2 more signatures were not looked at.')
  })

  it('C12 can be asked for by the fingerprint of a key', async () => {
    const files = {
      signed: encodeAnnotationSet(MINE, NO_CHANGES, [await aSignature(MINE, { key: await theKnownKey() })]),
      unsigned: encodeAnnotationSet(MINE),
      other: encodeAnnotationSet(MINE, NO_CHANGES, [await aSignature(MINE, {})]),
      csv: CSV_ROW.slice(0, -30),
    }
    const asked = async (name: string, fingerprint = FINGERPRINT.toUpperCase()) => {
      const { code, said } = await ran(['validate', name, '--signed-by', fingerprint], files)
      return [code, said]
    }
    expect(await asked('signed')).toEqual([0, ''])
    for (const name of ['unsigned', 'other']) {
      expect(await asked(name)).toEqual([1, `${name}: it is not signed with the key that was asked for.`])
    }
    expect(await asked('signed', FINGERPRINT.slice(0, 19))).toEqual([
      2,
      expect.stringContaining('64 hexadecimal digits'),
    ])
  })

  it('C13 are kept by convert and merge where the set is the one that was signed, else said to be left out', async () => {
    const [mine, again] = [await aSignature(MINE, {}), await aSignature(MINE, {})]
    const files = {
      mine: encodeAnnotationSet(MINE, NO_CHANGES, [mine]),
      again: encodeAnnotationSet(MINE, NO_CHANGES, [again]),
      broken: encodeAnnotationSet(MINE, NO_CHANGES, [{ ...mine, at: again.at.replace('2026', '2027') }]),
      theirs: encodeAnnotationSet(THEIRS, NO_CHANGES, [await aSignature(THEIRS, {})]),
    }
    const signaturesIn = async (args: readonly string[]) => {
      const { disk, said } = await ran(args, files)
      const written = disk.get('out.json')
      const read = typeof written === 'string' ? readAnnotationSet(written) : undefined
      return [read?.ok ? read.value.found.signatures : null, said]
    }
    const leftOut = (count: string) =>
      expect.stringContaining(`${count} left out: what is written is not what was signed`)
    expect(await signaturesIn(['convert', 'mine', 'out.json'])).toEqual([[mine], ''])
    const both = [mine, again].sort((a, b) => (a.key < b.key ? -1 : 1))
    expect(await signaturesIn(['merge', 'mine', 'again', 'mine', '-o', 'out.json'])).toEqual([both, ''])
    expect(await signaturesIn(['merge', 'again', 'mine', '-o', 'out.json'])).toEqual([both, ''])
    expect(await signaturesIn(['merge', 'mine', 'theirs', '-o', 'out.json'])).toEqual([[], leftOut('2 signatures are')])
    expect(await signaturesIn(['convert', 'broken', 'out.json'])).toEqual([[], leftOut('1 signature is')])
    const { said } = await ran(['convert', 'mine', 'out.csv'], files)
    expect(said).toEqual(leftOut('1 signature is'))
  })
})

describe('the built command line', () => {
  const script = fileURLToPath(new URL('../../.ci/factmark.mjs', import.meta.url))
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'factmark-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('C10 builds itself and works on files and pipes', { timeout: 120_000 }, async () => {
    const set = encodeAnnotationSet(MINE)
    await writeFile(join(folder, 'a.json'), set)
    const factmark = (args: readonly string[], input = '') =>
      spawnSync(process.execPath, [script, ...args], { cwd: folder, input, encoding: 'utf8' })
    const piped = factmark(['convert', 'a.json', '-', '--to', 'report'])
    expect([piped.status, piped.stderr]).toEqual([0, ''])
    const back = factmark(['convert', '-', 'b.json'], piped.stdout)
    expect([back.status, back.stdout]).toEqual([0, ''])
    expect(await readFile(join(folder, 'b.json'), 'utf8')).toBe(set)
    const missing = factmark(['stats', 'nothing.json'])
    expect([missing.status, missing.stdout]).toEqual([1, ''])
    expect(missing.stderr).toBe('nothing.json cannot be read: there is no such file or folder.\n')
    expect((await readdir(folder)).sort()).toEqual(['a.json', 'b.json'])
  })

  it.skipIf(process.platform === 'win32')('C10 ends without a word when its reader goes away', async () => {
    await writeFile(join(folder, 'a.json'), encodeAnnotationSet(MINE))
    const line = `"${process.execPath}" "${script}" stats a.json | true`
    const { stderr } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
  })
})

/** The harbour article, with nobody's work on it. */
function theArticleAlone() {
  return anAnnotationSet({ versions: [], reviewers: [], sessions: [] })
}
