import { readdirSync, readFileSync } from 'node:fs'
import type { RevisionText } from '../anchoring/align/side.ts'
import type { BlockKind, TextBlock } from '../domain/article-text.ts'
import { FACTS, type ChangeState, type Fact } from '../domain/change-state.ts'
import type { Span } from '../domain/selector.ts'

/** A statement of the corpus: where it is, which states are right for it, and which facts must be named. */
export interface CorpusStatement {
  readonly id: string
  readonly span: Span
  readonly states: readonly ChangeState['kind'][]
  readonly facts: readonly Fact[]
  /** Where it is afterwards; none when it is gone, several when none leads. */
  readonly places: readonly Span[]
}

/** An article before and after an edit, with what a person found out about each statement. */
export interface CorpusPair {
  readonly name: string
  readonly from: RevisionText
  readonly to: RevisionText
  readonly statements: readonly CorpusStatement[]
}

/** All pairs of the corpus in a folder, by name. Throws on a file that contradicts itself. */
export function readCorpus(folder: URL): readonly CorpusPair[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.txt'))
  return files.sort().map(file => readPair(file.replace('.txt', ''), readFileSync(new URL(file, folder), 'utf8')))
}

/** What can be wrong with an answer, the worst first. */
export const FAULTS = ['wrong place', 'deleted but attached', 'missed fact', 'lost', 'other state'] as const
export type Fault = (typeof FAULTS)[number]

/** What somebody answered about a statement, held against the truth. */
export interface Judged {
  readonly statement: CorpusStatement
  readonly state: ChangeState
  readonly faults: readonly Fault[]
  /** The fault in words. */
  readonly told: string
}

/** Judges the answers of a method to all statements of a corpus. */
export function judgeCorpus(
  pairs: readonly CorpusPair[],
  answer: (pair: CorpusPair) => readonly ChangeState[],
): readonly Judged[] {
  return pairs.flatMap(pair => {
    const states = answer(pair)
    return pair.statements.map((statement, index) => judge(pair, statement, states[index]!))
  })
}

function judge(pair: CorpusPair, statement: CorpusStatement, state: ChangeState): Judged {
  const { text } = pair.to
  const place = 'place' in state ? state.place : null
  const isDeleted = statement.places.length === 0
  const isAttached = place !== null
  const isRight = place !== null && statement.places.some(truth => isSamePlace(text, truth, place))
  const isFactChange = statement.states.every(kind => kind === 'fact-changed')
  const named = state.kind === 'fact-changed' ? state.facts.map(({ fact }) => fact) : []
  const faults: Record<Fault, boolean> = {
    'wrong place': isAttached && !isDeleted && (!isRight || statement.states.every(kind => kind === 'ambiguous')),
    'deleted but attached': isAttached && isDeleted,
    'missed fact':
      isAttached &&
      isFactChange &&
      (state.kind !== 'fact-changed' || statement.facts.some(fact => !named.includes(fact))),
    lost: state.kind === 'orphaned' && !isDeleted,
    'other state': !statement.states.includes(state.kind),
  }
  const said = place ? `${state.kind} “${text.slice(place.from, place.to)}”` : state.kind
  return {
    statement,
    state,
    faults: FAULTS.filter(fault => faults[fault]),
    told: `${pair.name} ${statement.id}: ${said} ${named.join(', ')} instead of ${statement.states.join(' or ')}`,
  }
}

/** Whether two places hold the same words; a full stop or a quotation mark more or less makes no difference. */
function isSamePlace(text: string, a: Span, b: Span): boolean {
  const [first, second] = [withoutEdges(text, a), withoutEdges(text, b)]
  return first.from === second.from && first.to === second.to
}

function withoutEdges(text: string, { from, to }: Span): Span {
  const words = text.slice(from, to)
  const start = /^[\p{P}\p{Z}]*/u.exec(words)![0].length
  const end = /[\p{P}\p{Z}]*$/u.exec(words)![0].length
  return start + end >= words.length ? { from, to } : { from: from + start, to: to - end }
}

/** Reads one pair: `⟦3:words⟧` marks statement 3 on either side, `\u{AD}` and `\n` stand for what cannot be seen. */
export function readPair(name: string, file: string): CorpusPair {
  const [head = '', before = '', after = '', truth = ''] = file.split(/^== (?:before|after|truth)\n/m)
  const language = /^language: (\S+)$/m.exec(head)?.[1] ?? 'und'
  const [from, to] = [readSide(before), readSide(after)]
  const verdicts = new Map(truth.trim().split('\n').map(readVerdict))
  const statements = [...from.marks].map(([id, [span]]) => {
    const verdict = verdicts.get(id)
    if (!verdict || !span) throw new Error(`${name}: statement ${id} has no truth.`)
    const places = to.marks.get(id) ?? []
    if ((places.length === 0) !== verdict.states.includes('orphaned')) throw new Error(`${name}: where is ${id}?`)
    return { id, span, places, ...verdict }
  })
  for (const id of [...verdicts.keys(), ...to.marks.keys()])
    if (!from.marks.has(id)) throw new Error(`${name}: no ${id}.`)
  return { name, from: { ...from.revision, language }, to: { ...to.revision, language }, statements }
}

function readVerdict(line: string): readonly [string, Pick<CorpusStatement, 'states' | 'facts'>] {
  const [id = '', ...words] = line.split(' ').filter(word => word !== 'or')
  const facts = FACTS.filter(fact => words.includes(fact))
  const states = words.filter(word => !(FACTS as readonly string[]).includes(word)) as ChangeState['kind'][]
  return [id, { states, facts }]
}

interface MarkedText {
  readonly revision: Omit<RevisionText, 'language'>
  readonly marks: ReadonlyMap<string, readonly Span[]>
}

function readSide(source: string): MarkedText {
  const blocks: TextBlock[] = []
  const marks = new Map<string, Span[]>()
  const open: { readonly id: string; readonly from: number }[] = []
  let text = ''
  for (const line of mergedLines(source)) {
    const [, sign = ''] = /^(##? |- )/.exec(line) ?? []
    if (text !== '') text += '\n'
    const start = text.length
    for (const part of line.slice(sign.length).split(/(⟦\d+:|⟧)/)) {
      if (part === '⟧') close()
      else if (part.startsWith('⟦')) open.push({ id: part.slice(1, -1), from: text.length })
      else text += unescaped(part)
    }
    blocks.push({ kind: kindOf(sign), text: text.slice(start), from: start })
  }
  return { revision: { text, blocks }, marks }

  function close(): void {
    const { id, from } = open.pop()!
    marks.set(id, [...(marks.get(id) ?? []), { from, to: text.length }])
  }
}

function mergedLines(source: string): readonly string[] {
  return source.split('\n').filter(line => line.trim() !== '')
}

function kindOf(sign: string): BlockKind {
  if (sign.startsWith('#')) return 'heading'
  return sign === '' ? 'paragraph' : 'list-item'
}

function unescaped(part: string): string {
  return part
    .replace(/\\u\{([0-9A-F]+)\}/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('\\n', '\n')
}
