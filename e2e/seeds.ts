import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** An article that comes with Factmark. */
export interface Seed {
  readonly title: string
  /** Its canonical text: title, points and paragraphs, each in a line, without list markers. */
  readonly text: string
  /** The same file as it lies on disk. */
  readonly file: string
  /** Where it is found in the program: an article is named by the hash of its text. */
  readonly address: string
}

/** The user's own article, which the first start opens. */
export const SEED = readSeed('000_f0a1a3e0a714795d')
/** About an invented place, in English, with decimals, abbreviations, quotations, emoji and combining characters. */
export const LANTERN = readSeed('001_lantern_bridge')
/** About an invented place, in Persian. */
export const MOONLIGHT = readSeed('002_moonlight_bridge')

function readSeed(name: string): Seed {
  const file = readFileSync(new URL(`../seeds/${name}.txt`, import.meta.url), 'utf8')
  const lines = file.split('\n').filter(line => line !== '')
  const text = lines.map(line => line.replace(/^- /, '')).join('\n')
  const address = `./#/article/${createHash('sha256').update(text).digest('hex')}`
  return { title: lines[0] ?? '', text, file, address }
}
