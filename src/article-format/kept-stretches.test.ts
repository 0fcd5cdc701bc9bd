import { Slice, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleText } from '../domain/article-text.ts'
import { editsHold, editsOf, placeAfter } from '../domain/text-edits.ts'
import { arbitraryContent } from '../testing/arbitrary-content.ts'
import { ARTICLE_SCHEMA, documentOf } from './article-schema.ts'
import { contentOfDocument } from './content-of-document.ts'
import { runsOf, stretchesAfter, wholeOf } from './kept-stretches.ts'
import { createOffsetMap } from './offset-map.ts'
import { runs } from '../testing/effort.ts'

type Act = readonly [kind: number, a: number, b: number]

const acts = fc.array(fc.tuple(fc.nat({ max: 6 }), fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 })

describe('kept stretches', () => {
  it('A74 are the words that stayed through any steps of an editor', () => {
    fc.assert(
      fc.property(arbitraryContent(), acts, (content, script) => {
        const { before, after, text, runs } = edited(documentOf(content), script)
        for (const { from, at, length } of runs)
          expect(after.slice(at, at + length)).toBe(before.slice(from, from + length))
        expect(editsHold(before, after, editsOf(before, after, runs))).toBe(true)
        expect(text).toBe(after)
      }),
      { numRuns: runs(150) },
    )
  })

  it('A74 place what no step has touched where the mapping of the steps has it', () => {
    fc.assert(
      fc.property(arbitraryContent(), acts, fc.nat(), fc.nat(), (content, script, a, b) => {
        const doc = documentOf(content)
        const { before, after, runs, transform } = edited(doc, script)
        const [first, last] = [createOffsetMap(doc), createOffsetMap(transform.doc)]
        const block = first.blocks[a % first.blocks.length]!
        if (block.from === block.to) return
        const from = block.from + (b % (block.to - block.from))
        const to = from + 1 + (a % (block.to - from))
        const { mapping } = transform
        const positions = Array.from({ length: to - from }, (_, index) => first.toPosition(from + index))
        const isTouched = positions.some(position => mapping.mapResult(position, 1).deletedAfter)
        const mapped = positions.map(position => mapping.map(position, 1))
        const isWhole = mapped.every((position, index) => index === 0 || position === mapped[index - 1]! + 1)
        const place = placeAfter(editsOf(before, after, runs), { from, to })
        if (isTouched || !isWhole) return
        const start = last.toOffset(mapped[0]!)
        expect(place).toEqual({ from: start, to: start + to - from })
      }),
      { numRuns: runs(150) },
    )
  })
})

function edited(doc: ProseMirrorNode, script: readonly Act[]) {
  const transform = new Transform(doc)
  for (const act of script) attempt(transform, act)
  const stretches = transform.mapping.maps.reduce(stretchesAfter, wholeOf(doc))
  const [before, after] = [doc, transform.doc].map(one => articleText(contentOfDocument(one)))
  const text = transform.doc.textBetween(0, transform.doc.content.size, '\n', '\n')
  return { before: before!, after: after!, text, transform, runs: runsOf(doc, transform.doc, stretches) }
}

/** One act of somebody who edits; what the document does not allow is not done. */
function attempt(transform: Transform, [kind, a, b]: Act): void {
  const { doc } = transform
  const size = doc.content.size
  const [from, to] = [Math.min(a % size, b % size), Math.max(a % size, b % size)]
  const isText = doc.resolve(from).parent.isTextblock
  try {
    if (kind === 0 && isText) transform.insert(from, ARTICLE_SCHEMA.text('neu '))
    if (kind === 1) transform.deleteRange(from, to)
    if (kind === 2 && isText) transform.split(from)
    if (kind === 3) transform.setBlockType(from, to, ARTICLE_SCHEMA.nodes['heading']!, { level: 2 })
    if (kind === 4) transform.addMark(from, to, ARTICLE_SCHEMA.mark('bold'))
    if (kind === 5) transform.replaceRange(from, to, Slice.maxOpen(doc.slice(0, a % size).content))
    if (kind === 6) {
      const range = doc.resolve(from).blockRange(doc.resolve(to))
      if (range) transform.wrap(range, [{ type: ARTICLE_SCHEMA.nodes['blockquote']! }])
    }
    transform.doc.check()
  } catch {
    while (transform.doc !== doc && transform.steps.length > 0) {
      const last = transform.steps.length - 1
      Object.assign(transform, { doc: transform.docs[last] })
      transform.steps.pop()
      transform.docs.pop()
      ;(transform.mapping as unknown as { _maps: unknown[] })._maps.pop()
    }
  }
}
