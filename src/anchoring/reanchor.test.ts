import { describe, expect, it } from 'vitest'
import type { ChangeState } from '../domain/change-state.ts'
import type { Span } from '../domain/selector.ts'
import { aParagraphText } from '../testing/revision-text.ts'
import { reanchor, reanchorInSteps } from './reanchor.ts'

const LEAD = 'The ferry to Skarn left early. A band was playing on the quay.'
const END = 'Then the lamps were lit. Everybody went home before the rain.'

// [ and ] stand around the statement; they are no part of the text. What comes between is how it is then.
const CASES: readonly (readonly [
  rule: string,
  why: string,
  before: string,
  state: ChangeState['kind'],
  after: string,
])[] = [
  ['A23', 'the same words in the same place', 'X. [The mill is old.] Y.', 'unchanged', 'X. [The mill is old.] Y.'],
  [
    'A23',
    'words that other words were put before',
    '[The mill is old.] Y.',
    'unchanged',
    'A new start was made. [The mill is old.] Y.',
  ],
  [
    'A24',
    'curly for straight quotation marks',
    'He said ["stop" and left].',
    'typography',
    'He said [“stop” and left].',
  ],
  ['A24', 'composed for decomposed accents', 'The [cafe\u0301 is open] now.', 'typography', 'The [café is open] now.'],
  [
    'A24',
    'another dash and no-break spaces',
    '[It is 5 km long – almost].',
    'typography',
    '[It is 5\u00a0km long - almost].',
  ],
  [
    'A24',
    'soft hyphens and zero-width spaces',
    'An [infrastructure] plan.',
    'typography',
    'An [infra\u00adstruc\u200bture] plan.',
  ],
  ['A24', 'ligatures of a PDF', 'A [first office] is here.', 'typography', 'A [ﬁrst oﬃce] is here.'],
  ['A24', 'a paragraph cut in two', '[One thing. Another thing.]', 'typography', '[One thing.\nAnother thing.]'],
  ['A26', 'another case', '[The mayor was there.]', 'reworded', '[The Mayor was there.]'],
  ['A26', 'a comma more', '[The mill, which is old closed.]', 'reworded', '[The mill, which is old, closed.]'],
  ['A26', 'a synonym', '[Lessons began in the old mill.]', 'reworded', '[Lessons started in the old mill.]'],
  ['A26', 'a number in figures', '[It was closed for ten days.]', 'reworded', '[It was closed for 10 days.]'],
  [
    'A26',
    'a number with other marks',
    '[It cost 1500000 crowns then.]',
    'reworded',
    '[It cost 1.5 million crowns then.]',
  ],
  ['A26', 'a unit in short', '[It is 12 kilometres long.]', 'reworded', '[It is 12 km long.]'],
  ['A26', 'a contraction', '[It is not a mill any more.]', 'reworded', "[It isn't a mill any more.]"],
  ['A27', 'another number', '[It was closed for ten days.]', 'fact-changed', '[It was closed for two days.]'],
  ['A27', 'a date one day later', '[It opens on 14 March.]', 'fact-changed', '[It opens on 15 March.]'],
  ['A27', 'another weekday', '[It opens on Monday.]', 'fact-changed', '[It opens on Tuesday.]'],
  ['A27', 'another unit', '[It is 12 metres long.]', 'fact-changed', '[It is 12 feet long.]'],
  ['A27', 'another currency', '[It cost $12 then.]', 'fact-changed', '[It cost €12 then.]'],
  ['A27', 'a point moved', '[It cost $4.2 million.]', 'fact-changed', '[It cost $42 million.]'],
  ['A28', 'a "not"', '[The wall was damaged.]', 'fact-changed', '[The wall was not damaged.]'],
  ['A28', 'a contracted "not"', '[The wall was damaged.]', 'fact-changed', "[The wall wasn't damaged.]"],
  [
    'A28',
    'a "not" that moved',
    '[He did not say that it was safe.]',
    'fact-changed',
    '[He did say that it was not safe.]',
  ],
  ['A28', 'a beginning that negates', '[The wall was safe.]', 'fact-changed', '[The wall was unsafe.]'],
  ['A28', 'some for all', '[All lamps were lit.]', 'fact-changed', '[Some lamps were lit.]'],
  ['A28', 'must for may', '[Lorries may pass.]', 'fact-changed', '[Lorries must pass.]'],
  ['A28', 'the opposite', '[Prices rose in June.]', 'fact-changed', '[Prices fell in June.]'],
  ['A29', 'another name', '[Then Linus Marr came.]', 'fact-changed', '[Then Hanna Voss came.]'],
  ['A29', 'names that changed places', '[Yesterday Marr met Voss.]', 'fact-changed', '[Yesterday Voss met Marr.]'],
  ['A29', 'another source', '[It is safe, the minister said.]', 'fact-changed', '[It is safe, the builder said.]'],
  [
    'A29',
    'somebody else beside a quotation',
    '["It is safe," crowed Marr.]',
    'fact-changed',
    '["It is safe," crowed Voss.]',
  ],
  [
    'A29',
    'another trade beside a quotation, whatever the verb',
    '["It is quite safe," crowed a baker.]',
    'fact-changed',
    '["It is quite safe," crowed a sailor.]',
  ],
  ['A29', 'no source any more', '[It is safe, the minister said.]', 'fact-changed', '[It is safe.]'],
  [
    'A30',
    'another source beside the statement',
    '[The dam is safe], the minister said.',
    'fact-changed',
    '[The dam is safe], the builder said.',
  ],
  [
    'A30',
    'a "not" that governs it',
    'It is true that [the dam is safe].',
    'fact-changed',
    'It is not true that [the dam is safe].',
  ],
  [
    'A30',
    'what stands before its "that", whatever the verb',
    'The mayor swears that [the dam is safe].',
    'fact-changed',
    'The baker swears that [the dam is safe].',
  ],
  [
    'A30',
    'a change elsewhere in its sentence',
    '[The dam is safe], but the road is wet.',
    'unchanged',
    '[The dam is safe], but the road is dry.',
  ],
  [
    'A80',
    'another condition past a comma',
    'If the plan passes, [the park will close].',
    'fact-changed',
    'Unless the plan passes, [the park will close].',
  ],
  ['A79', 'a smaller unit of the same signs', '[It reached 3 mSv there.]', 'fact-changed', '[It reached 3 µSv there.]'],
  ['A79', 'a unit that capitals tell', '[It took 20 mW then.]', 'fact-changed', '[It took 20 MW then.]'],
  ['A31', 'words inside', 'It keeps [four hives on its roof].', 'reworded', 'It keeps [four hives on its flat roof].'],
  ['A31', 'a first word that changed', 'It has [a kettle].', 'reworded', 'It has [an electric kettle].'],
  ['A31', 'words beside', 'It keeps [four hives] there.', 'unchanged', 'It also keeps [four hives] up there.'],
  [
    'A31',
    'words before a whole sentence',
    '[The mill was heated with wood.]',
    'reworded',
    '[By the way, the mill was heated with wood.]',
  ],
  ['A31', 'a part of a word', 'A [foot]bridge is here.', 'unchanged', 'There: A [foot]bridge is here.'],
  ['A32', 'a twin', '[In May the mill burned.] In June the barn burned.', 'orphaned', 'In June the barn burned.'],
  ['A32', 'a part that was cut', 'The mill, [built in 1702], burned.', 'orphaned', 'The mill burned.'],
  ['A34', 'another sentence instead', '[The clock was made in Velm.]', 'orphaned', 'Swifts nest under the roof.'],
  [
    'A34',
    'a word that stands elsewhere',
    '[Linus] stood on the bridge alone.',
    'orphaned',
    'They met somebody whose name was Linus Orr.',
  ],
  [
    'A35',
    'two sentences made one',
    '[The mill burned in May.] It was insured.',
    'reworded',
    '[The mill burned in May] and it was insured.',
  ],
  [
    'A35',
    'a sentence made two',
    '[The mill burned, and the barn fell down.]',
    'reworded',
    '[The mill burned. The barn fell down.]',
  ],
  [
    'A35',
    'two sentences made one with a relative clause',
    '[The mill dates from 1702.] It is heated with beech wood.',
    'reworded',
    '[The mill, which dates from 1702], is heated with beech wood.',
  ],
  [
    'A35',
    'subject and object that changed places',
    '[The baker thanked the old sailor.]',
    'reworded',
    '[The old sailor thanked the baker.]',
  ],
  [
    'A36',
    'a sentence more in the middle',
    '[The mill burned. The barn fell.]',
    'reworded',
    '[The mill burned. It smelled. The barn fell.]',
  ],
  ['A36', 'paragraphs', '[The mill burned.\nThe barn fell.]', 'unchanged', 'So.\n[The mill burned.\nThe barn fell.]'],
]

describe('reanchor', () => {
  it.each(CASES)('%s finds, with %s, “%s” %s', (_, __, before, kind, after) => {
    const old = parsed(`${LEAD} ${before} ${END}`)
    const new_ = parsed(`${LEAD} ${after} ${END}`)
    const [state] = reanchor({ from: old.revision, to: new_.revision, spans: old.spans })
    expect(state).toMatchObject(new_.spans[0] ? { kind, place: new_.spans[0] } : { kind })
  })

  it('A25 says of words that stand in another order than before that they moved', () => {
    const [a, b, c] = [
      'The mill burned in May.',
      'A band was playing on the quay.',
      'Everybody went home before the rain.',
    ]
    const from = aParagraphText([a, b, c].join('\n'))
    const states = reanchor({ from, to: aParagraphText([b, c, a].join('\n')), spans: spansOf(from.text, [a, b, c]) })
    expect(states.map(({ kind }) => kind)).toEqual(['moved', 'unchanged', 'unchanged'])
  })

  it('A26 and A27 give the old and the new words, and the facts in question', () => {
    const from = aParagraphText('The tunnel was closed for ten days.')
    const to = aParagraphText('The tunnel was closed for two weeks.')
    expect(reanchor({ from, to, spans: [{ from: 15, to: 34 }] })).toEqual([
      {
        kind: 'fact-changed',
        place: { from: 15, to: 35 },
        was: 'closed for ten days',
        is: 'closed for two weeks',
        facts: [
          { fact: 'number', was: 'ten', is: 'two' },
          { fact: 'unit', was: 'days', is: 'weeks' },
        ],
      },
    ])
  })

  it('A32 gives nothing that another sentence became', () => {
    const old = ['In 2019 the road was shut for nine days.', 'In 2020 the road was shut for six days.']
    const from = aParagraphText(old.join(' '))
    const states = reanchor({
      from,
      to: aParagraphText('In 2020 the road was shut for seven days.'),
      spans: spansOf(from.text, old),
    })
    expect(states.map(({ kind }) => kind)).toEqual(['orphaned', 'fact-changed'])
  })

  it('A33 leaves it open which of several places is meant', () => {
    const rule = 'Dogs must be kept on a lead in the castle park.'
    const from = aParagraphText(`The library is shut. ${rule} The pool is open.`)
    const to = aParagraphText(`For walkers. ${rule} Mind the steps.\nFor riders. ${rule} Ring the bell.`)
    const [state] = reanchor({ from, to, spans: spansOf(from.text, [rule]) })
    const places = [to.text.indexOf(rule), to.text.lastIndexOf(rule)]
    expect(state).toMatchObject({
      kind: 'ambiguous',
      candidates: places.map(place => ({ from: place, to: place + rule.length })),
    })
  })

  it('A33 leaves it open which of two statements a place belongs to', () => {
    const old = ['In Berne the river stood at 198 inches.', 'In Dreye the river stood at 198 inches.']
    const from = aParagraphText(old.join(' '))
    const to = aParagraphText('In Ellern the river stood at 198 inches.')
    const states = reanchor({ from, to, spans: spansOf(from.text, old) })
    expect(states.every(({ kind }) => kind === 'ambiguous' || kind === 'orphaned')).toBe(true)
  })

  it('A34 keeps what an orphan said, with what stood around it', () => {
    const from = aParagraphText(`${LEAD} The mill burned in May. ${END}`)
    const [span] = spansOf(from.text, ['The mill burned in May.'])
    const [state] = reanchor({ from, to: aParagraphText(`${LEAD} ${END}`), spans: [span!] })
    expect(state).toEqual({
      kind: 'orphaned',
      was: {
        quote: {
          exact: 'The mill burned in May.',
          prefix: 'A band was playing on the quay. ',
          suffix: ' Then the lamps were lit. Everyb',
        },
        position: { start: span!.from, end: span!.to },
      },
    })
  })

  it('A33 takes the only place where the very words stand, though its sentence may be either of two', () => {
    // An article that chance found: the signs make one sentence of two, and other two of them afterwards.
    const from = aParagraphText(`Aaa bridge aaa.
Aaa bridge bridge. Aaa aaa aaa. Bridge aaaa aaaa. % aaa aaa aaaaa aaaaa bridge bridge aaaaa bridge.
Aaa aaa bridge. 橋 aaa aaa. Aaa bridge aaa.
Aaa aaa bridge. Aaa bridge bridge.`)
    const to =
      aParagraphText(`Aaa bridge bridge. Aaa aaa aaa. Bridge aaaa aaaa. Aaa aaa bridge. % aaa aaa aaaaa aaaaa bridge bridge aaaaa bridge.
Aaa bridge aaa. Aaa aaa bridge. 橋 aaa aaa. Aaa bridge aaa.
Aaa bridge bridge.`)
    const words = '% aaa aaa aaaaa aaaaa bridge bridge aaaaa'
    const [place] = spansOf(to.text, [words])
    expect(reanchor({ from, to, spans: spansOf(from.text, [words]) })).toEqual([{ kind: 'unchanged', place }])
  })

  it('A37 does not take a sentence of the same pattern for an edited one', () => {
    const stood = (place: string, height: number) => `In ${place} the Lurch stood at ${height} inches.`
    const old = [
      stood('Altenhof', 212),
      stood('Berne', 198),
      stood('Dreye', 305),
      stood('Ellern', 187),
      stood('Glane', 233),
    ]
    const from = aParagraphText(old.join(' '))
    const to = aParagraphText([...old.slice(0, 3), stood('Horsten', 261), old[4]!].join(' '))
    expect(reanchor({ from, to, spans: spansOf(from.text, old) }).map(({ kind }) => kind)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'orphaned',
      'unchanged',
    ])
  })

  it.each([
    { from: 3, to: 3 },
    { from: 5, to: 4 },
    { from: -1, to: 4 },
    { from: 0, to: 9 },
  ])('A44 throws on $from to $to, which holds no words of the text', span => {
    const revision = aParagraphText('A text.')
    expect(() => reanchor({ from: revision, to: revision, spans: [span] })).toThrow(RangeError)
  })

  it('A45 tells in steps which share is done, never less than before', () => {
    const from = aParagraphText(Array.from({ length: 300 }, (_, line) => `Line ${line} says ${line * 3}.`).join('\n'))
    const spans = Array.from({ length: 200 }, (_, index) => ({ from: index, to: index + 30 }))
    const shares = [...reanchorInSteps({ from, to: aParagraphText('Nothing is left.'), spans })]
    expect(shares.length).toBeGreaterThan(10)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(0)).toBeGreaterThan(0)
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  })

  it('A42 finds its way in one sentence without an end, and in a text of which nothing is left', () => {
    // With a cost that grows with the square this takes many minutes, and the test times out.
    const word = (seed: number) => `w${Math.floor(Math.abs(Math.sin(seed) * 1e6)) % 5003}`
    const long = Array.from({ length: 50_000 }, (_, index) => word(index))
    const edited = long.map((each, index) => (index % 50 === 0 ? 'changed' : each))
    const other = long.map((_, index) => `${word(index + 70_000)}${index % 12 === 0 ? '.' : ''}`)
    const from = aParagraphText(long.join(' '))
    const spans = Array.from({ length: 500 }, (_, index) => ({ from: index * 400, to: index * 400 + 60 }))
    const inEdited = reanchor({ from, to: aParagraphText(edited.join(' ')), spans })
    expect(inEdited.filter(state => !('place' in state)).length).toBeLessThan(15)
    const inOther = reanchor({ from, to: aParagraphText(other.join(' ')), spans })
    expect(inOther.filter(state => 'place' in state).length).toBeLessThan(5)
  })
})

function parsed(marked: string) {
  const [before = '', words = '', ...after] = marked.split(/[[\]]/)
  const span: Span = { from: before.length, to: before.length + words.length }
  return { revision: aParagraphText(marked.replace(/[[\]]/g, '')), spans: after.length > 0 ? [span] : [] }
}

function spansOf(text: string, statements: readonly string[]): readonly Span[] {
  return statements.map(words => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length }))
}
