import fc from 'fast-check'
import type { AnnotationSet } from '../domain/annotation-set.ts'
import { EVIDENCE_KINDS, STANCES, type AnnotationContent } from '../domain/annotation.ts'
import type { ArticleContent, ContentNode, Inline, ListItem, Paragraph, TableCell } from '../domain/article-content.ts'
import { articleText } from '../domain/article-text.ts'
import type { Revision } from '../domain/article.ts'
import { mergeRecords, mergeVersions, type ArticleRecords } from '../domain/merge.ts'
import type { Selector } from '../domain/selector.ts'
import { VERDICTS } from '../domain/verdict.ts'
import { seenOf, type Version } from '../domain/version.ts'
import { toAnnotationSet } from '../exchange/annotation-set.ts'
import {
  aMarkVersion,
  anAnnotationVersion,
  anArticle,
  aReviewer,
  aRevision,
  aSessionVersion,
  aUuid,
  HARBOUR_ID,
  HARBOUR_TEXT,
  type Stamp,
} from './builders.ts'

/** What strangers write: formulas, markup, prototypes, controls, wide and combining characters. Always well-formed UTF-16. */
export function hostileTexts(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS),
    fc.array(fc.constantFrom(...HOSTILE_TEXTS), { maxLength: 4 }).map(texts => texts.join('')),
    fc.array(anyCharacter(), { maxLength: 20 }).map(characters => characters.join('')),
    fc.string({ maxLength: 20 }),
  )
}

/** Layouts of articles with a title: paragraphs, lists in lists, quotations, tables, hard breaks, marks. */
export function articleContents(): fc.Arbitrary<ArticleContent> {
  return fc.tuple(lineTexts(), fc.array(blocks(2), { maxLength: 4 })).map(([title, rest]) => ({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: title === '' ? [] : [{ type: 'text', text: title }] },
      ...rest,
    ],
  }))
}

/** A selector of some characters of a text that is not empty, with up to 16 code points around them. */
export function selectorsOf(text: string): fc.Arbitrary<Selector> {
  const characters = [...text]
  return fc.tuple(fc.nat(characters.length - 1), fc.integer({ min: 1, max: 40 })).map(([first, count]) => {
    const before = characters.slice(0, first).join('')
    const exact = characters.slice(first, first + count).join('')
    return {
      quote: {
        exact,
        prefix: characters.slice(Math.max(0, first - 16), first).join(''),
        suffix: characters.slice(first + count, first + count + 16).join(''),
      },
      position: { start: before.length, end: before.length + exact.length },
    }
  })
}

/** What a reviewer may say of some words of an article. */
export function annotationContents(): fc.Arbitrary<AnnotationContent> {
  return contents(selectorsOf(HARBOUR_TEXT), HARBOUR_ID)
}

/**
 * What two to six devices hold of one article after some reviewers worked on it: they annotated, changed, marked, deleted
 * and emptied bins, with clocks up to a year off, and now and then took over what another device had.
 */
export function deviceStates(): fc.Arbitrary<readonly ArticleRecords[]> {
  return fc
    .tuple(articleContents(), hostileTexts(), fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 3 }))
    .chain(([content, name, devices, reviewers]) => {
      const revision = aRevision({ content })
      const text = articleText(content)
      const selectors = text === '' ? [] : [selectorsOf(text)]
      return fc
        .array(
          fc.oneof(
            ...selectors.map(selector => ({ arbitrary: edits(selector, devices, revision.hash), weight: 5 })),
            { arbitrary: removals(devices), weight: 1 },
            { arbitrary: syncs(devices), weight: 3 },
            { arbitrary: sessionStates(devices), weight: 1 },
          ),
          { maxLength: 30, size: 'max' },
        )
        .map(steps => played(steps, { devices, reviewers, revision, name }))
    })
}

/** Sets as they are exported after all devices met, with and without history. */
export function annotationSets(): fc.Arbitrary<AnnotationSet> {
  return fc
    .tuple(deviceStates(), fc.boolean())
    .map(([states, history]) => toAnnotationSet(states.reduce(mergeRecords), { history }))
}

/**
 * Sets of one text without history, with up to six annotations by up to three reviewers: what formats of other tools can hold
 * at most. Ten times as quick to make as `annotationSets`.
 */
export function plainSets(): fc.Arbitrary<AnnotationSet> {
  return fc.tuple(articleContents(), lineTexts(), fc.constantFrom(...LINKS)).chain(([content, name, sourceUrl]) => {
    const revision = aRevision({ content })
    const text = articleText(content)
    const judged = text === '' ? fc.constant([]) : fc.array(judgements(text, revision.hash), { maxLength: 6 })
    return judged.map(items => ({
      formatVersion: 2,
      article: anArticle({ id: revision.hash, title: text.split('\n')[0]!, sourceUrl }),
      revisions: [revision],
      versions: items.map(({ reviewer, at, content }, index) =>
        anAnnotationVersion({
          ...content,
          id: aUuid(0xc000 + index),
          article: revision.hash,
          reviewer: aUuid(0xa0 + reviewer),
          dot: [aUuid(0xd0 + reviewer), index + 1],
          at,
        }),
      ),
      reviewers: [0, 1, 2].map(index =>
        aReviewer({ id: aUuid(0xa0 + index), name: `${index} ${name.slice(0, 50)}`.toWellFormed() }),
      ),
      sessions: [],
    }))
  })
}

function judgements(text: string, revision: string) {
  return fc.record({ reviewer: fc.nat(2), at: times(), content: contents(selectorsOf(text), revision) })
}

const HOSTILE_TEXTS = [
  '',
  ' ',
  '=1+1',
  '  =HYPERLINK("http://x.example")',
  '-2',
  '+3',
  '@SUM(A1)',
  "'quoted",
  '\t=1',
  '\r=1',
  'one\n=two\r\n-three\r@four',
  'a,b;"c"',
  '<img src=x onerror=alert(1)>',
  '</script><!-- -->',
  '[link](javascript:alert(1))',
  '![x](https://x.example/y.png)',
  '# heading',
  '1. one\n2. two',
  '- item\n\n    code\n```\nfence\n---\n===',
  '> quote | cell',
  '*bold* _italic_ `code` ~~gone~~ \\ &copy; &#60;',
  'https://x.example www.x.example me@x.example',
  '__proto__',
  'constructor',
  '\u0000\u0007\u001b[31m',
  '\u202etxt.exe\u2066',
  '\u2028\u2029\u0085\u000b',
  '\ufeff',
  '🚧👩🏽‍🚒🇺🇦',
  'e\u0301\u0302 A\u030a',
  'قال الوزير إن النفق أُغلق عشرة أيام',
  'x'.repeat(300),
] as const

const LINKS = [
  '',
  'https://example.com/a?b=c&copy;=1#<>',
  'http://example.com/ü',
  'mailto:a@b.example',
  'javascript:alert(1)',
  'data:text/html,x',
  ' https://example.com/)]> ',
]

type Step =
  | {
      readonly kind: 'edit'
      readonly device: number
      readonly record: number
      readonly at: string
      readonly content: AnnotationContent
      readonly isMark: boolean
    }
  | { readonly kind: 'deleted' | 'erased'; readonly device: number; readonly record: number; readonly at: string }
  | { readonly kind: 'session'; readonly device: number; readonly at: string; readonly activeMs: number }
  | { readonly kind: 'sync'; readonly device: number; readonly from: number }

/** Any code point but the halves of surrogate pairs; `fc.string` takes seconds to prepare the same. */
function anyCharacter(): fc.Arbitrary<string> {
  return fc.nat(0x10ffff - 0x800).map(number => String.fromCodePoint(number < 0xd800 ? number : number + 0x800))
}

function lineTexts(): fc.Arbitrary<string> {
  return hostileTexts().map(text => text.replace(/[\r\n]+/g, ' '))
}

function inlines(): fc.Arbitrary<Inline[]> {
  const words = fc
    .tuple(lineTexts(), fc.subarray(['bold', 'italic'] as const))
    .map(([text, marks]): Inline =>
      text === '' ? { type: 'hardBreak' } : { type: 'text', text, marks: marks.map(type => ({ type })) },
    )
  return fc.array(words, { maxLength: 4 })
}

function paragraphs(): fc.Arbitrary<Paragraph> {
  return inlines().map(content => ({ type: 'paragraph', content }))
}

function blocks(depth: number): fc.Arbitrary<ContentNode> {
  if (depth === 0) return paragraphs()
  const inner = fc.array(blocks(depth - 1), { minLength: 1, maxLength: 2 })
  const items = fc.array(fc.tuple(paragraphs(), fc.array(blocks(depth - 1), { maxLength: 1 })), {
    minLength: 1,
    maxLength: 3,
  })
  return fc.oneof(
    paragraphs(),
    inner.map((content): ContentNode => ({ type: 'blockquote', content })),
    items.map((all): ContentNode => ({
      type: 'bulletList',
      content: all.map(([first, rest]) => listItem(first, rest)),
    })),
    inner.map((content): ContentNode => ({
      type: 'table',
      content: [{ type: 'tableRow', content: [tableCell(content)] }],
    })),
  )
}

function listItem(first: Paragraph, rest: readonly ContentNode[]): ListItem {
  return { type: 'listItem', content: [first, ...rest] }
}

function tableCell(content: readonly ContentNode[]): TableCell {
  return { type: 'tableCell', content }
}

function times(): fc.Arbitrary<string> {
  const noon = Date.UTC(2026, 10, 20, 12)
  const year = 365 * 24 * 3600 * 1000
  return fc.integer({ min: noon - year, max: noon + year }).map(time => new Date(time).toISOString())
}

function contents(selectors: fc.Arbitrary<Selector>, revision: string): fc.Arbitrary<AnnotationContent> {
  const dates = fc.constantFrom('', '2026', '2026-11', '2026-11-20')
  const evidence = fc.record({
    question: hostileTexts(),
    url: fc.constantFrom(...LINKS),
    title: hostileTexts(),
    publisher: hostileTexts(),
    excerpt: hostileTexts(),
    stance: fc.constantFrom(...STANCES),
    kind: fc.constantFrom(...EVIDENCE_KINDS),
    published: dates,
    accessed: dates,
    archivedUrl: fc.constantFrom(...LINKS),
  })
  return fc.record({
    revision: fc.constant(revision),
    selector: selectors,
    verdict: fc.constantFrom(...VERDICTS),
    rationale: hostileTexts(),
    claim: fc.record({ text: hostileTexts(), claimant: hostileTexts(), date: dates }),
    evidence: fc.array(evidence, { maxLength: 2 }),
    tags: fc.array(
      hostileTexts().filter(tag => tag !== ''),
      { maxLength: 3 },
    ),
    created: times(),
  })
}

function edits(selectors: fc.Arbitrary<Selector>, devices: number, revision: string): fc.Arbitrary<Step> {
  return fc.record({
    kind: fc.constant('edit'),
    device: fc.nat(devices - 1),
    record: fc.nat(2),
    at: times(),
    content: contents(selectors, revision),
    isMark: fc.boolean(),
  })
}

function removals(devices: number): fc.Arbitrary<Step> {
  return fc.record({
    kind: fc.constantFrom('deleted', 'deleted', 'deleted', 'deleted', 'erased'),
    device: fc.nat(devices - 1),
    record: fc.nat(5),
    at: times(),
  })
}

function sessionStates(devices: number): fc.Arbitrary<Step> {
  return fc.record({
    kind: fc.constant('session'),
    device: fc.nat(devices - 1),
    at: times(),
    activeMs: fc.nat(10_000_000),
  })
}

function syncs(devices: number): fc.Arbitrary<Step> {
  return fc.record({ kind: fc.constant('sync'), device: fc.nat(devices - 1), from: fc.nat(devices - 1) })
}

interface Scene {
  readonly devices: number
  /** They own the devices in turn. */
  readonly reviewers: number
  readonly revision: Revision
  /** What the reviewers are called. */
  readonly name: string
}

/** Lets the devices take the steps one after another. */
function played(steps: readonly Step[], { devices, reviewers, revision, name }: Scene): readonly ArticleRecords[] {
  const held: (readonly Version[])[] = Array.from({ length: devices }, () => [])
  const counts = Array.from({ length: devices }, () => 0)
  for (const step of steps) {
    const own = held[step.device]!
    if (step.kind === 'sync') {
      held[step.device] = mergeVersions(own, held[step.from]!)
      continue
    }
    const owner = step.device % reviewers
    const id = recordId(step, owner)
    const known = own.filter(version => version.id === id)
    if (known.some(version => version.kind === 'erased')) continue
    if ((step.kind === 'deleted' || step.kind === 'erased') && known.length === 0) continue
    counts[step.device]! += 1
    const stamp: Stamp = {
      id,
      article: revision.article,
      reviewer: aUuid(0xa0 + owner),
      dot: [aUuid(0xd0 + step.device), counts[step.device]!],
      seen: { ...seenOf(known) },
      at: step.at,
    }
    held[step.device] = mergeVersions(own, [versionOf(step, stamp)])
  }
  const text = articleText(revision.content)
  return held.map((versions, device) => ({
    article: anArticle({
      id: revision.article,
      title: text.split('\n')[0]!,
      edition: 1 + (device % 2),
      author: ['', 'Ada Reyes', 'B. Lind'][device % 3]!,
      sourceUrl: LINKS[device % LINKS.length]!,
    }),
    revisions: [revision],
    versions,
    reviewers: Array.from({ length: reviewers }, (_, index) =>
      aReviewer({ id: aUuid(0xa0 + index), name: name.slice(0, 50).toWellFormed(), edition: 1 + (device % 3) }),
    ),
  }))
}

/** A record belongs to one reviewer: devices of others write other records. */
function recordId(step: Exclude<Step, { kind: 'sync' }>, owner: number): string {
  const first = owner * 0x100
  if (step.kind === 'session') return aUuid(0xe000 + first)
  const isMark = step.kind === 'edit' ? step.isMark : step.record > 2
  return aUuid((isMark ? 0xb000 : 0xc000) + first + (step.record % 3))
}

function versionOf(step: Exclude<Step, { kind: 'sync' }>, stamp: Stamp): Version {
  if (step.kind === 'session') return aSessionVersion({ ...stamp, activeMs: step.activeMs })
  if (step.kind !== 'edit') return { record: step.record > 2 ? 'mark' : 'annotation', kind: step.kind, ...stamp }
  const { revision, selector, created } = step.content
  return step.isMark
    ? aMarkVersion({ ...stamp, revision, selector, created })
    : anAnnotationVersion({ ...stamp, ...step.content })
}
