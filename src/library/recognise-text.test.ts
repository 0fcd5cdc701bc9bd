import { describe, expect, it } from 'vitest'
import { HARBOUR_ID, HARBOUR_TEXT } from '../testing/builders.ts'
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
    const steps = recogniseInSteps(parsed.value, 'en')
    let count = 0
    for (let step = steps.next(); ; step = steps.next()) {
      count += 1
      if (step.done !== true) continue
      expect(step.value).toMatchObject({ paragraphs: 1000, segments: 2001 })
      break
    }
    expect(count).toBeGreaterThan(15)
  })
})
