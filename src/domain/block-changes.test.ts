import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextBlock } from './article-text.ts'
import { blockChanges, type BlockChange } from './block-changes.ts'

const A = 'Ferries carried 4,200 passengers a day.'
const A2 = 'Ferries carried 4,500 passengers a day.'
const B = 'The tunnel was closed for ten days, the minister said.'
const B2 = 'The tunnel was closed for two days, the minister said.'
const C = 'Nobody was hurt.'
const D = 'A second crossing is planned for spring.'

describe('two texts compared block by block', () => {
  const cases: readonly {
    name: string
    before: readonly string[]
    after: readonly string[]
    changes: readonly string[]
  }[] = [
    { name: 'equal', before: [A, B], after: [A, B], changes: ['same', 'same'] },
    { name: 'a changed block', before: [A, B, C], after: [A, B2, C], changes: ['same', 'changed', 'same'] },
    { name: 'two changed blocks', before: [A, B], after: [A2, B2], changes: ['changed', 'changed'] },
    { name: 'a new block', before: [A, C], after: [A, B, C], changes: ['same', 'added', 'same'] },
    { name: 'a removed block', before: [A, B, C], after: [A, C], changes: ['same', 'removed', 'same'] },
    { name: 'another block in its place', before: [A, B], after: [A, D], changes: ['same', 'removed', 'added'] },
    {
      name: 'a new block beside a changed one',
      before: [A, B],
      after: [A, D, B2],
      changes: ['same', 'added', 'changed'],
    },
    { name: 'a moved block', before: [A, B, C], after: [B, C, A], changes: ['removed', 'same', 'same', 'added'] },
    { name: 'nothing before', before: [], after: [A], changes: ['added'] },
    { name: 'the same words in other layout', before: [A], after: [A], changes: ['same'] },
  ]
  it.each(cases)('U69 $name', ({ before, after, changes }) => {
    expect(blockChanges(blocks(before), blocks(after)).map(({ kind }) => kind)).toEqual(changes)
  })

  it('U69 each text is there whole, in its order', () => {
    const text = fc.array(fc.constantFrom(A, A2, B, B2, C, D), { maxLength: 12 }).map(blocks)
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = blockChanges(before, after)
        expect(changes.flatMap(change => ('was' in change ? [change.was] : []))).toEqual(before)
        expect(changes.flatMap(change => ('is' in change ? [change.is] : []))).toEqual(after)
        expect(changes.filter(isWronglySame)).toEqual([])
      }),
    )
  })
})

function isWronglySame(change: BlockChange): boolean {
  return 'was' in change && 'is' in change && (change.kind === 'same') !== (change.was.text === change.is.text)
}

function blocks(texts: readonly string[]): readonly TextBlock[] {
  let from = 0
  return texts.map(text => {
    const block = { kind: 'paragraph', from, text } as const
    from += text.length + 1
    return block
  })
}
