import * as v from 'valibot'
import { articleText, textHash } from '../../domain/article-text.ts'
import type { BackedUp, BackupRow, RowFlaw } from '../../domain/backup.ts'
import type { Damage } from '../../domain/json-guard.ts'
import { fail, succeed, type Result } from '../../domain/result.ts'
import { damageOf } from '../../domain/schema-damage.ts'
import type { Version } from '../../domain/version.ts'
import type { WithheldVersion } from '../../domain/withheld.ts'
import { ROW_SCHEMAS, RowSchema } from './backup-format.ts'

/** What is wrong with a row, and where in it. */
export interface RowDamage {
  readonly path: Damage['path']
  readonly flaw: RowFlaw
}

/**
 * Checks rows one after the other: each against its schema, which rebuilds it, and against those before it as far as they
 * contradict themselves: a text and its hash, a quote and the text, a version and what it has seen. Names of rows that are
 * not there are no contradiction, for a library may have them too.
 */
export function createRowCheck(): (json: unknown) => Result<BackupRow, RowDamage> {
  const texts = new Map<string, string>()
  return json => {
    const named = v.safeParse(RowSchema, json, { abortEarly: true })
    if (!named.success) return fail(damageOf(named.issues[0]))
    const { store, value } = named.output
    const parsed = v.safeParse<RowSchemaOf>(ROW_SCHEMAS[store], value, { abortEarly: true })
    if (!parsed.success) return fail(within('value', damageOf(parsed.issues[0])))
    const row = { store, value: parsed.output } as BackupRow
    const damage = contradictionIn(row, texts)
    return damage ? fail(within('value', damage)) : succeed(row)
  }
}

type RowSchemaOf = v.GenericSchema<unknown, BackupRow['value']>

function contradictionIn({ store, value }: BackupRow, texts: Map<string, string>): Damage | null {
  if (store === 'revisions') return textDamage(value, texts)
  if (store === 'originals') return textHash(value.text) === value.hash ? null : WRONG_HASH
  if (store === 'withheld') return stampDamage(value)
  return store === 'versions' ? (stampDamage(value) ?? quoteDamage(value, texts)) : null
}

const WRONG_HASH: Damage = { path: ['hash'], flaw: { kind: 'wrong-hash' } }

function textDamage({ hash, content }: BackedUp['revisions'], texts: Map<string, string>): Damage | null {
  const text = articleText(content)
  if (textHash(text) !== hash) return WRONG_HASH
  texts.set(hash, text)
  return null
}

function stampDamage({ dot: [device, count], seen }: Version | WithheldVersion): Damage | null {
  // Such a version would supersede itself and never be shown.
  return (seen[device] ?? 0) >= count ? { path: ['seen'], flaw: { kind: 'seen-itself' } } : null
}

function quoteDamage(version: Version, texts: ReadonlyMap<string, string>): Damage | null {
  if (version.kind !== 'content' || version.record === 'session') return null
  const { revision, selector } = version.content
  const { start, end } = selector.position
  const text = texts.get(revision)
  if (text === undefined || text.slice(start, end) === selector.quote.exact) return null
  return { path: ['content', 'selector', 'quote', 'exact'], flaw: { kind: 'wrong-quote' } }
}

function within(step: string, { path, flaw }: RowDamage): RowDamage {
  return { path: [step, ...path], flaw }
}
