const MAX_LINE_LENGTH = 500 // UTF-16 units; names and titles are shorter

/** The first text that says something, in one line and of bearable length; an empty string when none does. */
export function lineIn(texts: readonly (string | null | undefined)[]): string {
  for (const text of texts) {
    const line = (text ?? '').toWellFormed().replace(/\s+/gu, ' ').trim()
    if (line !== '') return line.slice(0, MAX_LINE_LENGTH).toWellFormed()
  }
  return ''
}

/** The first web address, made absolute where the page's own place is known; an empty string when there is none. */
export function addressIn(addresses: readonly string[], base: string): string {
  for (const address of addresses) {
    const url = webAddress(address.trim(), base)
    if (url !== null) return url
  }
  return ''
}

/** An absolute address of the web, of mail or, with a base, what a relative one means; `null` for any other. */
export function webAddress(address: string, base: string): string | null {
  const resolved = base !== '' && URL.canParse(address, base) ? new URL(address, base) : null
  const url = resolved ?? (URL.canParse(address) ? new URL(address) : null)
  return url !== null && address !== '' && WEB.has(url.protocol) ? url.href : null
}

const WEB = new Set(['http:', 'https:'])

/** The day of the first date, as `2026-11-19` in the place it was written for; an empty string when none is a date. */
export function dateIn(texts: readonly string[]): string {
  for (const text of texts) {
    const day = dayOf(text.trim())
    if (day !== '') return day
  }
  return ''
}

function dayOf(text: string): string {
  const [, written] = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text) ?? []
  if (written !== undefined) return Number.isNaN(Date.parse(written)) ? '' : written
  const time = /\d{4}/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) return ''
  const date = new Date(time)
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  const isPlausible = year > 1400 && year < 10_000
  return isPlausible ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : ''
}

/** The first language tag (BCP 47, or with `_`), in canonical form; an empty string when there is none. */
export function languageTagIn(texts: readonly string[]): string {
  for (const text of texts) {
    try {
      const [tag] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))
      if (tag !== undefined && LANGUAGE.test(tag)) return tag
    } catch {
      continue // Not a tag: "english", an empty attribute.
    }
  }
  return ''
}

// Languages have codes of two or three letters; "english" could be a tag by its form alone.
const LANGUAGE = /^[a-z]{2,3}(?:-|$)/i
