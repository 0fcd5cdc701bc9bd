import { describe, expect, it } from 'vitest'
import { HARBOUR_ID, HARBOUR_TEXT } from '../testing/builders.ts'
import { recogniseText } from './recognise-text.ts'

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
})
