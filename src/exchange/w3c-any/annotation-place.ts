import { fieldOf, listOf, offsetOf, quotedOf, textOf } from '../loose-json.ts'
import type { ForeignAnnotation, ForeignPosition } from '../foreign.ts'

/** Where an annotation's words stand, as far as its selectors say in a way that holds without the page. */
export interface Place {
  readonly quote: ForeignAnnotation['quote']
  readonly positions: readonly ForeignPosition[]
  /** Types of selectors that say it in another way, such as by a path through the page. */
  readonly unread: readonly string[]
}

/**
 * Reads the selectors of a target (Web Annotation Data Model 4.2). Several are alternatives: the first quote counts, and
 * every position. One that is refined leads to what refines it.
 */
export function placeOfSelectors(selectors: unknown, depth = 0): Place {
  const places = listOf(selectors).map(selector => placeOf(selector, depth))
  return {
    quote: places.find(({ quote }) => quote !== null)?.quote ?? null,
    positions: places.flatMap(({ positions }) => positions),
    unread: places.flatMap(({ unread }) => unread),
  }
}

/** The last part of a name such as `oa:TextQuoteSelector` or `http://www.w3.org/ns/oa#TextQuoteSelector`. */
export function localName(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value.slice(Math.max(...[':', '#', '/'].map(separator => value.lastIndexOf(separator))) + 1).toWellFormed()
}

const MAX_REFINEMENTS = 8 // A range in a paragraph in a section; what goes on longer is no address.
const NOWHERE: Place = { quote: null, positions: [], unread: [] }

function placeOf(selector: unknown, depth: number): Place {
  const outer = placeOfOne(selector)
  const refinement = fieldOf(selector, 'refinedBy', 'oa:refinedBy')
  if (refinement === undefined || depth >= MAX_REFINEMENTS) return outer
  const inner = placeOfSelectors(refinement, depth + 1)
  return within(outer, inner)
}

function placeOfOne(selector: unknown): Place {
  const types = listOf(fieldOf(selector, 'type', '@type')).map(localName)
  if (types.includes('TextQuoteSelector')) return { ...NOWHERE, quote: quoteOf(selector) }
  if (types.includes('TextPositionSelector')) {
    return positionsOf(offsetOf(fieldOf(selector, 'start')), offsetOf(fieldOf(selector, 'end')))
  }
  const characters = types.includes('FragmentSelector') ? CHARACTERS.exec(textOf(fieldOf(selector, 'value'))) : null
  if (characters) return positionsOf(Number(characters[1]), Number(characters[2]))
  return { ...NOWHERE, unread: [types.find(type => type !== '') ?? 'selector'] }
}

// RFC 5147: a fragment of a plain text, in characters.
const CHARACTERS = /^#?char=(\d{1,12}),(\d{1,12})(?:;|$)/

function quoteOf(selector: unknown): Place['quote'] {
  const exact = quotedOf(fieldOf(selector, 'exact'))
  if (exact === '') return null
  return { exact, prefix: quotedOf(fieldOf(selector, 'prefix')), suffix: quotedOf(fieldOf(selector, 'suffix')) }
}

/** The recommendation counts code points; many programs count UTF-16 all the same. */
function positionsOf(start: number | null, end: number | null): Place {
  if (start === null || end === null || end <= start) return NOWHERE
  const units = ['code-points', 'utf-16'] as const
  return { ...NOWHERE, positions: units.map(unit => ({ unit, start, end })) }
}

/** What the inner place says is counted from the beginning of the outer one. */
function within(outer: Place, inner: Place): Place {
  if (inner.quote) return { ...inner, positions: shifted(inner.positions, outer.positions) }
  const [position] = inner.positions
  if (!position) return outer
  const quote = outer.quote && partOf(outer.quote, position)
  return { quote, positions: shifted(inner.positions, outer.positions), unread: quote ? [] : outer.unread }
}

function partOf(quote: NonNullable<Place['quote']>, { start, end }: ForeignPosition): Place['quote'] {
  const characters = [...quote.exact]
  if (end > characters.length) return null
  return {
    exact: characters.slice(start, end).join(''),
    prefix: quote.prefix + characters.slice(0, start).join(''),
    suffix: characters.slice(end).join('') + quote.suffix,
  }
}

function shifted(inner: readonly ForeignPosition[], outer: readonly ForeignPosition[]): readonly ForeignPosition[] {
  return inner.flatMap(({ unit, start, end }) => {
    const base = outer.find(position => position.unit === unit)
    return base ? [{ unit, start: base.start + start, end: base.start + end }] : []
  })
}
