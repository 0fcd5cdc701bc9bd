import { describe, expect, it } from 'vitest'
import { createProblemLog, noteUncaught } from './problem-log.ts'

describe('the log of problems', () => {
  it('V61 keeps the last twenty, each with its time, place and kind', () => {
    let time = 0
    const log = createProblemLog(() => (time += 1))
    for (let count = 1; count <= 25; count += 1) log.noteProblem('saving', `kind-${count}`)
    expect(log.entries()).toHaveLength(20)
    expect(log.entries().at(-1)).toEqual({ at: 25, where: 'saving', what: 'kind-25', frames: [] })
    expect(log.entries()[0]?.what).toBe('kind-6')
  })

  it('V61 keeps no message of an error, which may quote an article', () => {
    const log = createProblemLog(() => 0)
    log.noteError('article', new RangeError('The minister said\n    at secret (file.js:1:1)'))
    const [entry] = log.entries()
    expect(entry?.what).toBe('RangeError')
    expect(entry?.frames.length).toBeGreaterThan(0)
    expect(JSON.stringify(entry)).not.toMatch(/minister|secret/)
  })

  it('V61 counts an error once, however often it is noticed, and takes anything that is thrown', () => {
    const log = createProblemLog(() => 0)
    const error = new Error('once')
    log.noteError('card', error)
    log.noteError('uncaught', error)
    log.noteError('card', 'a thrown text')
    log.noteError('card', null)
    expect(log.entries().map(({ what }) => what)).toEqual(['Error', 'string', 'object'])
  })

  it('V61 notes what nothing caught', () => {
    const page = new EventTarget() as EventTarget & Pick<Window, 'addEventListener'>
    const log = createProblemLog(() => 0)
    noteUncaught(log, page)
    page.dispatchEvent(Object.assign(new Event('error'), { error: new TypeError('x') }))
    page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new SyntaxError('x') }))
    expect(log.entries().map(({ where, what }) => `${where} ${what}`)).toEqual([
      'uncaught TypeError',
      'uncaught SyntaxError',
    ])
  })
})
