import { NO_CLAIM, type Claim, type Evidence } from '../../domain/annotation.ts'
import { isSafeLink } from '../../domain/article-content.ts'
import { VERDICTS } from '../../domain/verdict.ts'
import { fieldOf, isLooseObject, listOf, textOf } from '../loose-json.ts'
import { plainTextOfMarkup } from '../plain-text-of-markup.ts'
import { sourceAt } from '../source-at.ts'
import { NS } from '../w3c-terms.ts'
import { localName } from './annotation-place.ts'

/** What the bodies of an annotation say. */
export interface Said {
  readonly labels: readonly string[]
  readonly tags: readonly string[]
  readonly rationale: string
  readonly claim: Claim
  readonly evidence: readonly Evidence[]
}

/**
 * Reads the bodies of an annotation (Web Annotation Data Model 3.2). What classifies is a label; where nothing does, tags
 * are labels, because most tools have nothing else. In what Factmark has classified, a description is the claim.
 */
export function saidIn(annotation: unknown): Said {
  const motivation = purposesOf(fieldOf(annotation, 'motivation', 'oa:motivatedBy'))
  const bodies = flattened(fieldOf(annotation, 'body', 'oa:hasBody'), 0).map(body => bodyOf(body, motivation))
  const bodyValue = textOf(fieldOf(annotation, 'bodyValue'))
  const texts = (...kinds: readonly Body['kind'][]) =>
    bodies.flatMap(body => (kinds.includes(body.kind) && body.text !== '' ? [body.text] : []))
  const labels = unique(texts('label'))
  const tags = texts('tag')
  const isOurs = bodies.some(({ kind, isVerdict }) => kind === 'label' && isVerdict)
  const prose = isOurs ? texts('text') : texts('text', 'description')
  return {
    labels: labels.length > 0 ? labels : tags,
    tags: labels.length > 0 ? withoutFirst(tags, labels) : [],
    rationale: [...prose, bodyValue].filter(text => text !== '').join('\n\n'),
    claim: isOurs ? { ...NO_CLAIM, text: texts('description').join('\n\n') } : NO_CLAIM,
    evidence: bodies.flatMap(({ kind, url, text }) => (kind === 'link' ? [sourceAt(url, { title: text })] : [])),
  }
}

interface Body {
  readonly kind: 'label' | 'tag' | 'text' | 'description' | 'link' | 'nothing'
  readonly text: string
  readonly url: string
  /** Whether it is a verdict by Factmark's own name for it. */
  readonly isVerdict: boolean
}

const MAX_NESTING = 8 // of choices and lists of bodies
// In full, and as a JSON-LD processor shortens it by the prefix that the set declares.
const OWN_VERDICTS: ReadonlyMap<string, string> = new Map(
  [NS, 'factmark:'].flatMap(prefix => VERDICTS.map(verdict => [`${prefix}verdict#${verdict}`, verdict] as const)),
)

/** The bodies themselves, where a choice, a list or a set of them is one body (appendix of the model). */
function flattened(body: unknown, depth: number): readonly unknown[] {
  return listOf(body).flatMap(one => {
    const items = isLooseObject(one) ? fieldOf(one, 'items', '@list', '@set') : undefined
    return items === undefined || depth >= MAX_NESTING ? [one] : flattened(items, depth + 1)
  })
}

function bodyOf(body: unknown, motivation: readonly string[]): Body {
  const own = purposesOf(fieldOf(body, 'purpose', 'oa:hasPurpose'))
  const purposes = own.length > 0 ? own : motivation
  const text = wordsOf(body)
  const address = addressOf(body)
  const verdict = OWN_VERDICTS.get(address)
  if (verdict !== undefined) return bodyAs('label', verdict, { isVerdict: true })
  if (purposes.includes('classifying')) return bodyAs('label', text || nameIn(body, address))
  if (purposes.includes('tagging')) return bodyAs('tag', text || nameIn(body, address))
  if (text !== '') return bodyAs(purposes.includes('describing') ? 'description' : 'text', text)
  if (isSafeLink(address)) return bodyAs('link', nameIn(body, ''), { url: address })
  // A plain word where an address should be: some programs write their text there.
  return typeof body === 'string' && !URL.canParse(body) ? bodyAs('text', textOf(body)) : bodyAs('nothing', '')
}

function bodyAs(kind: Body['kind'], text: string, more: Partial<Body> = {}): Body {
  return { kind, text, url: '', isVerdict: false, ...more }
}

function wordsOf(body: unknown): string {
  const text = textOf(fieldOf(body, 'value', 'rdf:value', 'chars', 'cnt:chars', '@value'))
  const format = textOf(fieldOf(body, 'format', 'dc:format'))
  return /^text\/html\b/i.test(format) ? plainTextOfMarkup(text) : text
}

function addressOf(body: unknown): string {
  if (typeof body === 'string') return textOf(body).trim()
  const source = fieldOf(body, 'source', 'oa:hasSource')
  const named = source === undefined ? fieldOf(body, 'id', '@id') : source
  return textOf(isLooseObject(named) ? fieldOf(named, 'id', '@id') : named).trim()
}

/** How a resource is called, or the last part of its address. */
function nameIn(body: unknown, address: string): string {
  const source = fieldOf(body, 'source', 'oa:hasSource')
  const names = [body, source].map(of => textOf(fieldOf(of, 'label', 'rdfs:label', 'name', 'title', 'dc:title')))
  return names.find(name => name !== '') ?? lastPart(address)
}

function lastPart(address: string): string {
  const last = localName(address.endsWith('/') ? address.slice(0, -1) : address)
  try {
    return decodeURIComponent(last).toWellFormed()
  } catch {
    return last // A percent sign that escapes nothing.
  }
}

function purposesOf(value: unknown): readonly string[] {
  return listOf(value).map(one => localName(isLooseObject(one) ? fieldOf(one, 'id', '@id') : one))
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}

/** Factmark writes a verdict twice, for those who read classes and for those who read tags. */
function withoutFirst(tags: readonly string[], labels: readonly string[]): readonly string[] {
  return labels.reduce((left, label) => {
    const index = left.indexOf(label)
    return index < 0 ? left : left.toSpliced(index, 1)
  }, tags)
}
