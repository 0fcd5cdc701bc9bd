import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileTexts } from '../testing/arbitraries.ts'
import { aroundChanges, wordChanges } from './word-changes.ts'

const CASES: readonly {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly said: string
}[] = [
  { name: 'nothing', before: 'Ten days', after: 'Ten days', said: 'Ten days' },
  { name: 'a whole text that came', before: '', after: 'Ten days', said: '[+Ten days]' },
  { name: 'a whole text that went', before: 'Ten days', after: '', said: '[-Ten days]' },
  {
    name: 'one word',
    before: 'Closed for ten days.',
    after: 'Closed for two days.',
    said: 'Closed for [-ten][+two] days.',
  },
  {
    name: 'a phrase, which stays together',
    before: 'It was closed for ten long days.',
    after: 'It was shut down two weeks.',
    said: 'It was [-closed for ten long days][+shut down two weeks].',
  },
  {
    name: 'two words with an unchanged one between them',
    before: 'one two three',
    after: 'uno two tre',
    said: '[-one][+uno] two [-three][+tre]',
  },
  {
    name: 'a number with its decimals',
    before: 'cost 3.75 million',
    after: 'cost 3.57 million',
    said: 'cost [-3.75][+3.57] million',
  },
  { name: 'a line that came', before: 'one\ntwo', after: 'one\nand\ntwo', said: 'one\n[+and\n]two' },
  {
    name: 'words of a script without spaces',
    before: '隧道关闭十天',
    after: '隧道关闭两周',
    said: '隧道关闭[-十天][+两周]',
  },
  { name: 'a whole emoji', before: 'ok 👩🏽‍🚒', after: 'ok 👩🏻‍🚒', said: 'ok [-👩🏽‍🚒][+👩🏻‍🚒]' },
]

describe('what differs between two texts', () => {
  for (const { name, before, after, said } of CASES) {
    it(`U53 is ${name}`, () => expect(shown(before, after)).toBe(said))
  }

  it('U53 is whole: same and removed make the text before, same and added the text after', () => {
    const texts = fc.oneof(
      hostileTexts(),
      fc.array(fc.constantFrom('the', 'ten', ' ', ', ', '\n')).map(all => all.join('')),
    )
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const runs = wordChanges(before, after)
        const joined = (other: string) =>
          runs.filter(({ kind }) => kind === 'same' || kind === other).map(({ text }) => text)
        expect(joined('removed').join('')).toBe(before)
        expect(joined('added').join('')).toBe(after)
        expect(runs.some(({ text }) => text === '')).toBe(false)
        if (before === after) expect(runs.every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  it('U53 is told in bounded time for texts that have nothing in common', () => {
    const one = Array.from({ length: 4000 }, (_, index) => `a${index}`).join(' ')
    const other = Array.from({ length: 4000 }, (_, index) => `b${index}`).join(' ')
    expect(wordChanges(one, other)).toEqual([
      { kind: 'removed', text: one },
      { kind: 'added', text: other },
    ])
  })
})

describe('what is shown of a long text', () => {
  const long = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ')

  it('U53 keeps what stands beside a change, and an ellipsis for the rest', () => {
    const runs = aroundChanges(
      wordChanges(`${long} ten ${long} twelve ${long}`, `${long} two ${long} dozen ${long}`),
      12,
    )
    expect(runs.map(({ text }) => text)).toEqual([
      '… word38 word39 ',
      'ten',
      'two',
      ' word0 word1 … word38 word39 ',
      'twelve',
      'dozen',
      ' word0 word1 …',
    ])
  })

  it('U53 leaves what is short, and every change, as it is', () => {
    const runs = wordChanges(`Closed for ten days. ${long}`, 'Closed for ten days.')
    expect(aroundChanges(runs, 12)).toEqual(runs)
  })

  it('U53 splits no surrogate pair', () => {
    const [same] = aroundChanges(wordChanges(`${'🚧'.repeat(99)} a`, `${'🚧'.repeat(99)} b`), 11)
    expect(same!.text.isWellFormed()).toBe(true)
  })
})

function shown(before: string, after: string): string {
  return wordChanges(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'added' ? '+' : '-'}${text}]`))
    .join('')
}
