import { diffArrays } from 'diff'

/** A stretch of text that two texts share, or that only one of them has. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

const MOST_EDITS = 400 // words and spaces; two texts that differ in more have little in common that is worth the time

// Word boundaries follow the script, not this language, so every text may be cut by it.
const WORDS = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * How one text became another, word by word. What is same or removed is together the text before, what is same or
 * added the text after. A space or a sign alone between two changes counts as changed, so that phrases stay together.
 */
export function wordChanges(before: string, after: string): readonly WordRun[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_EDITS })
  if (!changes) return runs([{ removed: before, added: after, same: '' }])
  return runs(blocks(changes))
}

/**
 * The runs with what is the same for long cut down to about `context` UTF-16 units beside each change, at spaces, with an
 * ellipsis for the rest.
 */
export function aroundChanges(all: readonly WordRun[], context: number): readonly WordRun[] {
  return all.map((run, index) => {
    if (run.kind !== 'same' || run.text.length <= context * 3) return run
    const start = index === 0 ? '' : startOf(run.text, context)
    const end = index === all.length - 1 ? '' : endOf(run.text, context)
    return { kind: 'same', text: `${start}…${end}` }
  })
}

function startOf(text: string, context: number): string {
  const space = text.indexOf(' ', context)
  return (space < 0 || space > context * 2 ? text.slice(0, context) : text.slice(0, space + 1)).toWellFormed()
}

function endOf(text: string, context: number): string {
  const space = text.lastIndexOf(' ', text.length - context)
  return (space < text.length - context * 2 ? text.slice(-context) : text.slice(space)).toWellFormed()
}

/** Something removed and something added in its place, and what both texts have after it. */
interface Block {
  removed: string
  added: string
  same: string
}

function blocks(changes: readonly { value: string[]; added: boolean; removed: boolean }[]): readonly Block[] {
  const found: Block[] = [{ removed: '', added: '', same: '' }]
  for (const { value, added, removed } of changes) {
    const text = value.join('')
    const last = found.at(-1)!
    if (!added && !removed) last.same += text
    else if (last.same === '') extend(last, removed ? text : '', added ? text : '')
    else if (isBetweenWords(last.same) && last.removed + last.added !== '') {
      extend(last, last.same + (removed ? text : ''), last.same + (added ? text : ''))
      last.same = ''
    } else found.push({ removed: removed ? text : '', added: added ? text : '', same: '' })
  }
  return found
}

function extend(block: Block, removed: string, added: string): void {
  block.removed += removed
  block.added += added
}

function isBetweenWords(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

function runs(found: readonly Block[]): readonly WordRun[] {
  return found
    .flatMap(({ removed, added, same }): readonly WordRun[] => [
      { kind: 'removed', text: removed },
      { kind: 'added', text: added },
      { kind: 'same', text: same },
    ])
    .filter(({ text }) => text !== '')
}

// A step of Intl.Segmenter takes time in proportion to the whole string it was given, so it gets one piece at a time.
function wordsOf(text: string): string[] {
  return text.split(BETWEEN_PIECES).flatMap(piece => [...WORDS.segment(piece)].map(({ segment }) => segment))
}

const BETWEEN_PIECES = /(\s+|[、。！，．：；？]+)/u
