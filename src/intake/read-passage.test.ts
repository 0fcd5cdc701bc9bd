// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { articleText } from '../domain/article-text.ts'
import { readPassage } from './read-passage.ts'

describe('readPassage', () => {
  it.each([
    ['plain words', { html: '', text: ' open since ' }, ['paragraph'], ' open since '],
    [
      'plain lines',
      { html: '', text: 'First\n- a\n* b\nLast' },
      ['paragraph', 'bulletList', 'paragraph'],
      'First\na\nb\nLast',
    ],
    ['words with layout', { html: '<b>open</b> since', text: 'open since ' }, ['paragraph'], 'open since '],
    ['a table', { html: '<table><tr><th>A<td>1</table>', text: 'A\t1' }, ['table'], 'A\n1'],
    ['bold lines', { html: '<p><b>a<br>b</b></p>', text: 'a\nb' }, ['paragraph'], 'a\nb'],
    ['a heading', { html: '<h2>A</h2>', text: 'A ' }, ['heading'], 'A'],
  ])('I72 reads %s as they are, without a title of their own', async (_, pasted, kinds, text) => {
    const read = await readPassage(pasted)
    expect(read.ok && read.value.content.map(node => node.type)).toEqual(kinds)
    expect(read.ok && articleText(read.value)).toBe(text)
  })

  it.each([
    ['empty', { html: '', text: '' }],
    ['empty', { html: '<p> </p>', text: ' ' }],
    ['binary', { html: '', text: 'a\0' }],
    ['too-long', { html: '', text: 'a'.repeat(2_000_001) }],
    ['too-long', { html: 'a'.repeat(20_000_001), text: '' }],
  ])('I72 refuses as %s what is no passage', async (kind, pasted) => {
    expect(await readPassage(pasted)).toMatchObject({ ok: false, problem: { kind } })
  })

  it('I72 mends half a character', async () => {
    const read = await readPassage({ html: '', text: 'a\ud83d' })
    expect(read.ok && articleText(read.value)).toBe('a\ufffd')
  })
})
