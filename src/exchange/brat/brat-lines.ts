/** What the notes of our own files are called; brat shows the first as what a person wrote, the others by their type. */
export const NOTES = { rationale: 'AnnotatorNotes', tags: 'Tags', reviewer: 'Reviewer' } as const

// brat is written in Python, whose files end lines at each of these.
// eslint-disable-next-line no-control-regex -- separators are among them
export const LINE_BREAKS = /[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]+/g

/** A note in one line: a line break becomes `\n`, other characters that end lines `\u2028` and the like, a backslash two. */
export function noteText(note: string): string {
  return note.replaceAll('\\', '\\\\').replace(LINE_BREAKS, breaks => [...breaks].map(escaped).join(''))
}

/** The note again; a backslash that escapes nothing of ours stays as other programs wrote it. */
export function readNote(line: string): string {
  return line.replace(/\\(\\|n|u[0-9a-f]{4})/g, (_, code: string) => {
    if (code === '\\') return '\\'
    return code === 'n' ? '\n' : String.fromCharCode(parseInt(code.slice(1), 16)).toWellFormed()
  })
}

function escaped(character: string): string {
  return character === '\n' ? '\\n' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
