import { describe, expect, it } from 'vitest'
import { aContent, aRevision } from '../testing/builders.ts'
import type { Revision } from './article.ts'
import { articleText, textHash } from './article-text.ts'
import { createPlacing } from './edited-lineage.ts'
import type { TextEdit } from './text-edits.ts'

const FIRST = revisionOf('One two three')
const SECOND = revisionOf('One or two three', FIRST, [[4, 4, 3]])
const THIRD = revisionOf('One or two three!', SECOND, [[16, 16, 1]])
const BRANCH = revisionOf('two three', FIRST, [[0, 4, 0]])
const UNTOLD = revisionOf('Something else', SECOND)
const LYING = revisionOf('One two or three', FIRST, [[4, 4, 3]])
const ALL = [FIRST, SECOND, THIRD, BRANCH, UNTOLD, LYING]

describe('createPlacing', () => {
  it.each<[from: string, to: string, line: readonly [Revision, Revision], place: { from: number; to: number } | null]>([
    ['the first', 'the third', [FIRST, THIRD], { from: 7, to: 16 }],
    ['the third', 'the first', [THIRD, FIRST], { from: 4, to: 10 }],
    ['the third', 'another branch', [THIRD, BRANCH], { from: 0, to: 6 }],
  ])('A73 follows edits from %s to %s', (_from, _to, [from, to], place) => {
    const span = from === FIRST ? { from: 4, to: 13 } : { from: 7, to: 13 }
    expect(createPlacing(ALL, from.hash, to.hash)?.(span)).toEqual(place)
  })

  it.each<[why: string, revisions: readonly Revision[], from: Revision, to: Revision]>([
    ['a text came from elsewhere', ALL, FIRST, UNTOLD],
    ['edits do not hold', ALL, FIRST, LYING],
    ['a revision is missing', [FIRST, THIRD], FIRST, THIRD],
    ['two have nothing in common', [FIRST, revisionOf('x')], FIRST, revisionOf('x')],
  ])('A73 tells nothing where %s', (_, revisions, from, to) => {
    expect(createPlacing(revisions, from.hash, to.hash)).toBeNull()
  })

  it('A73 ends where two revisions name each other as parent', () => {
    const a: Revision = { ...SECOND, parent: THIRD.hash }
    expect(createPlacing([a, THIRD], THIRD.hash, FIRST.hash)).toBeNull()
  })
})

function revisionOf(title: string, parent: Revision | null = null, edits?: readonly TextEdit[]): Revision {
  const content = aContent(title, [])
  const hash = textHash(articleText(content))
  return { ...aRevision(), hash, content, parent: parent?.hash ?? null, ...(edits && { edits }) }
}
