import type { RevisionText } from '../anchoring/align/side.ts'

/** A revision whose blocks are paragraphs: the lines of a text. */
export function aParagraphText(text: string, language = 'en'): RevisionText {
  let from = 0
  const blocks = text.split('\n').map(line => {
    const block = { kind: 'paragraph' as const, text: line, from }
    from += line.length + 1
    return block
  })
  return { text, blocks, language }
}
