import { describe, expect, it } from 'vitest'
import { HARBOUR_ID, HARBOUR_TEXT } from '../testing/builders.ts'
import { articleText, textHash, textHashInSteps } from '../domain/article-text.ts'
import { parsePlainText } from '../intake/parse-plain-text.ts'
import { recogniseInSteps, recogniseText } from './recognise-text.ts'

describe('recogniseText', () => {
  it('L4 counts points, paragraphs and segments', () => {
    const text = 'Ferry stops\n- It is old.\n- It is slow.\nThe ferry left. Nobody waved.\nThat was all.'
    expect(recogniseText(text, 'en')).toMatchObject({
      ok: true,
      value: { points: 2, paragraphs: 2, headings: 0, segments: 6 },
    })
  })

  it('L4 says why an empty text is no article', () => {
    expect(recogniseText(' \n', 'en')).toEqual({ ok: false, problem: { kind: 'empty' } })
  })

  it('L5 gives the same text the same id', () => {
    const recognised = recogniseText(HARBOUR_TEXT, 'en')
    expect(recognised.ok && recognised.value.id).toBe(HARBOUR_ID)
  })

  it('V105 takes a long text in steps that each look at a part of it, and comes to the same', () => {
    const paragraph = 'The ferry left at 9 a.m. on Monday. Nobody waved.'
    const parsed = parsePlainText(`Ferry\n${Array.from({ length: 1000 }, () => paragraph).join('\n')}`)
    if (!parsed.ok) throw new Error(parsed.problem.kind)
    const { found, count } = stepped(recogniseInSteps(parsed.value, 'en'))
    expect(found).toMatchObject({ paragraphs: 1000, segments: 2001 })
    expect(count).toBeGreaterThan(15)
  })

  it('V105, L5 names a long text in steps, by the same id', () => {
    const parsed = parsePlainText(`Ferry\n${'Nobody waved é😀. '.repeat(30_000)}`)
    if (!parsed.ok) throw new Error(parsed.problem.kind)
    const { found, count } = stepped(textHashInSteps(articleText(parsed.value)))
    expect(found).toBe(textHash(articleText(parsed.value)))
    expect(count).toBeGreaterThan(5)
  })
})

/** What all steps come to, and how many they are. */
function stepped<Found>(steps: Generator<void, Found>): { readonly found: Found; readonly count: number } {
  for (let count = 1; ; count += 1) {
    const step = steps.next()
    if (step.done === true) return { found: step.value, count }
  }
}
