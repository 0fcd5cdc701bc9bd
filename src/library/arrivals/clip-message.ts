import * as v from 'valibot'
import { fail, succeed, type Result } from '../../domain/result.ts'
import { MAX_BYTES } from '../../intake/detect-format.ts'
import { pageFile } from './page-file.ts'

/** What Factmark says to the page that opened it: that it listens. */
export const CLIP_READY = 'factmark-clip-ready'
/** What a clip calls itself. */
export const CLIP_TYPE = 'factmark-clip'
/** The version of the message that a bookmarklet of this program sends. */
export const CLIP_VERSION = 1
/** The longest address or title that a clip may have, in UTF-16 units. */
export const LONGEST_LINE = 10_000

/** A page that was handed over. Nothing in it has been read. */
export interface Clip {
  /** The origin that the browser says it came from; `null` in words for a page that has none. */
  readonly from: string
  /** The address that the page says it has: one of the web, or an empty string. */
  readonly claimed: string
  /** Whether that address is of the origin that the page came from. */
  readonly isTrue: boolean
  readonly title: string
  readonly part: 'page' | 'selection'
  readonly file: File
}

/** Why what was handed over is not even asked about. */
export type ClipProblem = 'not-a-clip' | 'other-version' | 'too-large' | 'own-page'

const Line = v.pipe(v.string(), v.maxLength(LONGEST_LINE))
const Any = v.object({ type: v.literal(CLIP_TYPE), version: v.number() })
const Message = v.strictObject({
  type: v.literal(CLIP_TYPE),
  version: v.literal(CLIP_VERSION),
  part: v.picklist(['page', 'selection']),
  url: Line,
  title: Line,
  html: v.nullable(v.string()),
})

/** Judges a message by its shape, its size and the origin `from` that the browser gives it; `own` is the program's. */
export function readClip(data: unknown, from: string, own: string): Result<Clip, ClipProblem> {
  if (from === own) return fail('own-page')
  const message = v.safeParse(Message, data)
  if (!message.success) return fail(isOfOtherVersion(data) ? 'other-version' : 'not-a-clip')
  const { html, url, part } = message.output
  if (html === null || html.length > MAX_BYTES) return fail('too-large')
  const claimed = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url) : null
  const isTrue = claimed?.origin === from
  const title = message.output.title.replaceAll(/\s+/g, ' ').trim()
  // An address that another site claims is not taken over: the article would be said to be from there.
  const file = pageFile({ markup: html, address: isTrue ? claimed.href : '', name: title || hostOf(from) })
  if (file.size > MAX_BYTES) return fail('too-large')
  return succeed({ from, claimed: claimed?.href ?? '', isTrue, title, part, file })
}

/** The host of an origin, with its port; the origin itself where it is none. */
export function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin
}

function isOfOtherVersion(data: unknown): boolean {
  const any = v.safeParse(Any, data)
  return any.success && any.output.version !== CLIP_VERSION
}
