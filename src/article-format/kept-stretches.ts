import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { StepMap } from '@tiptap/pm/transform'
import type { Run } from '../domain/text-edits.ts'
import { createOffsetMap, type MappedBlock } from './offset-map.ts'

/** A part of a document that was there at first and still is; positions of the first document and of the present one. */
export interface Stretch {
  readonly from: number
  readonly at: number
  readonly length: number
}

/** All of a document, before any step. */
export function wholeOf(document: ProseMirrorNode): readonly Stretch[] {
  return [{ from: 0, at: 0, length: document.content.size }]
}

/** What is left of stretches after one more step: what it replaced is gone, what follows has moved. */
export function stretchesAfter(stretches: readonly Stretch[], map: StepMap): readonly Stretch[] {
  const replaced: Replaced[] = []
  map.forEach((start, end, newStart, newEnd) =>
    replaced.push({ start, end, growth: newEnd - newStart - (end - start) }),
  )
  return replaced.length === 0 ? stretches : stretches.flatMap(stretch => partsOf(stretch, replaced))
}

interface Replaced {
  readonly start: number
  readonly end: number
  readonly growth: number
}

function partsOf({ from, at, length }: Stretch, replaced: readonly Replaced[]): readonly Stretch[] {
  const parts: Stretch[] = []
  let [place, shift] = [at, 0]
  const keep = (end: number) => {
    if (end > place) parts.push({ from: from + place - at, at: place + shift, length: end - place })
  }
  for (const { start, end, growth } of replaced) {
    if (start >= at + length) break
    keep(start)
    place = Math.max(place, end)
    shift += growth
  }
  keep(at + length)
  return parts
}

/** The words of stretches, in offsets of the texts of both documents. */
export function runsOf(before: ProseMirrorNode, after: ProseMirrorNode, stretches: readonly Stretch[]): readonly Run[] {
  const map = createOffsetMap(after)
  const { blocks } = createOffsetMap(before)
  const runs: Run[] = []
  let first = 0
  for (const stretch of stretches) {
    while (first < blocks.length && endOf(blocks[first]!) <= stretch.from) first += 1
    for (
      let index = first;
      index < blocks.length && blocks[index]!.position < stretch.from + stretch.length;
      index += 1
    ) {
      const block = blocks[index]!
      const start = Math.max(block.position, stretch.from)
      const length = Math.min(endOf(block), stretch.from + stretch.length) - start
      const at = map.toOffset(stretch.at + start - stretch.from)
      if (length > 0) runs.push({ from: block.from + start - block.position, at, length })
    }
  }
  return runs
}

function endOf({ position, from, to }: MappedBlock): number {
  return position + to - from
}
