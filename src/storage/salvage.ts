import * as v from 'valibot'
import type { Article } from '../domain/article.ts'
import { UuidSchema } from '../domain/identifiers.ts'
import { DEFAULT_SETTINGS, type Settings, type ShelfEntry } from '../domain/library.ts'
import { SettingsSchema } from '../domain/library-schemas.ts'
import { REVIEWER_COLOURS, type Reviewer } from '../domain/reviewer.ts'
import type { RawRow } from './read-rows.ts'
import { faultOf, type Sifted } from './sift-rows.ts'

/** An article whose place on the shelf is damaged stands there under its own title. */
export function salvageShelf(shelf: Sifted<ShelfEntry>, articles: readonly Article[]): Sifted<ShelfEntry> {
  const damaged = new Set(shelf.damaged.map(({ key }) => key))
  const made = articles.filter(({ id }) => damaged.has(id)).map(shelfEntryOf)
  return { ...shelf, sound: [...shelf.sound, ...made] }
}

/** A reviewer whose description is damaged stays the same reviewer, without a name. */
export function salvageReviewers(reviewers: Sifted<Reviewer>): Sifted<Reviewer> {
  const made = reviewers.damaged
    .filter(({ key }) => v.is(UuidSchema, key))
    .map(({ key }) => ({ id: key, edition: 1, name: '', colour: REVIEWER_COLOURS[0] }))
  return { ...reviewers, sound: [...reviewers.sound, ...made] }
}

/** The wishes that make sense; of the others, and of those that a program wrote before they were known, the default. */
export function siftSettings(rows: readonly RawRow[]): { readonly sound: Settings } & Pick<Sifted<never>, 'damaged'> {
  const [row] = rows
  if (!row) return { sound: DEFAULT_SETTINGS, damaged: [] }
  const fault = 'value' in row ? faultOf(row.value, SettingsSchema) : row.unreadable
  if (fault === null) return { sound: { ...DEFAULT_SETTINGS, ...valueOf(row) }, damaged: [] }
  const wishes = Object.entries(valueOf(row)).filter(([wish, value]) => isSoundWish(wish, value))
  return {
    sound: { ...DEFAULT_SETTINGS, ...Object.fromEntries(wishes) },
    damaged: [{ store: 'settings', key: 'settings', detail: fault }],
  }
}

function shelfEntryOf({ id, title, captured }: Article): ShelfEntry {
  return { article: id, name: title, added: captured, opened: captured, binned: false, revision: id }
}

function valueOf(row: RawRow): Partial<Settings> {
  const value = 'value' in row ? row.value : null
  return typeof value === 'object' && value !== null ? value : {}
}

function isSoundWish(wish: string, value: unknown): boolean {
  const schemas: Readonly<Record<string, v.GenericSchema | undefined>> = SettingsSchema.entries
  const schema = schemas[wish]
  return schema !== undefined && v.is(schema, value)
}
