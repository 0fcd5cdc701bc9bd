import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecodeProblem } from '../domain/decode-problem.ts'
import { MAX_JSON_DEPTH } from '../domain/json-guard.ts'
import { annotationSets } from '../testing/arbitraries.ts'
import { aContent, ANNOTATION_ID, aRevision, anAnnotationSet, aUuid, OTHER_REVIEWER_ID } from '../testing/builders.ts'
import { describeDecodeProblem } from '../wording/decode-problems.ts'
import { decodeAnnotationSet, encodeAnnotationSet, MAX_SET_LENGTH } from './w3c-set.ts'

/** A set as parsed JSON, to be broken at will. */
interface Draft {
  [name: string]: Draft
}

const SET = encodeAnnotationSet(anAnnotationSet())

describe('a file that is not a set', () => {
  const cases: readonly { name: string; text: () => string; expected: DecodeProblem }[] = [
    {
      name: 'too large',
      text: () => ' '.repeat(MAX_SET_LENGTH + 1),
      expected: { kind: 'too-large', limit: MAX_SET_LENGTH },
    },
    { name: 'empty', text: () => '', expected: { kind: 'not-json' } },
    { name: 'plain text', text: () => 'Harbour tunnel reopens', expected: { kind: 'not-json' } },
    { name: 'cut off', text: () => SET.slice(0, -20), expected: { kind: 'not-json' } },
    { name: 'a list', text: () => '[]', expected: { kind: 'not-annotation-set' } },
    { name: 'null', text: () => 'null', expected: { kind: 'not-annotation-set' } },
    { name: 'other JSON', text: () => '{"a": 1}', expected: { kind: 'not-annotation-set' } },
    {
      name: 'a set of another tool',
      text: () => '{"type": "AnnotationCollection"}',
      expected: { kind: 'not-annotation-set' },
    },
    { name: 'a term without a version', text: () => '{"factmark:set": {}}', expected: { kind: 'not-annotation-set' } },
    { name: 'a term that is a list', text: () => '{"factmark:set": []}', expected: { kind: 'not-annotation-set' } },
    {
      name: 'newer',
      text: () => '{"factmark:set": {"formatVersion": 3}}',
      expected: { kind: 'newer-version', version: 3 },
    },
  ]
  for (const { name, text, expected } of cases) {
    it(`X12 is refused by name: ${name}`, () => expect(problemOf(text())).toEqual(expected))
  }

  it('X12 may begin with a byte order mark', () => expect(decodeAnnotationSet(`\uFEFF${SET}`).ok).toBe(true))
})

describe('a damaged set', () => {
  const cases: readonly { name: string; damage(set: Draft): void; place: string; flaw: object }[] = [
    ...each('X13', [
      ['a missing field', set => delete set.versions![0]!.at, 'versions[0].at', 'missing'],
      [
        'a missing rationale',
        set => delete set.versions![1]!.content!.rationale,
        'versions[1].content.rationale',
        'missing',
      ],
      ['an unknown field', set => put(set.article!, 'colour', 'red'), 'article.colour', 'unknown-field'],
      [
        'content in a removal',
        set => put(set.versions![0]!, 'kind', 'deleted'),
        'versions[0].content',
        'unknown-field',
      ],
      ['a number for a text', set => put(set.article!, 'title', 7), 'article.title', { expected: 'must be string' }],
      [
        'an unknown verdict',
        set => put(set.versions![1]!.content!, 'verdict', 'true'),
        'versions[1].content.verdict',
        { expected: 'must be ("verified" | "disputed" | "unverified")' },
      ],
      [
        'an impossible time',
        set => put(set.versions![0]!, 'at', 'yesterday'),
        'versions[0].at',
        { expected: 'must be a UTC time such as 2026-11-20T09:14:02.000Z' },
      ],
      [
        'an unknown block',
        set => put(set.revisions![0]!.content!.content![1]!, 'type', 'image'),
        'revisions[0].content.content[1].type',
        { expected: 'must be ("paragraph" | "heading" | ("bulletList" | "orderedList") | "blockquote" | "table")' },
      ],
      [
        'a script for a link',
        set =>
          put(set.revisions![0]!.content!.content![1]!.content![0]!, 'marks', [
            { type: 'link', attrs: { href: 'javascript:alert(1)' } },
          ]),
        'revisions[0].content.content[1].content[0].marks[0].attrs.href',
        { expected: 'must be a web or mail address' },
      ],
      ['a version that is text', set => put(set, 'formatVersion', '1'), 'formatVersion', { expected: 'must be 2' }],
      ['no revisions', set => put(set, 'revisions', []), 'revisions', { expected: 'must be >=1' }],
      [
        'a count beyond counting',
        set => put(set.versions![0]!, 'dot', [aUuid(1), 1e300]),
        'versions[0].dot[1]',
        'unexpected',
      ],
    ]),
    ...each('X14', [
      [
        '__proto__',
        set => Object.defineProperty(set.article, '__proto__', { value: {}, enumerable: true }),
        'article.__proto__',
        'forbidden-name',
      ],
      [
        'constructor',
        set => put(set.versions![1]!.content!, 'constructor', {}),
        'versions[1].content.constructor',
        'forbidden-name',
      ],
      ['prototype', set => put(set, 'prototype', {}), 'prototype', 'forbidden-name'],
      [
        'half a character',
        set => put(set.versions![1]!.content!, 'rationale', 'a\uD83D'),
        'versions[1].content.rationale',
        'broken-character',
      ],
      ['half a character in a name', set => put(set, '\uDEA7', 1), '\uFFFD', 'broken-character'],
      [
        'deep nesting',
        set => put(set, 'deep', nested(MAX_JSON_DEPTH)),
        `deep${'[0]'.repeat(14)}…`,
        { limit: MAX_JSON_DEPTH },
      ],
    ]),
    ...each('X15', [
      [
        'a changed text',
        set => put(set.revisions![0]!.content!.content![1]!.content![0]!, 'text', 'Other words.'),
        'revisions[0].hash',
        'wrong-hash',
      ],
      [
        'a foreign revision',
        set => put(set.revisions![0]!, 'article', 'f'.repeat(64)),
        'revisions[0].article',
        'other-article',
      ],
      [
        'a foreign version',
        set => put(set.versions![0]!, 'article', 'f'.repeat(64)),
        'versions[0].article',
        'other-article',
      ],
      [
        'a foreign session',
        set => put(set.sessions![0]!, 'article', 'f'.repeat(64)),
        'sessions[0].article',
        'other-article',
      ],
      ['no first text', set => put(set.article!, 'id', 'f'.repeat(64)), 'revisions[0].article', 'other-article'],
      [
        'a first text that follows itself',
        set => put(set.revisions![0]!, 'parent', set.revisions![0]!.hash),
        'revisions',
        'no-first-revision',
      ],
      ['two first texts', set => addRevision(set, null), 'revisions[1].parent', 'second-first-revision'],
      [
        'a text that follows nothing known',
        set => addRevision(set, 'f'.repeat(64)),
        'revisions[1].parent',
        'unknown-revision',
      ],
      ['a revision twice', set => repeat(set, 'revisions'), 'revisions[1]', 'repeated'],
      ['another title', set => put(set.article!, 'title', 'Harbour tunnel closes'), 'article.title', 'wrong-title'],
      ['a reviewer twice', set => repeat(set, 'reviewers'), 'reviewers[1]', 'repeated'],
      [
        'an unknown reviewer',
        set => put(set.versions![0]!, 'reviewer', aUuid(99)),
        'versions[0].reviewer',
        'unknown-reviewer',
      ],
      [
        'an unknown reviewer of a session',
        set => put(set.sessions![0]!, 'reviewer', aUuid(99)),
        'sessions[0].reviewer',
        'unknown-reviewer',
      ],
      [
        'an unknown revision',
        set => put(set.versions![0]!.content!, 'revision', 'f'.repeat(64)),
        'versions[0].content.revision',
        'unknown-revision',
      ],
      [
        'another quote',
        set => put(set.versions![1]!.content!.selector!.quote!, 'exact', 'The tunnel was closed for two days'),
        'versions[1].content.selector.quote.exact',
        'wrong-quote',
      ],
      [
        'another position',
        set => put(set.versions![0]!.content!.selector!, 'position', { start: 1, end: 27 }),
        'versions[0].content.selector.quote.exact',
        'wrong-quote',
      ],
      [
        'a place beyond the text',
        set => put(set.versions![0]!.content!.selector!, 'position', { start: 9e9, end: 9e9 + 1 }),
        'versions[0].content.selector.quote.exact',
        'wrong-quote',
      ],
      ['the same count twice', set => repeat(set, 'versions'), 'versions[2]', 'repeated'],
      [
        'a version that saw itself',
        set => put(set.versions![0]!, 'seen', { [aUuid(0xd1)]: 99 }),
        'versions[0].seen',
        'seen-itself',
      ],
    ]),
    ...each('X26', [
      [
        'a version that another reviewer signs',
        set => {
          put(set.reviewers!, '1', { ...set.reviewers![0], id: OTHER_REVIEWER_ID })
          put(set.versions!, '2', { ...set.versions![1], reviewer: OTHER_REVIEWER_ID })
        },
        'versions[2].reviewer',
        'other-owner',
      ],
      [
        'a session under the id of an annotation',
        set => put(set.sessions![0]!, 'id', ANNOTATION_ID),
        'sessions[0].reviewer',
        'other-owner',
      ],
    ]),
  ]
  for (const { name, damage, place, flaw } of cases) {
    it(`${name} is refused with its place`, () => {
      const problem = problemOf(broken(damage))
      expect(problem).toMatchObject({ kind: 'damaged', place: `factmark:set.${place}`, flaw })
    })
  }

  it('X13 is refused with a place of bearable length', () => {
    const problem = problemOf(broken(set => put(set, '<b>'.repeat(1000), 1)))
    expect(problem.kind === 'damaged' && problem.place.length).toBeLessThan(100)
  })

  it('X14 is refused without a crash when it is nested a hundred thousand deep', () => {
    const deep = `{"factmark:set": {"formatVersion": 1, "deep": ${'['.repeat(1e5)}${']'.repeat(1e5)}}}`
    expect(problemOf(deep)).toMatchObject({ kind: 'damaged', flaw: { kind: 'too-deep' } })
  })

  it('X15 may hold a second text that follows the first', () => {
    expect(decodeAnnotationSet(broken(set => addRevision(set, set.article!.id))).ok).toBe(true)
  })

  it('X15 may have a title whose white space differs from the text', () => {
    expect(decodeAnnotationSet(broken(set => put(set.article!, 'title', ' Harbour  tunnel\u00a0reopens '))).ok).toBe(
      true,
    )
  })
})

describe('describeDecodeProblem', () => {
  const problems: readonly DecodeProblem[] = [
    { kind: 'too-large', limit: MAX_SET_LENGTH },
    { kind: 'not-utf-8' },
    { kind: 'not-json' },
    { kind: 'not-annotation-set' },
    { kind: 'newer-version', version: 7 },
    { kind: 'damaged', place: 'factmark:set.article.title', flaw: { kind: 'wrong-title' } },
    { kind: 'damaged', place: 'factmark:set.article.title', flaw: { kind: 'unexpected', expected: 'must be string' } },
  ]
  for (const problem of problems) {
    it(`X16 says what is wrong and what to do: ${problem.kind}`, () => {
      const told = describeDecodeProblem(problem)
      expect(told).toMatch(/^This file .*\. (Ask|Choose|Export|Update)[^.]*\.$/)
      if (problem.kind === 'damaged') expect(told).toContain(problem.place)
      if (problem.kind === 'newer-version') expect(told).toContain('format 7')
    })
  }
})

describe('decoding what strangers send', { timeout: 60_000 }, () => {
  it('X17 never throws and never touches a prototype', () => {
    fc.assert(
      fc.property(annotationSets().map(encodeAnnotationSet), fc.nat(), fc.nat(), (text, at, length) => {
        const start = at % text.length
        const torn = text.slice(0, start) + text.slice(start + (length % 40))
        expect(typeof decodeAnnotationSet(torn).ok).toBe('boolean')
      }),
      { numRuns: 50 },
    )
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('X17 answers any JSON in place of any part of a set', () => {
    const values = fc.oneof(fc.jsonValue(), fc.constant(JSON.parse('{"__proto__": {"polluted": true}}')))
    fc.assert(
      fc.property(annotationSets().map(encodeAnnotationSet), fc.nat(), values, (text, at, value) => {
        const set = JSON.parse(text) as Draft
        const places = placesIn(set['factmark:set']!)
        const [holder, name] = places[at % places.length]!
        Object.defineProperty(holder, name, { value, enumerable: true })
        const outcome = decodeAnnotationSet(JSON.stringify(set))
        if (!outcome.ok) expect(describeDecodeProblem(outcome.problem)).toMatch(/^This file /)
        else expect(decodeAnnotationSet(encodeAnnotationSet(outcome.value)).ok).toBe(true)
      }),
      { numRuns: 100 },
    )
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

type Case = readonly [name: string, damage: (set: Draft) => unknown, place: string, flaw: string | object]

function each(rule: string, cases: readonly Case[]) {
  return cases.map(([name, damage, place, flaw]) => ({
    name: `${rule} ${name}`,
    damage,
    place,
    flaw: typeof flaw === 'string' ? { kind: flaw } : flaw,
  }))
}

function broken(damage: (set: Draft) => unknown): string {
  const file = JSON.parse(SET) as Draft
  // The mark is the first of the two versions, the annotation the second.
  damage(file['factmark:set']!)
  return JSON.stringify(file)
}

function problemOf(text: string): DecodeProblem {
  const outcome = decodeAnnotationSet(text)
  if (outcome.ok) throw new Error('This was taken for a set.')
  return outcome.problem
}

function put(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true })
}

function repeat(set: Draft, list: string): void {
  const items = set[list] as unknown as unknown[]
  items.push(items[0])
}

function addRevision(set: Draft, parent: unknown): void {
  const revision = aRevision({ content: aContent('Harbour tunnel reopens', ['Other words.']) })
  const added = { ...revision, article: set.article!.id, parent }
  ;(set.revisions as unknown as unknown[]).push(added)
}

function nested(levels: number): unknown {
  return Array.from({ length: levels }).reduce<unknown>(inner => [inner], [])
}

function placesIn(value: object): readonly (readonly [object, string])[] {
  return Object.entries(value).flatMap(([name, item]) => [
    [value, name] as const,
    ...(typeof item === 'object' && item !== null ? placesIn(item as object) : []),
  ])
}
