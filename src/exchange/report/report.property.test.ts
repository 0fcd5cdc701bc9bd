import fc from 'fast-check'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../../domain/annotation-set.ts'
import { NO_CHANGES } from '../../domain/statement.ts'
import { hostileSets } from '../../testing/hostile-sets.ts'
import { NO_PUBLISHER } from '../codec.ts'
import { incomingFile } from '../incoming.ts'
import { encodeAnnotationSet } from '../w3c-set.ts'
import { encodeReport, framedReport, reportCodec } from './report.ts'
import { runs } from '../../testing/effort.ts'

const OPTIONS = { changes: NO_CHANGES, publisher: NO_PUBLISHER }
const RUNS = { numRuns: Number(process.env['FACTMARK_SETS'] ?? 100) } // `npm run test:merge` takes 1,000
const PATIENCE = { timeout: 120_000 } // ms; a busy machine, not a slow report

describe('reports of what strangers wrote', () => {
  it('X147 have the same elements and attributes whatever it is', PATIENCE, () => {
    const sets = hostileSets()
    fc.assert(
      fc.property(sets, set => {
        expect(tags(framedReport(set, OPTIONS))).toEqual(tags(framedReport(withoutSigns(set), OPTIONS)))
      }),
      RUNS,
    )
  })

  it('X147 are read by a browser as they are built, and every link in them leads somewhere', PATIENCE, () => {
    fc.assert(
      fc.property(hostileSets(), set => {
        const source = encodeReport(set, OPTIONS)
        const page = elements(source)
        expect(page.map(skeleton)).toEqual(tags(source))
        const ids = page.map(element => attribute(element, 'id')).filter(id => id !== undefined)
        expect(new Set(ids).size).toBe(ids.length)
        for (const href of page.map(element => attribute(element, 'href') ?? '#article')) {
          expect(href.startsWith('#') ? ids.includes(href.slice(1)) || href : /^(https?|mailto):/.test(href)).toBe(true)
        }
      }),
      { numRuns: runs(150) },
    )
  })

  it('X148 give back exactly the set that they were made of', PATIENCE, () => {
    fc.assert(
      fc.property(hostileSets(), set => {
        const reading = readReport(encodeReport(set, OPTIONS))
        const read = reading?.ok && reading.value.kind === 'set' ? encodeAnnotationSet(reading.value.set) : reading
        expect(read).toBe(encodeAnnotationSet(set))
      }),
      RUNS,
    )
  })
})

function readReport(page: string) {
  const incoming = { files: [incomingFile('any.html', new TextEncoder().encode(page))] }
  return reportCodec.reader?.recognises(incoming) ? reportCodec.reader.read(incoming) : undefined
}

/** The opening tags of a page with the names of their attributes, as they are written. */
function tags(page: string): readonly string[] {
  const written = page.replace(/<(style|script)([^>]*)>[^]*?<\/\1>/g, '<$1$2>').matchAll(/<([a-z][a-z0-9]*)([^>]*)>/gi)
  return Array.from(written, ([, name = '', attributes = '']) =>
    [name, ...Array.from(attributes.matchAll(/ ([\w-]+)(?:="[^"]*")?/g), ([, attribute]) => attribute)].join(' '),
  )
}

/** The same set without the signs that mean something in a page. The texts keep their lengths, so everything stays where it is. */
function withoutSigns(set: AnnotationSet): AnnotationSet {
  const plain = (_: string, value: unknown) => (typeof value === 'string' ? value.replace(/[<>&"']/g, '.') : value)
  return JSON.parse(JSON.stringify(set, plain)) as AnnotationSet
}

function elements(page: string): readonly Tree.Element[] {
  return within(parse(page))
}

function within(node: Tree.ParentNode): readonly Tree.Element[] {
  return node.childNodes.flatMap(child => ('tagName' in child ? [child, ...within(child)] : []))
}

function skeleton({ tagName, attrs }: Tree.Element): string {
  return [tagName, ...attrs.map(({ name }) => name)].join(' ')
}

function attribute({ attrs }: Tree.Element, name: string): string | undefined {
  return attrs.find(one => one.name === name)?.value
}
