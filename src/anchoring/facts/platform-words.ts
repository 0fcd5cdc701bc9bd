import { usableLanguage } from '../language-tag.ts'

/** A word for a fact that the platform knows in a language. */
export interface PlatformWord {
  readonly fact: 'date' | 'unit' | 'currency' | 'name'
  readonly value: string
  readonly text: string
}

/**
 * Months (also of the calendars that are used beside the Gregorian), weekdays, units, currencies and, where capitals do
 * not show them, countries: in any language, as CLDR has them.
 */
export function platformWords(language: string): readonly PlatformWord[] {
  const tag = usableLanguage(language)
  return [...monthsOf(tag), ...weekdaysOf(tag), ...unitsOf(tag), ...currenciesOf(tag), ...countriesOf(tag)]
}

const DAY = 86_400_000 // ms
const SUNDAY = Date.UTC(2023, 0, 1)

const CALENDARS: Readonly<Record<string, readonly string[]>> = {
  ar: ['gregory', 'islamic'],
  fa: ['gregory', 'persian'],
  he: ['gregory', 'hebrew'],
}

function monthsOf(tag: string): readonly PlatformWord[] {
  const { language } = new Intl.Locale(tag)
  return (CALENDARS[language] ?? ['gregory']).flatMap(calendar => {
    const locale = `${tag.split('-u-')[0]}-u-ca-${calendar}`
    const inDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    const alone = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
    return Array.from({ length: 13 }, (_, index) => SUNDAY + index * 30 * DAY).flatMap(time => {
      const names = [alone.format(time), partOf(inDate.formatToParts(time), 'month')]
      // What a month is called in a date is another form of the same month.
      return names.map(text => ({ fact: 'date' as const, value: `month ${names[0]}`, text }))
    })
  })
}

function weekdaysOf(tag: string): readonly PlatformWord[] {
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => ({
    fact: 'date' as const,
    value: `weekday ${day}`,
    text: weekday.format(SUNDAY + day * DAY),
  }))
}

const AMOUNTS = [1, 2, 5, 11, 100] // one for each plural form that a language may have

function unitsOf(tag: string): readonly PlatformWord[] {
  return Intl.supportedValuesOf('unit').flatMap(unit => {
    const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' })
    return AMOUNTS.map(amount => ({
      fact: 'unit' as const,
      value: unit,
      text: partOf(format.formatToParts(amount), 'unit', 'percentSign'),
    }))
  })
}

const CURRENCIES = 'USD EUR GBP JPY CNY INR RUB CHF ILS IRR AED SAR EGP TRY BRL MXN KRW SEK NOK DKK PLN CZK UAH'.split(
  ' ',
)

function currenciesOf(tag: string): readonly PlatformWord[] {
  return CURRENCIES.flatMap(currency => {
    const format = new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'name' })
    return AMOUNTS.map(amount => ({
      fact: 'currency' as const,
      value: currency,
      text: partOf(format.formatToParts(amount), 'currency'),
    }))
  })
}

const WITHOUT_CAPITALS = new Set([
  'Arab',
  'Hebr',
  'Deva',
  'Hans',
  'Hant',
  'Jpan',
  'Kore',
  'Thai',
  'Beng',
  'Taml',
  'Telu',
])
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')

function countriesOf(tag: string): readonly PlatformWord[] {
  const { script } = new Intl.Locale(tag).maximize()
  if (script === undefined || !WITHOUT_CAPITALS.has(script)) return []
  const names = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' })
  return LETTERS.flatMap(first =>
    LETTERS.flatMap(second => {
      const text = names.of(first + second)
      return text === undefined ? [] : [{ fact: 'name' as const, value: text, text }]
    }),
  )
}

type Part = Intl.DateTimeFormatPart | Intl.NumberFormatPart

function partOf(parts: readonly Part[], ...types: readonly Part['type'][]): string {
  return parts
    .filter(({ type }) => types.includes(type))
    .map(({ value }) => value)
    .join(' ')
}
