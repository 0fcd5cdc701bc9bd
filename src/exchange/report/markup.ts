/** A piece of a page. Only `markup` makes it, so whatever people wrote has been escaped in it. */
export interface Markup {
  readonly source: string
}

/** What may stand in a template: words of people become text, markup stays, nothing is written for `false` and `null`. */
export type Piece = Markup | string | number | false | null | undefined | readonly Piece[]

/** A template of a page: `<p>${words}</p>`. What is put in can be neither an element nor the end of a quoted attribute. */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let source = parts[0]!
  for (const [index, piece] of pieces.entries()) source += written(piece) + parts[index + 1]!
  return { source }
}

/** Pieces one after another. */
export function joined(pieces: readonly Piece[], separator: Piece = ''): Markup {
  const between = written(separator)
  return { source: pieces.map(written).filter(Boolean).join(between) }
}

function written(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return ''
  if (typeof piece === 'string') return escaped(piece)
  if (typeof piece === 'number') return String(piece)
  return 'source' in piece ? piece.source : piece.map(written).join('')
}

function escaped(text: string): string {
  return text.replace(SPECIAL, character => ENTITIES[character] ?? REPLACEMENT)
}

// Signs of HTML, and the controls that no page can hold; a carriage return would be read as a line feed.
// eslint-disable-next-line no-control-regex -- those controls are what is looked for
const SPECIAL = /[&<>"'\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
}
const REPLACEMENT = '\ufffd'
