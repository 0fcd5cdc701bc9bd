import { describe, expect, it } from 'vitest'
import { isTooDeep } from './nesting.ts'

describe('isTooDeep', () => {
  it.each<[why: string, markup: string, isDeep: boolean]>([
    ['boxes in boxes without end', '<div>'.repeat(50_000), true],
    ['bold in italic without end', '<B><i class=x>'.repeat(5_000), true],
    ['boxes one after the other', '<div><span>a</span></div>'.repeat(50_000), false],
    ['paragraphs and points that nobody closed', '<p>a<li>b<td>c'.repeat(50_000), false],
    ['what a script writes', `<script>${'"<div>"'.repeat(50_000)}</script><div>a</div>`, false],
    ['what a comment hides', `<!--${'<div>'.repeat(50_000)}-->`, false],
    ['a comment and a script without end', '<!--'.repeat(50_000) + '<script>'.repeat(50_000), false],
  ])('I99 judges %s', (_, markup, isDeep) => {
    expect(isTooDeep(markup)).toBe(isDeep)
  })
})
