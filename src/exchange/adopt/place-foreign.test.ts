import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finished } from '../../anchoring/finished.ts'
import { HARBOUR_STATEMENT, HARBOUR_TEXT } from '../../testing/builders.ts'
import { aForeignAnnotation, aForeignDocument } from '../../testing/foreign.ts'
import { aParagraphText } from '../../testing/revision-text.ts'
import { utf16OffsetsOf } from '../code-points.ts'
import type { ForeignAnnotation, ForeignDocument } from '../foreign.ts'
import { placeInSteps } from './place-foreign.ts'

const START = HARBOUR_TEXT.indexOf(HARBOUR_STATEMENT)
const END = START + HARBOUR_STATEMENT.length
const PLACE = { from: START, to: END }

const placed = (document: ForeignDocument, text = HARBOUR_TEXT) =>
  finished(placeInSteps(document, aParagraphText(text)))
const placedOne = (annotation: Partial<ForeignAnnotation>, document: Partial<ForeignDocument> = {}, text?: string) =>
  placed(aForeignDocument({ ...document, annotations: [aForeignAnnotation(annotation)] }), text)[0]!

describe('placeInSteps', () => {
  const codePoints = { unit: 'code-points', start: START - 1, end: END - 1 } as const
  const utf16 = { unit: 'utf-16', start: START, end: END } as const
  const wrong = { unit: 'code-points', start: START, end: END } as const
  const placesFound: readonly (readonly [string, Partial<ForeignAnnotation>, Partial<ForeignDocument>])[] = [
    ['code points', { positions: [codePoints] }, { text: HARBOUR_TEXT }],
    ['UTF-16 units', { positions: [utf16] }, { text: HARBOUR_TEXT }],
    ['the reading that says the quote', { positions: [wrong, utf16] }, { text: HARBOUR_TEXT }],
    ['its position, without a quote', { quote: null, positions: [codePoints] }, { text: HARBOUR_TEXT }],
    ['its words, where its position says something else', { positions: [wrong] }, { text: HARBOUR_TEXT }],
    ['its words, without a text', {}, {}],
    ['its words and a position in a text that nobody has', { positions: [wrong, codePoints] }, {}],
  ]
  it.each(placesFound)('X66 finds a statement by %s', (_, annotation, document) => {
    expect(placedOne(annotation, document)).toMatchObject({ change: { kind: 'unchanged', place: PLACE } })
  })

  it('X66 follows a statement from its own text to the article’s, and says what changed there', () => {
    const own = `${HARBOUR_TEXT}\nAn advertisement.`
    const known = { positions: [codePoints] }
    expect(placedOne(known, { text: own })).toMatchObject({ change: { kind: 'unchanged', place: PLACE } })
    const later = HARBOUR_TEXT.replace('ten days', 'nine days')
    expect(placedOne(known, { text: own }, later)).toMatchObject({ change: { kind: 'fact-changed' } })
    expect(placedOne(known, { text: own }, 'Something else\nA text about birds.')).toMatchObject({
      change: { kind: 'orphaned' },
    })
  })

  it('X67 says why an annotation has no statement', () => {
    const text = HARBOUR_TEXT
    const beyond = { unit: 'utf-16', start: 5000, end: 5010 } as const
    expect(placedOne({ quote: null, positions: [beyond] }, { text })).toMatchObject({
      reason: { kind: 'outside-text' },
    })
    expect(placedOne({ quote: null }, { text })).toMatchObject({ reason: { kind: 'no-statement' } })
    expect(placedOne({ quote: null, positions: [utf16] })).toMatchObject({ reason: { kind: 'no-statement' } })
    const quote = { exact: 'never said', prefix: '', suffix: '' }
    expect(placedOne({ quote, positions: [utf16] }, { text })).toMatchObject({ reason: { kind: 'wrong-quote' } })
  })

  it('X67 never puts words that are gone anywhere', () => {
    const quote = { exact: 'The tunnel was closed for ten days', prefix: '', suffix: '' }
    const text = 'Bridge\nThe bridge was closed for two days. The tunnel stayed open for ten days.'
    expect(placedOne({ quote }, {}, text).change?.kind).toMatch(/orphaned|ambiguous|fact-changed/)
  })

  it('X66 never splits a grapheme', () => {
    const text = 'Family\nThe 👨‍👩‍👧 came.'
    const start = text.indexOf('👨') + 2
    const quote = null
    const { change } = placedOne({ quote, positions: [{ unit: 'utf-16', start, end: start + 1 }] }, { text }, text)
    expect(change).toMatchObject({ kind: 'unchanged', place: { from: text.indexOf('👨'), to: text.indexOf(' came') } })
  })
})

describe('utf16OffsetsOf', () => {
  it('X66 gives each code point its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const offsets = utf16OffsetsOf(text)
        let at = 0
        for (const [index, character] of [...text].entries()) {
          expect(offsets(index)).toBe(at)
          at += character.length
        }
        expect(offsets([...text].length)).toBe(text.length)
      }),
    )
  })
})
