import { describe, expect, it } from 'vitest'
import type { Selector } from '../domain/selector.ts'
import { describeSelector } from './describe-selector.ts'
import { resolveSelector } from './resolve-selector.ts'

const TEXT = 'Harbour tunnel reopens\nThe tunnel was closed for ten days, the minister said. Linus Marr waited.'
const STATEMENT = 'The tunnel was closed for ten days'

describe('resolveSelector', () => {
  it('A2 takes the position when the words are there, also where the same words stand elsewhere', () => {
    const twice = `${STATEMENT}. ${STATEMENT}.`
    const second = { from: STATEMENT.length + 2, to: 2 * STATEMENT.length + 2 }
    expect(resolveSelector(twice, describeSelector(twice, second))).toEqual({ kind: 'anchored', ...second })
  })

  it('A5 finds the words at the one other place they stand', () => {
    expect(wordsAt(`Updated.\n${TEXT}`, selected(STATEMENT))).toBe(`9+23:${STATEMENT}`)
  })

  it('A6 takes of several places the one whose surroundings clearly agree', () => {
    const before = `A ferry sank. ${STATEMENT}, said the mayor. In May it rained. ${STATEMENT}, said the port.`
    const selector = describeSelector(before, spanOf(before, STATEMENT, before.lastIndexOf(STATEMENT)))
    const after = `New. ${before}`
    expect(resolveSelector(after, selector)).toMatchObject({ from: after.lastIndexOf(STATEMENT) })
  })

  it.each([
    ['several places whose surroundings agree alike', `- ${STATEMENT} - ${STATEMENT} -`, selected(STATEMENT)],
    [
      'several places of which one is ahead by less than a word',
      `It reopens\n${STATEMENT}, the mayor. It opens\n${STATEMENT}, the mayor.`,
      selected(STATEMENT),
    ],
    [
      'several places of which one agrees a little on both sides',
      `It opens\n${STATEMENT}, the mayor. On ${STATEMENT}.`,
      selected(STATEMENT),
    ],
    ['a changed number', TEXT.replace('ten', 'two'), selected(STATEMENT)],
    ['a "not" that came in', TEXT.replace('was closed', 'was not closed'), selected(STATEMENT)],
    ['a sentence that is gone while a lookalike stays', 'The bridge was closed for ten days.', selected(STATEMENT)],
  ])('A8 leaves an orphan with its selector at %s', (_, text, selector) => {
    expect(resolveSelector(text, selector)).toEqual({ kind: 'orphan', selector })
  })

  it('A7 takes a short quote only where one side of it agrees', () => {
    expect(wordsAt(`Hello. ${TEXT}`, selected('Linus'))).toMatch(/:Linus$/)
    const elsewhere = 'Another text, in which one Linus appears.'
    expect(resolveSelector(elsewhere, selected('Linus')).kind).toBe('orphan')
  })

  it('A8 does not take a part of a character for the words', () => {
    const quote = { exact: 'cafe', prefix: 'They met in the ', suffix: '' }
    const selector: Selector = { quote, position: { start: 0, end: 4 } }
    expect(resolveSelector('They met in the cafe', selector)).toMatchObject({ kind: 'anchored', from: 16 })
    expect(resolveSelector('They met in the cafe\u0301', selector).kind).toBe('orphan')
  })

  it('A8 takes a position outside the text for no place', () => {
    const selector: Selector = {
      quote: { exact: 'gone', prefix: '', suffix: '' },
      position: { start: 5000, end: 5004 },
    }
    expect(resolveSelector(TEXT, selector)).toEqual({ kind: 'orphan', selector })
  })
})

function selected(words: string): Selector {
  return describeSelector(TEXT, spanOf(TEXT, words))
}

function spanOf(text: string, words: string, from = text.indexOf(words)) {
  return { from, to: from + words.length }
}

function wordsAt(text: string, selector: Selector): string {
  const anchor = resolveSelector(text, selector)
  if (anchor.kind === 'orphan') return 'orphan'
  const moved = anchor.from - selector.position.start
  return `${moved}+${selector.position.start}:${text.slice(anchor.from, anchor.to)}`
}
