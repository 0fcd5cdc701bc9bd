import mammoth from 'mammoth'
import type { IntakeProblem } from '../../domain/intake-problem.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import { packParts, unpackParts, type Parts } from './unpack-parts.ts'

/** A document of Word as markup, and what it says of itself. Nothing of it is sanitised yet. */
export interface ConvertedDocx {
  readonly markup: string
  /** The part with author and dates (Dublin Core), as XML; an empty string where there is none. */
  readonly properties: string
}

/** Converts a document of Word (`.docx`). Knows no page, so that it can run in a worker. Never throws. */
export async function convertDocx(bytes: Uint8Array): Promise<Result<ConvertedDocx, IntakeProblem>> {
  const parts = unpackParts(bytes)
  if (!parts.ok) return parts
  try {
    const { value } = await mammoth.convertToHtml(inputOf(withoutHidden(parts.value)), OPTIONS)
    return succeed({ markup: value.replace(BACK_LINK, ''), properties: propertiesIn(parts.value) })
  } catch {
    return fail({ kind: 'broken', format: 'docx' }) // Some part is not what its name says.
  }
}

const OPTIONS = {
  externalFileAccess: false,
  includeEmbeddedStyleMap: false,
  styleMap: [
    "p[style-name='Title'] => h1:fresh",
    "p[style-name='Subtitle'] => p:fresh",
    "p[style-name='Quote'] => blockquote > p:fresh",
    "p[style-name='Intense Quote'] => blockquote > p:fresh",
    "p[style-name='Caption'] => p:fresh",
  ],
}

// A note ends with an arrow that leads back to where it is cited.
const BACK_LINK = / ?<a href="#[^"]*">↑<\/a>/g

/** The parts without words that Word does not show, which Mammoth would. */
function withoutHidden(parts: Parts): Parts {
  const document = new TextDecoder().decode(parts[DOCUMENT])
  if (!HIDDEN.test(document)) return parts
  const shown = document.replace(RUN, run => (HIDDEN.test(run) ? '' : run))
  return { ...parts, [DOCUMENT]: new TextEncoder().encode(shown) }
}

const DOCUMENT = 'word/document.xml'
const HIDDEN = /<w:(?:vanish|webHidden)(?:\s+w:val="(?:1|true|on)")?\s*\/>/
const RUN = /<w:r(?:\s[^>]*)?>(?:(?!<w:r[\s>]|<\/w:r>)[\s\S])*<\/w:r>/g

function inputOf(parts: Parts) {
  const packed = packParts(parts)
  // Mammoth looks for the one name in a worker, and for the other in Node, where tests run.
  return { arrayBuffer: packed.buffer as ArrayBuffer, buffer: packed as Buffer }
}

function propertiesIn(parts: Parts): string {
  const bytes = parts['docProps/core.xml']
  return bytes ? new TextDecoder().decode(bytes) : ''
}
