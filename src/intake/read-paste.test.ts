// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { articleText } from '../domain/article-text.ts'
import { readPaste } from './read-paste.ts'

const CAPTURED = '2026-11-23T00:00:00.000Z'

describe('readPaste', () => {
  it('I39 reads a rich paste with its layout', async () => {
    const pasted = { html: '<meta charset=utf-8><h2>A</h2><ul><li>b</li></ul><script>alert(1)</script>', text: 'A\nb' }
    const draft = await readPaste(pasted, CAPTURED)
    expect(draft).toMatchObject({ ok: true, value: { format: 'html', about: { title: 'A' } } })
    expect(draft.ok && draft.value.content.content.map(node => node.type)).toEqual(['heading', 'bulletList'])
  })

  it('I39 reads a plain paste as plain text', async () => {
    const draft = await readPaste({ html: ' ', text: 'A\n- b\nc' }, CAPTURED)
    expect(draft.ok && articleText(draft.value.content)).toBe('A\nb\nc')
    expect(draft).toMatchObject({ value: { format: 'text', original: { text: 'A\n- b\nc', captured: CAPTURED } } })
  })

  it.each([
    ['empty', { html: '<p> </p>', text: '' }],
    ['empty', { html: '', text: ' ' }],
    ['too-long', { html: 'a'.repeat(20_000_001), text: '' }],
  ])('I39 refuses as %s what makes no article', async (kind, pasted) => {
    expect(await readPaste(pasted, CAPTURED)).toMatchObject({ ok: false, problem: { kind } })
  })
})
