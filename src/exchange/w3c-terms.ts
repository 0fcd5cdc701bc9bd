import { derivedUuid } from '../domain/derived-uuid.ts'

/** The name space of Factmark's own terms. */
export const NS = 'https://example.org/factmark/ns/'

/** The one term that carries what the Web Annotation vocabulary has no words for. */
export const SET_TERM = 'factmark:set'

/** How a statement fared up to the set's newest text. Derived: whoever reads the set in finds it out again. */
export const STATE_TERM = 'factmark:state'

/** SHA-256 over the canonical JSON of the set's own term: tells whether somebody has changed the file since it was written. */
export const HASH_TERM = 'factmark:setHash'

/** Who has signed the set, and how. */
export const SIGNATURES_TERM = 'factmark:signatures'

/** JSON-LD context of a set; `@json` keeps the term's value untouched through a JSON-LD round trip (JSON-LD 1.1, 4.2.2). */
export const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { factmark: NS, [SET_TERM]: { '@type': '@json' } }] as const

/** The same for a set that is signed. Beside the other one, so that a set that is not signed has the bytes that it always had. */
export const SIGNED_CONTEXT = [CONTEXT[0], { ...CONTEXT[1], [SIGNATURES_TERM]: { '@type': '@json' } }] as const

/** Without a version, so that an update of the program changes no file. */
export const GENERATOR = { id: 'https://example.org/factmark', type: 'Software', name: 'Factmark' } as const

/** Names a thing that has an identifier of its own. */
export function urnOf(uuid: string): string {
  return `urn:uuid:${uuid}`
}

/** Names what a set derives from its article: the same name on every device (a version 8 UUID, RFC 9562). */
export function derivedUrn(role: 'collection' | 'page', articleId: string): string {
  // As in the first version of the format: the same thing keeps its name in every later one.
  return urnOf(derivedUuid(`${NS}1/${role}/${articleId}`))
}
