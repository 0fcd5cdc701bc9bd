import type { Fact } from '../../domain/change-state.ts'
import type { TokenRange } from '../align/token-range.ts'
import { attributionsIn } from './attribution.ts'
import type { FactFound, FactReader } from './fact-reader.ts'
import type { Entry } from './lexicon.ts'
import { lookUp } from './look-up.ts'
import { namesIn } from './names.ts'
import { readNumber } from './read-number.ts'
import { isSignAt, keyAt } from './readable.ts'
import { isThousandth, isUnitSymbol } from './unit-symbols.ts'

/** The facts that sentences state, those of each kind in text order. The range holds whole sentences. */
export function findFacts(reader: FactReader, range: TokenRange): readonly FactFound[] {
  const name = `${range.from} ${range.to}`
  const known = reader.known.get(name)
  if (known) return known
  const found = readFacts(reader, range)
  reader.known.set(name, found)
  return found
}

function readFacts(reader: FactReader, range: TokenRange): readonly FactFound[] {
  const stated = statedIn(reader, range)
  const taken = new Set<number>()
  for (const { fact, from, to } of stated) {
    if (fact === 'date' || fact === 'number') for (let token = from; token < to; token += 1) taken.add(token)
  }
  return [...stated, ...namesIn(reader, range, taken), ...attributionsIn(reader, range)]
}

function statedIn(reader: FactReader, { from, to }: TokenRange): readonly FactFound[] {
  const facts: FactFound[] = []
  for (let token = from; token < to;) {
    const found = lookUp(reader, reader.lexicon, token, to)
    const number = readNumber(reader, reader.lexicon, token, to)
    const entries = found && found.to >= (number?.to ?? 0) ? found.entries : []
    const stated = entries.filter(entry => counts(reader, entry, token, found!.to))
    // A word may say two things at once: "can't" is a modal and a negation.
    const isMoney = stated.some(({ kind }) => kind === 'currency')
    for (const { kind, value } of stated) {
      // A pound is a weight, unless it is money.
      if (kind === 'unit' && isMoney) continue
      const said = kind === 'unit' && isThousandth(reader, token) ? keyAt(reader, token) : value
      if (isFact(kind) && kind !== 'number') facts.push({ fact: kind, value: said, from: token, to: found!.to })
    }
    if (!found && isUnitSymbol(reader, token)) {
      facts.push({ fact: 'unit', value: keyAt(reader, token), from: token, to: token + 1 })
    }
    if (number && !stated.some(({ kind }) => kind === 'ordinary')) {
      facts.push({ fact: 'number', value: number.value, from: token, to: number.to })
    }
    token = Math.max(token + 1, number?.to ?? 0, stated.length > 0 ? found!.to : 0)
  }
  return facts
}

function isFact(kind: Entry['kind']): kind is Fact {
  return kind !== 'title' && kind !== 'title-after' && kind !== 'joiner' && kind !== 'ordinary'
}

function counts(reader: FactReader, { kind, nextToNumber }: Entry, from: number, to: number): boolean {
  if (kind === 'title' || kind === 'title-after' || kind === 'joiner') return false
  // "may" is a modal, "May" a month: platform words say so for themselves.
  if (kind === 'modal' && reader.lexicon.language === 'en' && /^May$/.test(keyAt(reader, from))) return false
  return !nextToNumber || isNumberAt(reader, from - 1) || isNumberAt(reader, to) || isNumberAt(reader, to + 1)
}

function isNumberAt(reader: FactReader, token: number): boolean {
  if (isSignAt(reader, token)) return false
  return readNumber(reader, reader.lexicon, token, token + 1) !== null
}
