/**
 * The written lines of a text, its title first, with lines that were wrapped at a fixed width joined by one space.
 * A text counts as wrapped when blank lines part its paragraphs and no line is longer than a wrapped one.
 */
export function unwrapLines(lines: readonly string[], startsAnew: (line: string) => boolean): readonly string[] {
  const [[title, ...below], ...others] = stanzasOf(lines)
  if (title === undefined) return []
  const width = others.length > 0 ? wrapWidth([below, ...others]) : null
  return [title, ...[below, ...others].flatMap(stanza => (width === null ? stanza : joined(stanza, width, startsAnew)))]
}

// Mail wraps at 72, terminals at 80, some editors at 100; shorter lines are verse, addresses or tables.
const NARROWEST_WRAP = 45 // UTF-16 units
const WIDEST_WRAP = 100 // UTF-16 units

type Stanza = readonly string[]

function stanzasOf(lines: readonly string[]): readonly [Stanza, ...Stanza[]] {
  const stanzas: [string[], ...string[][]] = [[]]
  for (const line of lines) {
    const last = stanzas.at(-1)!
    if (line !== '') last.push(line)
    else if (last.length > 0) stanzas.push([])
  }
  return stanzas
}

function wrapWidth(stanzas: readonly Stanza[]): number | null {
  const lines = stanzas.filter(stanza => stanza.length > 1).flat()
  // A line that is one long web address could not be wrapped.
  const width = lines.filter(line => /\s/.test(line)).reduce((widest, line) => Math.max(widest, line.length), 0)
  return width >= NARROWEST_WRAP && width <= WIDEST_WRAP ? width : null
}

function joined(stanza: Stanza, width: number, startsAnew: (line: string) => boolean): readonly string[] {
  const whole: string[] = []
  stanza.forEach((line, index) => {
    const previous = stanza[index - 1]
    if (previous === undefined || startsAnew(line) || !isWrapped(previous, line, width)) whole.push(line)
    else whole.push(`${whole.pop()} ${line}`)
  })
  return whole
}

/** Whether a line was cut because the next word would not have fitted. */
function isWrapped(line: string, next: string, width: number): boolean {
  const [nextWord = ''] = next.split(/\s/, 1)
  return line.length >= NARROWEST_WRAP && line.length + 1 + nextWord.length > width
}
