import { describe, expect, it } from 'vitest'
import { articleText, textHash } from '../domain/article-text.ts'
import type { ChangeState } from '../domain/change-state.ts'
import { statementKey } from '../domain/statement.ts'
import {
  aContent,
  anAnnotationSet,
  anAnnotationVersion,
  aRevision,
  aSelector,
  HARBOUR_ID,
} from '../testing/builders.ts'
import { encodeCsv } from './csv.ts'
import { encodeMarkdown } from './markdown.ts'
import { decodeAnnotationSet, encodeAnnotationSet } from './w3c-set.ts'

const FIRST = aRevision()
const NEXT_CONTENT = aContent('Harbour tunnel reopens', ['The tunnel was closed for two days.'])
const NEXT = aRevision({
  hash: textHash(articleText(NEXT_CONTENT)),
  article: HARBOUR_ID,
  parent: FIRST.hash,
  content: NEXT_CONTENT,
})
const ON_FIRST = anAnnotationVersion({ selector: aSelector('The tunnel was closed for ten days') })
const SET = anAnnotationSet({ revisions: [FIRST, NEXT], versions: [ON_FIRST] })
const PLACE = { from: 23, to: 57 }
const WORDS = { was: 'The tunnel was closed for ten days', is: 'The tunnel was closed for two days' }

const STATES: readonly ChangeState[] = [
  { kind: 'unchanged', place: PLACE },
  { kind: 'typography', place: PLACE },
  { kind: 'moved', place: PLACE },
  { kind: 'reworded', place: PLACE, ...WORDS },
  { kind: 'fact-changed', place: PLACE, ...WORDS, facts: [{ fact: 'number', was: 'ten', is: 'two' }] },
  { kind: 'ambiguous', candidates: [PLACE], was: ON_FIRST.content.selector },
  { kind: 'orphaned', was: ON_FIRST.content.selector },
]

describe('what became of a statement', () => {
  it.each(STATES)('X20 is in every row and every item: $kind', state => {
    const changes = new Map([[statementKey(ON_FIRST.content), state]])
    expect(encodeCsv(SET, changes)).toMatch(new RegExp(`,${state.kind}\\r\\n$`))
    const written = encodeAnnotationSet(SET, changes)
    expect(JSON.parse(written)).toMatchObject({ first: { items: [{ 'factmark:state': state.kind }] } })
    const read = decodeAnnotationSet(written)
    expect(read).toMatchObject({ ok: true })
    expect(read.ok && encodeAnnotationSet(read.value)).toBe(encodeAnnotationSet(SET))
  })

  it('X20 is not said of one that was written of the newest text', () => {
    const onNext = anAnnotationVersion({
      revision: NEXT.hash,
      selector: aSelector(WORDS.is, articleText(NEXT_CONTENT)),
    })
    const changes = new Map([[statementKey(onNext.content), STATES[6]!]])
    expect(encodeCsv({ ...SET, versions: [onNext] }, changes)).toMatch(/,unchanged\r\n$/)
  })

  it.each([
    ['reworded', 'was reworded since the verdict', WORDS.is],
    ['fact-changed', 'A fact in this statement has changed', WORDS.is],
    ['ambiguous', 'several places', ''],
    ['orphaned', 'no longer stands', ''],
  ])('X63 is said in Markdown: %s', (kind, sentence, words) => {
    const state = STATES.find(one => one.kind === kind)!
    const markdown = encodeMarkdown(SET, new Map([[statementKey(ON_FIRST.content), state]]))
    expect(markdown).toContain(sentence)
    expect(markdown).toContain(words)
  })

  it('X63 is no concern where the words are the same', () => {
    const markdown = encodeMarkdown(SET, new Map([[statementKey(ON_FIRST.content), STATES[2]!]]))
    expect(markdown).toBe(encodeMarkdown(SET))
  })
})
