import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  composed,
  editsHold,
  editsOf,
  placeAfter,
  reversed,
  runsWithoutSpace,
  type Run,
  type TextEdit,
} from './text-edits.ts'

/** A text of which some words were replaced, and what stayed of it. */
const change = fc
  .record({
    kept: fc.array(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 6 }),
    gone: fc.array(fc.string({ maxLength: 4 }), { minLength: 7, maxLength: 7 }),
    come: fc.array(fc.string({ maxLength: 4 }), { minLength: 7, maxLength: 7 }),
  })
  .map(({ kept, gone, come }) => {
    const runs: Run[] = []
    let [before, after] = [gone[0]!, come[0]!]
    for (const [index, words] of kept.entries()) {
      runs.push({ from: before.length, at: after.length, length: words.length })
      before += words + gone[index + 1]!
      after += words + come[index + 1]!
    }
    return { before, after, runs }
  })

describe('edits of a text', () => {
  it('A70 make the one text of the other, and back', () => {
    fc.assert(
      fc.property(change, ({ before, after, runs }) => {
        const edits = editsOf(before, after, runs)
        expect(editsHold(before, after, edits)).toBe(true)
        expect(editsHold(after, before, reversed(edits))).toBe(true)
        expect(reversed(reversed(edits))).toEqual(edits)
      }),
    )
  })

  it('A70 of the same text are none', () => {
    expect(editsOf('ab\ncd', 'ab\ncd', [{ from: 0, at: 0, length: 2 }])).toEqual([])
  })

  it('A70 are not believed where they do not make the one text of the other', () => {
    const wrong: readonly (readonly TextEdit[])[] = [
      [],
      [[0, 1, 2]],
      [[2, 3, 2]],
      [[1, 2, 1]],
      [[1, 9, 2]],
      [[2, 1, 2]],
    ]
    expect(wrong.map(edits => editsHold('abc', 'aXXc', edits))).toEqual(wrong.map(() => false))
    expect(editsHold('abc', 'aXXc', [[1, 2, 2]])).toBe(true)
  })

  it('A71 words that were not touched keep their words, also where others like them stand', () => {
    fc.assert(
      fc.property(change, fc.nat(), fc.nat(), ({ before, after, runs }, a, b) => {
        const run = runs[a % Math.max(1, runs.length)]
        if (!run) return
        const edits = editsOf(before, after, runs)
        const from = run.from + (a % run.length)
        const to = from + 1 + (b % (run.from + run.length - from))
        const place = placeAfter(edits, { from, to })
        expect(place).toEqual({ from: run.at + from - run.from, to: run.at + to - run.from })
        expect(after.slice(place!.from, place!.to)).toBe(before.slice(from, to))
      }),
    )
  })

  it.each<[what: string, edit: TextEdit, place: { from: number; to: number } | null]>([
    ['before', [0, 2, 1], { from: 3, to: 7 }],
    ['right before', [4, 4, 3], { from: 7, to: 11 }],
    ['right after', [8, 8, 3], { from: 4, to: 8 }],
    ['within', [5, 6, 4], { from: 4, to: 11 }],
    ['at the beginning', [4, 6, 1], { from: 4, to: 7 }],
    ['at the end', [6, 8, 0], { from: 4, to: 6 }],
    ['over the beginning', [3, 5, 1], null],
    ['over the end', [7, 9, 1], null],
    ['of all', [4, 8, 4], null],
    ['of more than all', [0, 9, 0], null],
  ])('A71 words are placed by an edit %s', (_, edit, place) => {
    expect(placeAfter([edit], { from: 4, to: 8 })).toEqual(place)
  })

  it('A72 two changes are one', () => {
    fc.assert(
      fc.property(
        change,
        fc.array(fc.tuple(fc.boolean(), fc.string({ maxLength: 2 }))),
        ({ before, after, runs }, next) => {
          // Of the newer text some characters stay, and others come in between.
          const second: Run[] = []
          let last = ''
          for (const [from, unit] of [...after.split('').entries()]) {
            const [stays = true, come = ''] = next[from] ?? []
            last += come
            if (stays) second.push({ from, at: last.length, length: 1 })
            if (stays) last += unit
          }
          for (const { from, at, length } of composed(runs, second)) {
            expect(last.slice(at, at + length)).toBe(before.slice(from, from + length))
          }
          const stayed = runs.reduce(
            (sum, { at, length }) => sum + second.filter(one => one.from >= at && one.from < at + length).length,
            0,
          )
          expect(composed(runs, second).reduce((sum, { length }) => sum + length, 0)).toBe(stayed)
        },
      ),
    )
  })

  it('A72 white space that was taken away is found', () => {
    const [before, after] = [' A  b\n\n\nc d ', 'A  b\nc d']
    const edits = editsOf(before, after, runsWithoutSpace(before, after))
    expect(editsHold(before, after, edits)).toBe(true)
    expect(placeAfter(edits, { from: 8, to: 11 })).toEqual({ from: 5, to: 8 })
    expect(() => runsWithoutSpace('a', 'b')).toThrow(RangeError)
  })
})
